import type { CapacityView } from '@medspil/contracts/signup'
import { instant, openShare, promoteWaiting, seasonAnswerHours } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct, SignupResults } from './acts.ts'
import { activityOf, heldBy, limitsOf } from './batch-activity.ts'
import type { BatchWorld } from './batch-world.ts'
import { answerTimes } from './decide-change.ts'
import { tellFamily } from './decide-request.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/** Offers the free places to the line, in its order. Each offer holds its place until it is answered or lapses. */
export function decidePromotion(world: BatchWorld, queued: ActOf<'promote'>): SignupResults['promote'] {
  const offer = world.offer(queued.act.offerId)
  if (!offer) throw new NotFound()
  const activity = activityOf(offer, world.now.day)
  if (activity.lastDay < world.now.day) return { offered: 0 }
  const at = instant(queued.now.at.toISOString())
  const { deadline, lapseAt } = answerTimes(at, offer.program?.offerHours ?? seasonAnswerHours)
  const { offers } = promoteWaiting({
    activities: [{ ...activity, ...openShare(offer) }],
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

/** Changes the number of places. Nobody loses one by it: what is filled stays, and the rest closes. */
export function decideCapacity(world: BatchWorld, queued: ActOf<'set-capacity'>): CapacityView {
  const offer = world.offer(queued.act.offerId)
  if (!offer) throw new NotFound()
  const before = offer.capacity
  const after = Math.max(queued.act.capacity, offer.taken - offer.reservedTaken + offer.reserved)
  if (after !== before) {
    const first = world.changes.capacities.find(({ offerId }) => offerId === offer.id)?.before ?? before
    world.changes.capacities = [...world.changes.capacities.filter(({ offerId }) => offerId !== offer.id), { offerId: offer.id, before: first, after }]
    offer.capacity = after
    world.audit(queued, 'offer.capacity-set', { id: offer.id, childId: null }, { before, after })
    if (after > before && offer.waiting > 0) world.leave({ name: 'promote-from-list', payload: { offerId: offer.id } })
  }
  return { offerId: offer.id, capacity: after }
}
