import { openGateways, type Gateways, type WorkerParts } from '@medspil/api/testing'
import type { Database, Now } from '@medspil/db'
import type { Ground } from './life/world.ts'

/**
 * Gives every forening payment details in the Stripe emulator and the platform money to pay with.
 * @returns the way to send transfers; null when no emulator is running, and then nothing is paid out
 */
export async function openAccounts({ env, database, grounds, at }: { env: WorkerParts['env']; database: Database; grounds: readonly Ground[]; at: Now }): Promise<Gateways['transfers'] | null> {
  const control = (path: string, body: object) => fetch(`${env.STRIPE_API_BASE}/stripe/control/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(5000) })
  const isThere = await control('topup', { amount: 200_000_000 }).then(({ ok }) => ok, () => false)
  if (!isThere) return null
  const { transfers } = openGateways(env)
  for (const { kommuneId, foreningIds } of grounds)
    for (const foreningId of foreningIds.values()) {
      const { id } = await transfers.createAccount({ foreningId, kommuneId, key: `seed-${foreningId}` })
      await control('account/complete', { account: id })
      await database.asActor({ kind: 'job', kommuneId, id: null, name: 'seed' }, { now: at, procedure: 'seed' }, (tx) =>
        tx.db.forening.updateMany({ where: { kommuneId, id: foreningId }, data: { stripeAccountId: id, payoutsEnabled: true, payeeChangedOn: null } }))
    }
  return transfers
}
