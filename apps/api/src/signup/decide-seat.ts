import type { SignupReceipt } from '@medspil/contracts/signup'
import { extensionsMost, hasLapsed, instant, isHeldForPayment, moveSignup } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'
import { endSignup } from './decide-change.ts'
import { holdSeat } from './hold-seat.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/** Gives a held place on when its time to pay is over. Before that, or once paid, nothing happens. */
export function decideSeatLapse(world: BatchWorld, queued: ActOf<'lapse-seat'>): SignupReceipt {
  const signup = world.signup(queued.act.signupId)
  if (!signup) throw new NotFound()
  const at = instant(queued.now.at.toISOString())
  // A bank that thinks about it keeps the place: its answer comes, and the family has done its part.
  const isProcessing = world.paidFor(signup.id).some(({ open, paymentState }) => open && paymentState === 'processing')
  if (!isHeldForPayment(signup.state) || isProcessing || signup.heldUntil === null || !hasLapsed(signup.state, signup.heldUntil, at)) return receiptOf(signup, true)
  return endSignup(world, queued, signup, moveSignup(signup.state, 'lapsed'), 'lapsed')
}

/**
 * Gives a family more time to pay: the programme's minutes on top of what it has, at most `extensionsMost` times. So also
 * for a place that was held for hours: those are the time to find the money, this is the time to finish paying, and others
 * wait for the place. What is shown counts down to the new moment.
 * @throws Refused when the time is over already, or was extended often enough
 */
export function decideExtension(world: BatchWorld, queued: ActOf<'extend-seat'>): SignupReceipt {
  const [signup, offer] = [world.signup(queued.act.signupId), world.offer(queued.act.offerId)]
  if (!signup || !offer) throw new NotFound()
  const at = instant(queued.now.at.toISOString())
  if (!isHeldForPayment(signup.state) || signup.heldUntil === null || at > signup.heldUntil)
    throw new Refused({ reason: 'seat-over', heldUntil: signup.heldUntil ?? at })
  if (signup.extended >= extensionsMost) throw new Refused({ reason: 'seat-extended-enough', most: extensionsMost })
  world.change(signup, { extended: signup.extended + 1 })
  holdSeat(world, signup, offer, signup.heldUntil, 'minutes')
  world.audit(queued, 'signup.seat-extended', signup, { offerId: offer.id, heldUntil: signup.heldUntil })
  return receiptOf(signup)
}
