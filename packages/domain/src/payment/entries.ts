import { add, gather, makeEntry, min, move, subtract, zero, type Account, type Entry, type Ore } from '@medspil/ledger'
import type { Movement } from './apply-truth.ts'

const card: Account = { kind: 'card' }
const disputed: Account = { kind: 'disputed' }
const paidOtherwise: Account = { kind: 'paid-otherwise' }
const share = (signupId: string): Account => ({ kind: 'co-payment', signupId })
const laidOut = (signupId: string): Account => ({ kind: 'laid-out', signupId })

/**
 * The entry of one movement. A family's share stands on its sign-up. What a bank takes back is the kommune's own shortage
 * (`disputed`, below zero) until the dispute is won: the child keeps its place and the organiser its money meanwhile.
 * @param short what of a refund the share does not hold any more, since the forening's claim has taken it; øre
 */
export const entryForMovement = (entryId: string, movement: Movement, short: Ore = zero): Entry => {
  const { amount } = movement
  switch (movement.kind) {
    case 'received': return makeEntry(entryId, 'co-payment-received', move(amount, card, share(movement.signupId)))
    case 'refunded': return makeEntry(entryId, 'co-payment-refunded', gather([
      ...move(subtract(amount, short), share(movement.signupId), card), ...move(short, laidOut(movement.signupId), card),
    ]))
    case 'refund-failed': return makeEntry(entryId, 'co-payment-refund-failed', move(amount, card, share(movement.signupId)))
    case 'disputed': return makeEntry(entryId, 'card-disputed', move(amount, disputed, card))
    case 'dispute-won': return makeEntry(entryId, 'card-dispute-won', move(amount, card, disputed))
  }
}

/**
 * The entries of several movements in their order. A refund takes what its share still holds, and the kommune lays the rest out.
 * @param held what stands on the share of each sign-up before them, øre; left out is nothing
 */
export const entriesForMovements = (movements: readonly Movement[], held: ReadonlyMap<string, Ore>, makeId: () => string): Entry[] => {
  const left = new Map(held)
  return movements.map((movement) => {
    if (!('signupId' in movement)) return entryForMovement(makeId(), movement)
    const { signupId, amount, kind } = movement
    const before = left.get(signupId) ?? zero
    const short = kind === 'refunded' ? subtract(amount, min(amount, before)) : zero
    left.set(signupId, kind === 'refunded' ? subtract(before, subtract(amount, short)) : add(before, amount))
    return entryForMovement(makeId(), movement, short)
  })
}

/** Co-payment → laid out: what the kommune had laid out for a family's refund is covered; øre. */
export const entryForCovered = (entryId: string, signupId: string, amount: Ore): Entry =>
  makeEntry(entryId, 'laid-out-covered', move(amount, share(signupId), laidOut(signupId)))

/**
 * Share → paid otherwise: the family has its money by bank or NemKonto. What was taken from its card stays at Stripe and is
 * the kommune's. The kommune lays out what the share does not hold any more, as for a refund.
 * @param held what stands on the share before, øre
 */
export const entryForPaidOtherwise = (entryId: string, signupId: string, amount: Ore, held: Ore): Entry => {
  const ofShare = min(amount, held)
  return makeEntry(entryId, 'co-payment-paid-otherwise', gather([
    ...move(ofShare, share(signupId), paidOtherwise), ...move(subtract(amount, ofShare), laidOut(signupId), paidOtherwise),
  ]))
}

/** Paid otherwise → share: it was noted by mistake, and the family is owed its money (øre) as before. */
export const entryForPaidOtherwiseUndone = (entryId: string, signupId: string, amount: Ore): Entry =>
  makeEntry(entryId, 'co-payment-paid-otherwise-undone', move(amount, paidOtherwise, share(signupId)))
