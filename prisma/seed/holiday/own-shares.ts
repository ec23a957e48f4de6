import { newId } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import type { Day } from '@medspil/domain/day'
import { entryForMovement } from '@medspil/domain/payment'
import { ore } from '@medspil/ledger'
import { asJob, type Ground, type World } from '../life/world.ts'
import type { Asked } from './crowd.ts'
import type { PlantedRow } from './plant.ts'

/** Rows of the card payments that those with a place of a priced activity made: one Checkout each, paid a minute later. */
export function paymentRows(paid: readonly Asked[], programId: string): { payments: PlantedRow[]; lines: PlantedRow[] } {
  const payments: PlantedRow[] = []
  const lines: PlantedRow[] = []
  for (const { id: signupId, child, activity: { price }, at, offeredAt } of paid) {
    const id = newId()
    const began = offeredAt ?? at
    const paidAt = new Date(began + 60_000).toISOString()
    payments.push({ id, payer_id: child.guardianId, program_id: programId, state: 'paid', amount: price, send_key: `seed-${id}`, expires_at: new Date(began + 1_800_000).toISOString(), created_at: new Date(began).toISOString(), paid_at: paidAt, ended_at: paidAt, dispute_amount: 0 })
    lines.push({ id: newId(), payment_id: id, signup_id: signupId, child_id: child.id, amount: price, refunded: 0, open: false, outcome: 'placed' })
  }
  return { payments, lines }
}

/** The same money in the books, on one day. */
export async function bookOwnShares(world: World, ground: Ground, paid: readonly Asked[], on: Day): Promise<void> {
  const entries = paid.map(({ id, activity: { price } }) => ({ entry: entryForMovement(newId(), { kind: 'received', signupId: id, amount: ore(BigInt(price)) }), subjectId: id }))
  for (let from = 0; from < entries.length; from += 500) await asJob(world, ground, on, (tx) => saveEntries(tx, entries.slice(from, from + 500)))
}
