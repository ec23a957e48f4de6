import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { countInDatabase as run, product } from './browser.ts'

const secretAndHash = () => {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: createHash('sha256').update(secret).digest() }
}

/**
 * Somebody the seed made up, whom the stand-in broker does not know: the browser is given the login itself, for an hour.
 * @param ahead how far the product's clock is ahead of this machine, ms
 */
export async function logInSeeded(context: BrowserContext, personId: string, ahead = 0): Promise<void> {
  const { secret, hash } = secretAndHash()
  const [session] = await run<{ key: string }>(`
    with made as (
      insert into session (kommune_id, id, token_hash, app, person_key, person_id, level, name, auth_at, created_at, seen_at, expires_at, user_agent)
      select kommune_id, uuidv7(), $1, 'family', 'seeded:' || id, id, 'Substantial', name, at, at, at, at + interval '1 hour', 'page test'
      from person, lateral (select now() + make_interval(secs => $3 / 1000.0) as at) clock where id = $2 returning kommune_id)
    select key from kommune join made on made.kommune_id = kommune.id`, [hash, personId, ahead])
  if (!session) throw new Error(`no person ${personId}`)
  await context.addCookies([{ name: '__Host-medspil-family', value: `${session.key}.${secret}`, url: product.family.replace('http:', 'https:'), httpOnly: true, sameSite: 'Lax' }])
}

/** Waits until the worker has sent what stood in the queue: a message about an errand gives its link a new secret. */
async function untilSent(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [left] = await run<{ jobs: number }>('select count(*)::int as jobs from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts')
    if (left?.jobs === 0) return
    await wait(250)
  }
  throw new Error('the queue did not empty, so a link made now could be replaced')
}

/** What a link is for, and whose: one of `foreningId` and `personId`. */
export interface SeededLink { kommune: string; purpose: string; subjectId: string; foreningId?: string; personId?: string }

/**
 * What stands behind # in a link to this errand. Of a link that was sent only a hash is kept, so it is given a secret we know,
 * and time enough for a clock that another test has moved.
 * @returns e.g. 'slagelse.<43 letters>'
 */
export async function linkFragment({ kommune, purpose, subjectId, foreningId, personId }: SeededLink): Promise<string> {
  await untilSent()
  const { secret, hash } = secretAndHash()
  await run(`
    insert into link (kommune_id, id, token_hash, purpose, forening_id, person_id, subject_id, created_at, expires_at)
    select id, uuidv7(), $1, $2, $3, $4, $5, now(), now() + interval '2 years' from kommune where key = $6
    on conflict (kommune_id, purpose, subject_id, coalesce(forening_id, person_id)) where revoked_at is null and used_at is null
    do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`, [hash, purpose, foreningId ?? null, personId ?? null, subjectId, kommune])
  return `${kommune}.${secret}`
}
