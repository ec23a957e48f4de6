import { newId } from '@medspil/db'
import type { BatchPaymentLine, BatchSignup } from '@medspil/db/signup'
import { isStaff } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { causeOfEnd, type LineOutcome, type RefundCause, refundDue } from '@medspil/domain/payment'
import { instant } from '@medspil/domain/signup'
import { subtract } from '@medspil/ledger'
import type { QueuedAct } from './acts.ts'
import { oreOf, type BatchWorld } from './batch-world.ts'

/** Notes what became of a paid line, in the act that decides it. */
export function keepOutcome(world: BatchWorld, line: BatchPaymentLine, outcome: LineOutcome): void {
  line.outcome = outcome
  world.changes.outcomes = [...world.changes.outcomes.filter(({ lineId }) => lineId !== line.id), { lineId: line.id, outcome }]
}

/**
 * Decides what of a paid line goes back, and leaves the job that sends it. The row stands before anything is asked of Stripe.
 * @returns øre that go back; zero when the programme's rule gives nothing
 */
export function giveBack(world: BatchWorld, queued: QueuedAct, line: BatchPaymentLine, cause: RefundCause): bigint {
  const signup = world.signup(line.signupId)
  const offer = signup && world.offer(signup.offerId)
  const amount = refundDue({
    amount: oreOf(line.amount), left: subtract(oreOf(line.amount), oreOf(line.refunded)), cause, rule: offer?.program?.refundRule ?? [],
    today: world.now.day, firstDay: day(offer?.seasonFrom ?? world.now.day),
  })
  if (amount <= 0n) return 0n
  const [id, at] = [newId(), instant(queued.now.at.toISOString())]
  line.refunded = String(BigInt(line.refunded) + amount)
  world.changes.refunds.push({
    id, paymentId: line.paymentId, lineId: line.id, signupId: line.signupId, childId: line.childId, amount: String(amount), cause,
    askedBy: isStaff(queued.by) ? queued.by.id : null, createdAt: at,
  })
  world.audit(queued, 'refund.due', { id, childId: line.childId }, { paymentId: line.paymentId, amount: String(amount), cause })
  world.leave({ name: 'send-refund', payload: { refundId: id } })
  return amount
}

/**
 * What an ended sign-up means for its money: a Checkout that can still be paid is closed, and a paid share goes back as
 * the rule of the end says.
 */
export function endShare(world: BatchWorld, queued: QueuedAct, signup: BatchSignup): void {
  for (const line of world.paidFor(signup.id)) {
    if (line.open) world.leave({ name: 'expire-checkout', payload: { paymentId: line.paymentId } })
    if (line.paymentState !== 'paid' || line.outcome !== 'placed') continue
    giveBack(world, queued, line, causeOfEnd(signup.state))
    keepOutcome(world, line, 'given-back')
  }
}
