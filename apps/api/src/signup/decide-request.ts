import type { SignupReceipt } from '@medspil/contracts/signup'
import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { day } from '@medspil/domain/day'
import { decideSignups, displayNameOf, instant, type SigningChild, stateWithPlace } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { activityOf, heldBy, limitsOf, whyNotTaking } from './batch-activity.ts'
import { holdFor } from './batch-money.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'

type Request = Extract<SignupAct, { kind: 'request' }>

/**
 * Gives one child a place with its money, or the next number in the line.
 * @throws Refused with the rule's reason; nothing of the world is changed then
 */
export function decideRequest(world: BatchWorld, queued: QueuedAct<Request>): SignupReceipt {
  const { act, now } = queued
  const at = instant(now.at.toISOString())
  const [offer, child] = [world.offer(act.offerId), world.child(act.childId)]
  if (!offer) throw new Refused({ reason: 'activity-not-offered', activityId: act.offerId })
  if (!child) throw new NotFound()

  const held = heldBy(world, act.childId)
  const has = held.find(({ activity }) => activity.id === act.offerId)
  if (has) return receiptOf(world.signup(has.signupId)!, true)
  const closed = whyNotTaking(offer, now.day, at)
  if (closed) throw new Refused(closed)

  const signing: SigningChild = {
    birthDay: day(child.birthDay), held,
    grade: child.gradeValue === null || child.gradeAsOf === null ? null : { value: child.gradeValue, asOf: day(child.gradeAsOf) },
  }
  const { signupId, childId, acceptsClash } = act
  const [answer] = decideSignups({
    today: now.day, activities: [activityOf(offer, now.day)], children: new Map([[childId, signing]]), limits: limitsOf(offer),
    requests: [{ requestId: signupId, signupId, groupId: null, childId, activityId: offer.id, at, acceptsClash }],
  })
  if (!answer || answer.kind === 'refused') throw new Refused(answer?.whyNot ?? { reason: 'activity-not-offered', activityId: offer.id })
  const asked = { queued, offer, displayName: displayNameOf(child.name), at }
  return receiptOf(answer.kind === 'place' ? takePlace(world, asked) : takeNumber(world, asked, answer.position))
}

interface Asked { queued: QueuedAct<Request>; offer: BatchOffer; displayName: string; at: BatchSignup['createdAt'] }

function takePlace(world: BatchWorld, asked: Asked): BatchSignup {
  const { queued, offer } = asked
  const money = holdFor(world, { id: queued.act.signupId, childId: queued.act.childId }, offer)
  const signup: BatchSignup = { ...newSignup(asked), ...money, state: stateWithPlace(offer, BigInt(money.passPays)) }
  world.add(signup)
  world.audit(queued, 'signup.place-given', signup, { offerId: offer.id, state: signup.state, passPays: signup.passPays, familyPays: signup.familyPays })
  if (signup.state === 'requested') world.leave({ name: 'ask-forening', payload: { signupId: signup.id, purpose: 'signup-answer' } })
  tellFamily(world, signup, 'receipt')
  return signup
}

function takeNumber(world: BatchWorld, asked: Asked, position: number): BatchSignup {
  const { queued, offer } = asked
  offer.waitingLast += 1
  const signup: BatchSignup = {
    ...newSignup(asked), state: 'waiting', waitingNumber: offer.waitingLast, position, courseId: world.child(queued.act.childId)?.courseId ?? null,
  }
  world.add(signup)
  world.audit(queued, 'signup.number-given', signup, { offerId: offer.id, number: offer.waitingLast })
  tellFamily(world, signup, 'receipt')
  return signup
}

function newSignup({ queued: { act, by }, offer, displayName, at }: Asked): BatchSignup {
  return {
    id: act.signupId, offerId: offer.id, childId: act.childId, programId: offer.programId, courseId: null, displayName, state: 'waiting', waitingNumber: null, position: null,
    price: offer.price, passPays: '0', familyPays: offer.price, requestedBy: by.id, requestedKind: by.kind, createdAt: at,
    offeredAt: null, offerDeadlineAt: null, endedOn: null, endReason: null,
  }
}

/** Tells the one of the family who asked; when somebody asked for it, the job finds those who decide for the child. */
export function tellFamily(world: BatchWorld, signup: BatchSignup, purpose: 'receipt' | 'place-offered' | 'news'): void {
  const personId = signup.requestedKind === 'family' ? signup.requestedBy : null
  world.leave({ name: 'tell-family', payload: { personId, childId: signup.childId, purpose, subjectId: signup.id } })
}
