import type { SignupReceipt } from '@medspil/contracts/signup'
import { newId } from '@medspil/db'
import type { BatchPaymentLine, BatchSignup } from '@medspil/db/signup'
import { fateOfLine, sessionEnds, startPayment } from '@medspil/domain/payment'
import { decideSignups, instant, isOver, moveSignup, statePaid } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import type { QueuedAct, SettledPayment, SignupAct, StartedPayment } from './acts.ts'
import { activityOf, isKeptOver, limitsOf, signingChild, whyNotTaking } from './batch-activity.ts'
import { holdFor, passWouldPay } from './batch-money.ts'
import { endShare, giveBack, keepOutcome } from './batch-refunds.ts'
import { oreOf, receiptOf, type BatchWorld } from './batch-world.ts'
import { tellFamily } from './decide-request.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Begins one payment for held places of a family: its rows stand before Stripe hears of it, and each sign-up has at most one
 * that can be paid. Asked again, the open one is the answer.
 * @throws Refused when a place's time is over, nothing is to be paid, or another Checkout must end first
 */
export function decidePaymentStart(world: BatchWorld, queued: ActOf<'start-payment'>): StartedPayment {
  const { paymentId: id, signups: wanted } = queued.act
  const signups = wanted.map(({ signupId }) => signupOf(world, signupId))
  const at = instant(queued.now.at.toISOString())
  const payerId = queued.by.kind === 'link' ? queued.by.personId : queued.by.id
  const answer = startPayment(
    signups.map((signup) => ({ ...signup, familyPays: oreOf(signup.familyPays), openPaymentId: world.paidFor(signup.id).find(({ open }) => open)?.paymentId ?? null })),
    // Another parent's Checkout is not this one's to go on with.
    (paymentId) => world.linesOf(paymentId).filter((line) => line.payerId === payerId).map(({ signupId }) => signupId), at,
  )
  if (answer.kind === 'refused') throw new Refused(answer.whyNot)
  if (answer.kind === 'open-already') return { paymentId: answer.paymentId, existing: true }
  const programId = signups[0]!.programId
  if (payerId === null || programId === null) throw new NotFound()
  const held = Math.min(...signups.map(({ heldUntil }) => (heldUntil === null ? Number.POSITIVE_INFINITY : Date.parse(heldUntil))))
  world.changes.payments.push({
    id, payerId, programId, amount: String(answer.amount), createdAt: at, expiresAt: new Date(sessionEnds(Date.parse(at), held)).toISOString(),
    lines: signups.map((signup) => ({ id: newId(), signupId: signup.id, childId: signup.childId, amount: signup.familyPays })),
  })
  for (const signup of signups) {
    if (signup.state === 'seat-held') world.change(signup, { state: 'awaiting-payment' })
    world.audit(queued, 'payment.started', signup, { paymentId: id, amount: signup.familyPays })
  }
  return { paymentId: id, existing: false }
}

/**
 * What a payment that has come in leads to, place by place, with the offers' locks held anew (promise 6): the place that is
 * held, the lapsed one when nobody else has it, or the money back and a word about it. Run twice, the second changes nothing.
 */
export function decidePaid(world: BatchWorld, queued: ActOf<'settle-payment'>): SettledPayment {
  const settled = { placed: 0, givenBack: 0 }
  for (const line of world.linesOf(queued.act.paymentId)) {
    const signup = world.signup(line.signupId)
    if (!signup || line.paymentState !== 'paid') continue
    const fate = fateOfLine({ outcome: line.outcome, signupState: signup.state, mayHavePlaceBack: () => mayHavePlaceBack(world, queued, signup, line) })
    if (fate.kind === 'nothing') continue
    if (fate.kind === 'give-back') {
      giveBack(world, queued, line, fate.cause === 'cancelled-by-family' ? 'paid-too-late' : fate.cause)
      keepOutcome(world, line, 'given-back')
      settled.givenBack += 1
    } else {
      place(world, queued, signup, line, fate.kind === 'place-back')
      settled.placed += 1
    }
    tellFamily(world, signup, fate.kind === 'give-back' ? 'news' : 'receipt')
  }
  return settled
}

/** Gives back the share of a sign-up that a forening ended outside this path. Run twice, the second finds nothing. */
export function decideEndedShare(world: BatchWorld, queued: ActOf<'refund-ended'>): SignupReceipt {
  const signup = signupOf(world, queued.act.signupId)
  if (isOver(signup.state) && signup.state !== 'ended' && signup.state !== 'no-show') endShare(world, queued, signup)
  return receiptOf(signup, true)
}

function place(world: BatchWorld, queued: QueuedAct, signup: BatchSignup, line: BatchPaymentLine, isBack: boolean): void {
  const offer = world.offer(signup.offerId)
  if (!offer) throw new NotFound()
  const money = isBack ? holdFor(world, signup, offer) : {}
  const state = statePaid(offer)
  if (!isBack) {
    const moved = moveSignup(signup.state, state)
    if (!moved.ok) throw new Refused(moved.whyNot)
  }
  world.change(signup, { ...money, state, heldUntil: null, endedOn: null, endReason: null })
  keepOutcome(world, line, 'placed')
  world.audit(queued, 'signup.paid', signup, { paymentId: line.paymentId, state, amount: line.amount, afterTime: isBack })
}

/** The same rules as for a new sign-up, and the price that was paid: a place that waits for another child is nobody's to take. */
function mayHavePlaceBack(world: BatchWorld, { now }: QueuedAct, signup: BatchSignup, line: BatchPaymentLine): boolean {
  const offer = world.offer(signup.offerId)
  const at = instant(now.at.toISOString())
  if (!offer || whyNotTaking(offer, now.day, at) !== null) return false
  if (oreOf(offer.price) - passWouldPay(world, signup.childId, offer) !== oreOf(line.amount)) return false
  const [answer] = decideSignups({
    today: now.day, activities: [activityOf(offer, now.day)], limits: limitsOf(offer),
    children: new Map([[signup.childId, signingChild(world, signup.childId)]]),
    requests: [{ requestId: line.id, signupId: signup.id, childId: signup.childId, activityId: offer.id, at, groupId: null, acceptsClash: true, reserved: signup.reserved && !isKeptOver(offer, now.day) }],
  })
  return answer?.kind === 'place' && !answer.existing && answer.reserved === signup.reserved
}

function signupOf(world: BatchWorld, id: string): BatchSignup {
  const signup = world.signup(id)
  if (!signup) throw new NotFound()
  return signup
}
