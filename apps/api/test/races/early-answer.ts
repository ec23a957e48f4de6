import { registerHooks } from 'node:module'

/**
 * A red twin's module, preloaded by a server process: the sign-up batch answers its families first and commits a moment
 * later. A crash in between must cost acknowledged sign-ups, and the checker must say so.
 */
const marker = "await inOneTrip(client, [...pending.splice(0), 'commit'])\n    isWhole = true\n    return result"
const early = `isWhole = true
    const last = pending.splice(0)
    setTimeout(() => { void inOneTrip(client, [...last, 'commit']).then(() => client.release(), () => client.release(true)) }, 60)
    return result`

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (!url.endsWith('/packages/db/src/signup/batch-transaction.ts')) return loaded
    const source = String(loaded.source)
    if (!source.includes(marker)) throw new Error('the twin no longer knows where the batch commits')
    return { ...loaded, source: source.replace(marker, early).replace('client.release(!isWhole)', 'if (!isWhole) client.release(true)') }
  },
})
