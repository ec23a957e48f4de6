import { ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dayOf } from '../days.ts'

/**
 * All claims of a forening, newest first: reference, short name and period, never why. Those of a holiday activity
 * (`activityId`) come without the child, since they are shown as one sum; the children of the others are logged as read. Øre.
 */
export async function loadClaimsOf(tx: Tx, foreningId: string) {
  const claims = await tx.db.claim.findMany({ where: { kommuneId: tx.kommuneId, foreningId, state: { not: 'rejected' } }, orderBy: { createdAt: 'desc' } })
  const signups = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, id: { in: claims.map(({ signupId }) => signupId) } }, select: { id: true, displayName: true, programId: true, offer: { select: { id: true, title: true } } } })
  const known = new Map(signups.map((signup) => [signup.id, signup]))
  await logRead(tx, claims.filter(({ signupId }) => known.get(signupId)?.programId === null).map(({ childId }) => childId), 'signed-up-here', ['displayName', 'subsidy'])
  return claims.map((claim) => {
    const signup = known.get(claim.signupId)
    return {
      id: claim.id, reference: claim.remittance, displayName: signup?.programId ? null : signup?.displayName ?? '', offerTitle: signup?.offer.title ?? '', activityId: signup?.programId ? signup.offer.id : null,
      periodFrom: dayOf(claim.periodFrom), periodTo: dayOf(claim.periodTo), amount: ore(claim.amount), state: claim.state, payoutId: claim.payoutId, heldBackWhy: claim.heldBackWhy,
    }
  })
}

/** Payouts that reached this forening, newest first, with the amount of its own lines alone; øre. */
export async function loadPaidLines(tx: Tx, foreningId: string) {
  const lines = await tx.db.payoutLine.findMany({
    where: { kommuneId: tx.kommuneId, foreningId, state: 'confirmed' }, orderBy: [{ settledAt: 'desc' }, { position: 'asc' }], include: { payout: { select: { id: true, reference: true } } },
  })
  return lines.map(({ claimId, amount, settledAt, reference, payout }) => ({ claimId, amount: ore(amount), reference, paidAt: settledAt, payoutId: payout.id, payoutReference: payout.reference }))
}

/** What the kommune asks back from a forening. */
export async function loadClawbacksOf(tx: Tx, foreningId: string) {
  const rows = await tx.db.clawback.findMany({ where: { kommuneId: tx.kommuneId, foreningId }, orderBy: { proposedAt: 'desc' } })
  return rows.map(({ id, claimId, amount, cause, state, deadline }) => ({ id, claimId, amount: ore(amount), cause, state, deadline: dayOf(deadline) }))
}
