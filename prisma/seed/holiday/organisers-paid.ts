import { activityReference, linesHashOf, nextPayoutReference } from '@medspil/db/subsidy'
import { newId } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { addDays, type Day, weekdayOf } from '@medspil/domain/day'
import { activityText, type Claim, confirmClaim, dueClaim, entryForCoPaymentConfirmed, entryForPayoutConfirmed, entryForPayoutSent, type Payout } from '@medspil/domain/subsidy'
import { ore } from '@medspil/ledger'
import { asJob, employee, type Ground, morning, type World } from '../life/world.ts'
import type { PlantedActivity } from './activities.ts'
import type { PaidPlace } from './own-shares.ts'
import { planting } from './plant.ts'

/** A paid place of an activity that was held. */
export type HeldPaid = PaidPlace & { activity: Pick<PlantedActivity, 'id' | 'price' | 'organiser' | 'dates'> }

/**
 * What was owed to the organisers of a summer and what they got: one claim per paid place the day after its activity, and a
 * payout to their NemKonto on the Monday after, prepared by one and released by another.
 */
export async function payOrganisers(world: World, ground: Ground, ordningId: string, paid: readonly HeldPaid[]): Promise<void> {
  const [preparer, payer] = [await employee(world, ground, 'preparer'), await employee(world, ground, 'payer')]
  const weeks = Map.groupBy(paid, ({ activity }) => mondayAfter(activity.dates.at(-1)!))
  for (const [on, places] of [...weeks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const now = morning(on)
    const at = now.at.toISOString()
    const claims = places.map(({ id: signupId, activity }) => claimOf(signupId, activity))
    const textOf = ({ period }: Claim, n: number) => activityText({ season: period, reference: activityReference(places[n]!.activity.id) })
    const lines = claims.map((claim, n) => ({ id: newId(), claimId: claim.id, foreningId: claim.foreningId, payeeId: claim.foreningId, amount: claim.amount, reference: textOf(claim, n), state: 'confirmed' as const }))
    const payoutId = newId()
    const hash = linesHashOf(lines)
    const reference = await asJob(world, ground, on, nextPayoutReference)
    const total = lines.reduce((sum, { amount }) => sum + Number(amount), 0)
    await planting(world.database.pool, ground.kommuneId, now, async (plant) => {
      await plant('payout', [{
        id: payoutId, reference, state: 'confirmed' satisfies Payout['state'], rail: 'bank-file', total, lines_hash: `\\x${hash}`, prepared_by: preparer.id, prepared_person_key: preparer.personKey, prepared_at: at,
        submitted_by: preparer.id, submitted_at: at, sent_at: at, confirmed_at: at,
      }])
      await plant('claim', claims.map((claim, n) => ({
        id: claim.id, signup_id: claim.signupId, child_id: places[n]!.child.id, forening_id: claim.foreningId, ordning_id: ordningId, source_kind: 'co-payment', parts: [], amount: Number(claim.amount), set_off: 0,
        period_from: claim.period.firstDay, period_to: claim.period.lastDay, remittance: textOf(claim, n), state: 'paid', created_at: at, confirmed_at: at, payout_id: payoutId,
      })))
      await plant('payout_line', lines.map(({ id, claimId, foreningId, payeeId, amount, reference: text, state }, position) => ({
        id, payout_id: payoutId, claim_id: claimId, forening_id: foreningId, payee_id: payeeId, amount: Number(amount), reference: text, position, state, settled_at: at,
      })))
    })
    await world.database.asActor(payer, { now, procedure: 'seed' }, (tx) => tx.db.payoutApproval.createMany({ data: [{
      kommuneId: ground.kommuneId, id: newId(), payoutId, staffId: payer.id, personKey: payer.personKey, preparedPersonKey: preparer.personKey, linesHash: new Uint8Array(Buffer.from(hash, 'hex')), at: now.at,
    }] }))
    await asJob(world, ground, on, (tx) => saveEntries(tx, [
      ...claims.map((claim) => ({ entry: entryForCoPaymentConfirmed(newId(), claim, claim.amount), subjectId: claim.id })),
      { entry: entryForPayoutSent(newId(), lines), subjectId: payoutId }, { entry: entryForPayoutConfirmed(newId(), 'bank-file', lines), subjectId: payoutId },
    ]))
  }
}

function claimOf(signupId: string, { price, organiser, dates }: HeldPaid['activity']): Claim {
  const claim = confirmClaim(dueClaim({
    id: newId(), foreningId: organiser.foreningId, signupId, amount: ore(price), source: { kind: 'co-payment' }, period: { firstDay: dates[0]!, lastDay: dates.at(-1)! },
  }), null)
  if (!claim.ok) throw new Error('a new claim can be confirmed')
  return claim.claim
}

/** The Monday after a day. */
const mondayAfter = (on: Day): Day => addDays(on, 8 - weekdayOf(on))
