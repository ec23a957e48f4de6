import type { SignupReceipt } from '@medspil/contracts/signup'
import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { cancelSignup, hasLapsed, instant, moveSignup, type SignupMoved, whyNotAnswer, whyNotAnyMore, whyNotGiveBack } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { isKeptOver, meetingTimesOf } from './batch-activity.ts'
import { releaseFor } from './batch-money.ts'
import { endShare } from './batch-refunds.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'
import { tellFamily } from './decide-request.ts'
import { givePlace } from './give-place.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Takes a sign-up back: the place goes to the line, the money to the pass. Taking it back twice is taking it back once. Of an
 * activity that was called off already it is the kommune's act, whoever was first to press: no family loses its money by it.
 * @throws Refused when a holiday activity that a family has a place at has begun
 */
export function decideCancel(world: BatchWorld, queued: ActOf<'cancel'>): SignupReceipt {
  const { signup, offer } = found(world, queued.act)
  const by = offer.cancelled ? 'kommune' : queued.act.cancelledBy
  const moved = cancelSignup(signup.state, by)
  if (moved.ok && moved.state === signup.state) return receiptOf(signup, true)
  const begun = by === 'family' ? whyNotGiveBack(meetingTimesOf(offer), signup, instant(queued.now.at.toISOString())) : null
  if (begun) throw new Refused(begun)
  return endSignup(world, queued, signup, moved, 'cancelled')
}

/**
 * The family's answer to a place that came free, for all who were promoted together. Yes sets the pass's money aside in
 * the same act; an own share of a holiday activity is awaited for the programme's hours, on a team it is paid to the
 * forening. An answer is given once.
 * @throws Refused when the deadline is past, the place was answered before, or a yes comes when the last meeting has begun
 */
export function decideAnswer(world: BatchWorld, queued: ActOf<'answer-place'>): SignupReceipt {
  // The one that was asked about first: when it is refused, nothing of the others is answered.
  const answered = answerOne(world, queued)
  const at = instant(queued.now.at.toISOString())
  for (const other of queued.act.group) {
    const signup = world.signup(other.signupId)
    if (signup?.state === 'offered' && whyNotAnswer(signup.offerDeadlineAt ?? at, at) === null) answerOne(world, { ...queued, act: { ...queued.act, ...other } })
  }
  return answered
}

function answerOne(world: BatchWorld, queued: ActOf<'answer-place'>): SignupReceipt {
  const { signup, offer } = found(world, queued.act)
  const at = instant(queued.now.at.toISOString())
  // Said yes before, a family's no is a cancellation: the moves alone would let it pass as the forening's.
  if (signup.state !== 'offered') throw new Refused({ reason: 'signup-move-impossible', from: signup.state, to: queued.act.answer === 'no' ? 'declined' : 'confirmed' })
  const over = queued.act.answer === 'yes' ? whyNotAnyMore(meetingTimesOf(offer), at) : null
  const whyNot = over ?? whyNotAnswer(signup.offerDeadlineAt ?? at, at)
  if (whyNot) throw new Refused(whyNot)
  if (queued.act.answer === 'no') return endSignup(world, queued, signup, moveSignup(signup.state, 'declined'), 'declined')
  givePlace(world, signup, offer, at)
  world.audit(queued, 'signup.place-accepted', signup, { offerId: offer.id, state: signup.state, passPays: signup.passPays, familyPays: signup.familyPays })
  tellFamily(world, signup, 'receipt')
  return receiptOf(signup)
}

/** Gives an offered place on when its deadline is past. Before it, or once answered, nothing happens. */
export function decideLapse(world: BatchWorld, queued: ActOf<'lapse-offer'>): SignupReceipt {
  const { signup } = found(world, queued.act)
  const at = instant(queued.now.at.toISOString())
  const lapses = signup.state === 'offered' && signup.offerDeadlineAt !== null && hasLapsed(signup.state, signup.offerDeadlineAt, at)
  if (!lapses) return receiptOf(signup, true)
  return endSignup(world, queued, signup, moveSignup(signup.state, 'lapsed'), 'lapsed')
}

/** Ends what a forening never answered: after the hold's last day the money and the place are free again. */
export function decideTimeOut(world: BatchWorld, queued: ActOf<'time-out-hold'>): SignupReceipt {
  const { signup } = found(world, queued.act)
  const over = world.holdsOf(signup.id).some((held) => held.state === 'held' && held.keptUntil < queued.now.day)
  if (!over) return receiptOf(signup, true)
  if (signup.state === 'requested') return endSignup(world, queued, signup, moveSignup(signup.state, 'declined'), 'timed-out')
  releaseFor(world, signup, 'timed-out')
  world.audit(queued, 'hold.timed-out', signup, { state: signup.state })
  return receiptOf(signup)
}

type Ending = 'cancelled' | 'declined' | 'lapsed' | 'timed-out'

/** The audit event of each way a sign-up ends before it begins. */
const events: Readonly<Record<Ending, string>> = {
  cancelled: 'signup.cancelled', declined: 'signup.place-declined', lapsed: 'signup.place-lapsed', 'timed-out': 'signup.hold-timed-out',
}

/**
 * Ends a sign-up before it began: its money goes back to the pass, its place to the line, and the family hears of it
 * unless it did so itself.
 */
export function endSignup(world: BatchWorld, queued: QueuedAct, signup: BatchSignup, moved: SignupMoved, how: Ending): SignupReceipt {
  if (!moved.ok) throw new Refused(moved.whyNot)
  const before = signup.state
  releaseFor(world, signup, how === 'timed-out' ? 'timed-out' : how === 'cancelled' ? 'cancelled' : 'declined')
  world.change(signup, { state: moved.state, offerDeadlineAt: null, heldUntil: null, endedOn: queued.now.day, endReason: how })
  releasePlace(world, signup)
  endShare(world, queued, signup)
  world.audit(queued, events[how], signup, { before, after: moved.state })
  if (moved.freesPlace) world.leave({ name: 'promote-from-list', payload: { offerId: signup.offerId } })
  if (queued.by.kind !== 'family' || moved.state === 'cancelled-by-kommune') tellFamily(world, signup, 'news')
  return receiptOf(signup)
}

// A kept place that is given back after its release day is everybody's: it must not wait for a supported child any more. This
// one alone, as when any other child goes; those nobody filled are released by their own job.
function releasePlace(world: BatchWorld, signup: BatchSignup): void {
  const offer = world.offer(signup.offerId)
  if (offer && signup.reserved && isKeptOver(offer, world.now.day) && offer.reserved > offer.reservedTaken) world.keepReserved(offer, offer.reserved - 1, offer.reservedUntil)
}

function found(world: BatchWorld, { signupId, offerId }: { signupId: string; offerId: string }): { signup: BatchSignup; offer: BatchOffer } {
  const [signup, offer] = [world.signup(signupId), world.offer(offerId)]
  if (!signup || signup.offerId !== offer?.id) throw new NotFound()
  return { signup, offer }
}
