import { makeEntry, move, type Account, type Entry } from '@medspil/ledger'
import type { Movement } from './apply-truth.ts'

const card: Account = { kind: 'card' }
const disputed: Account = { kind: 'disputed' }
const share = (signupId: string): Account => ({ kind: 'co-payment', signupId })

/**
 * The entry of one movement. A family's share stands on its sign-up. What a bank takes back is the kommune's own shortage
 * (`disputed`, below zero) until the dispute is won: the child keeps its place and the organiser its money meanwhile.
 */
export const entryForMovement = (entryId: string, movement: Movement): Entry => {
  const { amount } = movement
  switch (movement.kind) {
    case 'received': return makeEntry(entryId, 'co-payment-received', move(amount, card, share(movement.signupId)))
    case 'refunded': return makeEntry(entryId, 'co-payment-refunded', move(amount, share(movement.signupId), card))
    case 'refund-failed': return makeEntry(entryId, 'co-payment-refund-failed', move(amount, card, share(movement.signupId)))
    case 'disputed': return makeEntry(entryId, 'card-disputed', move(amount, disputed, card))
    case 'dispute-won': return makeEntry(entryId, 'card-dispute-won', move(amount, card, disputed))
  }
}
