import { newId } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import type { Day } from '@medspil/domain/day'
import { entryForMovement } from '@medspil/domain/payment'
import { ore } from '@medspil/ledger'
import { asJob, type Ground, type World } from '../life/world.ts'
import type { PlantedRow } from './plant.ts'

/** A place whose own share was paid by card. Moments in milliseconds, price in øre. */
export interface PaidPlace { id: string; child: { id: string; guardianId: string }; activity: { price: number }; at: number; offeredAt: number | null }

/** Rows of the card payments that those with a place of a priced activity made: one Checkout each, paid a minute later. */
export function paymentRows(paid: readonly PaidPlace[], programId: string): { payments: PlantedRow[]; lines: PlantedRow[] } {
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

/**
 * The same payments at the Stripe emulator, so that a place given back is paid back: adds their ids to the rows. Does nothing
 * when no emulator is running.
 */
export async function payAtStripe({ env, transfers }: World, { kommuneId }: Ground, payments: readonly PlantedRow[]): Promise<void> {
  if (transfers === null) return
  for (let from = 0; from < payments.length; from += 500) {
    const some = payments.slice(from, from + 500)
    const answer = await fetch(`${env.STRIPE_API_BASE}/stripe/control/checkout/plant`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(60_000),
      body: JSON.stringify({ payments: some.map(({ id, amount }) => ({ payment: id, kommune: kommuneId, text: 'Aktiv Sommer', amount })) }),
    })
    if (!answer.ok) throw new Error(`the Stripe emulator took no payments: ${await answer.text()}`)
    const { planted } = await answer.json() as { planted: { session: string; intent: string; charge: string }[] }
    planted.forEach(({ session, intent, charge }, n) => Object.assign(some[n]!, { session_id: session, intent_id: intent, charge_id: charge }))
  }
}

/** The same money in the books, on one day. */
export async function bookOwnShares(world: World, ground: Ground, paid: readonly PaidPlace[], on: Day): Promise<void> {
  const entries = paid.map(({ id, activity: { price } }) => ({ entry: entryForMovement(newId(), { kind: 'received', signupId: id, amount: ore(BigInt(price)) }), subjectId: id }))
  for (let from = 0; from < entries.length; from += 500) await asJob(world, ground, on, (tx) => saveEntries(tx, entries.slice(from, from + 500)))
}
