import type { CapacityView } from '@medspil/contracts/signup'
import type { BatchOffer } from '@medspil/db/signup'
import { cutAtBegin, instant, type Instant, keptAsTaken, leastAnswerHours, openShare, promoteWaiting, seasonAnswerHours, whyNotAnyMore } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct, SignupResults } from './acts.ts'
import { activityOf, heldBy, limitsOf, meetingTimesOf } from './batch-activity.ts'
import type { BatchWorld } from './batch-world.ts'
import { tellFamily } from './decide-request.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Offers the free places to the line, in its order. Each offer holds its place until it is answered or lapses; once the
 * last meeting has begun nobody is offered any, and those who wait are shown that.
 */
export function decidePromotion(world: BatchWorld, queued: ActOf<'promote'>): SignupResults['promote'] {
  const offer = world.offer(queued.act.offerId)
  if (!offer) throw new NotFound()
  const activity = activityOf(offer, world.now.day)
  const at = instant(queued.now.at.toISOString())
  const { deadline, lapseAt } = answerTimes(offer, at)
  const { offers } = promoteWaiting({
    activities: [{ ...activity, ...openShare(offer), over: whyNotAnyMore(meetingTimesOf(offer), at) }],
    at, deadline, limits: limitsOf(offer), groupTooLarge: offer.program?.groupTooLarge ?? 'pass-over',
    waiting: world.line(offer.id).map((signup) => ({ signupId: signup.id, childId: signup.childId, activityId: offer.id, groupId: signup.groupId })),
    heldPlaces: (childId, group) => heldBy(world, childId).filter((held) => held.kind === 'place' && held.activity.limitGroup === group).length,
  })
  for (const { signupId } of offers) {
    const signup = world.signup(signupId)!
    world.change(signup, { state: 'offered', offeredAt: at, offerDeadlineAt: deadline })
    world.audit(queued, 'signup.place-offered', signup, { offerId: offer.id, deadline })
    world.leave({ name: 'expire-offer', payload: { signupId }, runAt: lapseAt })
    tellFamily(world, signup, 'place-offered')
  }
  return { offered: offers.length }
}

/** The last moment to answer a place that is offered now, and the moment its job may run. */
function answerTimes(offer: BatchOffer, at: Instant): { deadline: Instant; lapseAt: string } {
  const after = (hours: number) => instant(new Date(Date.parse(at) + hours * 3_600_000).toISOString())
  const deadline = cutAtBegin(meetingTimesOf(offer), { wanted: after(offer.program?.offerHours ?? seasonAnswerHours), least: after(leastAnswerHours) })
  return { deadline, lapseAt: new Date(Date.parse(deadline) + 1000).toISOString() }
}

/** Changes the number of places. Nobody loses one by it: what is filled stays, and the rest closes, down to the fewest it is held for. */
export function decideCapacity(world: BatchWorld, queued: ActOf<'set-capacity'>): CapacityView {
  const offer = world.offer(queued.act.offerId)
  if (!offer) throw new NotFound()
  const before = offer.capacity
  const after = Math.max(queued.act.capacity, keptAsTaken(offer).taken, offer.minimum ?? 0)
  if (after !== before) {
    const first = world.changes.capacities.find(({ offerId }) => offerId === offer.id)?.before ?? before
    world.changes.capacities = [...world.changes.capacities.filter(({ offerId }) => offerId !== offer.id), { offerId: offer.id, before: first, after }]
    offer.capacity = after
    world.audit(queued, 'offer.capacity-set', { id: offer.id, childId: null }, { before, after })
    if (after > before && offer.waiting > 0) world.leave({ name: 'promote-from-list', payload: { offerId: offer.id } })
  }
  return { offerId: offer.id, capacity: after }
}
