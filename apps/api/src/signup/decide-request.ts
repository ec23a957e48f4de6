import type { SignupReceipt } from '@medspil/contracts/signup'
import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { decideSignups, displayNameOf, instant, type SignupRequest, stateWithPlace, whyNotTogether } from '@medspil/domain/signup'
import { Refused } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { activityOf, heldBy, isKeptOver, limitsOf, signingChild, whyNotTaking } from './batch-activity.ts'
import { holdFor } from './batch-money.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'
import { holdSeat } from './hold-seat.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Gives one child a place with its money, or the next number in the line.
 * @throws Refused with the rule's reason; nothing of the world is changed then
 */
export function decideRequest(world: BatchWorld, queued: ActOf<'request'>): SignupReceipt {
  const { signupId, childId, offerId, acceptsClash, reserved } = queued.act
  return decideChildren(world, queued, { offerId, groupId: null, acceptsClash, reserved, children: [{ signupId, childId }], agreedBy: nobodyElse })[0]!
}

/**
 * Gives several children of one activity a place each, or a number each next to one another; never some of them.
 * @throws Refused with the reason of the child that cannot come along
 */
export function decideTogether(world: BatchWorld, queued: ActOf<'request-together'>): SignupReceipt[] {
  return decideChildren(world, queued, { ...queued.act, reserved: false, agreedBy: nobodyElse })
}

/** `agreedBy`: for children of other families the adult whose yes it is. Nobody accepts a clash for another's child. */
interface Wanted {
  offerId: string; groupId: string | null; acceptsClash: boolean; reserved: boolean
  children: readonly { signupId: string; childId: string }[]; agreedBy: ReadonlyMap<string, string>
}

const nobodyElse: Wanted['agreedBy'] = new Map()

/** Decides some children's requests at one activity by the rule, and writes what it gives: all of them or none. */
export function decideChildren(world: BatchWorld, queued: QueuedAct, wanted: Wanted): SignupReceipt[] {
  const { now } = queued
  const { offerId, children, agreedBy } = wanted
  const at = instant(now.at.toISOString())
  const offer = world.offer(offerId)
  if (!offer) throw new Refused({ reason: 'activity-not-offered', activityId: offerId })
  if (children.length === 1) {
    const has = heldBy(world, children[0]!.childId).find(({ activity }) => activity.id === offerId)
    if (has) return [receiptOf(world.signup(has.signupId)!, true)]
  }
  const closed = whyNotTaking(offer, now.day, at)
  if (closed) throw new Refused(closed)

  const answers = decideSignups({
    today: now.day, activities: [activityOf(offer, now.day)], limits: limitsOf(offer),
    children: new Map(children.map(({ childId }) => [childId, signingChild(world, childId)])),
    requests: children.map(({ signupId, childId }): SignupRequest => ({
      requestId: signupId, signupId, childId, activityId: offer.id, at, groupId: wanted.groupId, acceptsClash: wanted.acceptsClash && !agreedBy.has(childId), reserved: wanted.reserved && !isKeptOver(offer, now.day),
    })),
  })
  const others = new Set(children.filter(({ childId }) => agreedBy.has(childId)).map(({ signupId }) => signupId))
  const whyNot = whyNotTogether(answers, (requestId) => others.has(requestId))
  if (whyNot) throw new Refused(whyNot)
  return answers.map((answer, n) => {
    if (answer.kind === 'refused') throw new TypeError('refused answers were thrown above')
    if (answer.existing) return receiptOf(world.signup(answer.signupId)!, true)
    const asked: Asked = { queued, offer, at, groupId: wanted.groupId, agreedBy: agreedBy.get(children[n]!.childId) ?? null, ...children[n]!, displayName: displayNameOf(world.child(children[n]!.childId)!.name) }
    return receiptOf(answer.kind === 'place' ? takePlace(world, asked, answer.reserved) : takeNumber(world, asked, answer.position))
  })
}

interface Asked { queued: QueuedAct; offer: BatchOffer; signupId: string; childId: string; groupId: string | null; agreedBy: string | null; displayName: string; at: BatchSignup['createdAt'] }

function takePlace(world: BatchWorld, asked: Asked, reserved: boolean): BatchSignup {
  const { queued, offer, signupId, childId } = asked
  const money = holdFor(world, { id: signupId, childId }, offer)
  const state = stateWithPlace(offer, BigInt(money.familyPays))
  const signup: BatchSignup = { ...newSignup(asked), ...money, reserved, state }
  // A family that was signed up by somebody else is not at the screen: it gets the hours of one who waited in line.
  if (state === 'seat-held') holdSeat(world, signup, offer, asked.at, queued.by.kind === 'family' && asked.agreedBy === null ? 'minutes' : 'hours')
  world.add(signup)
  world.audit(queued, 'signup.place-given', signup, { offerId: offer.id, state, passPays: signup.passPays, familyPays: signup.familyPays, reserved, agreedBy: asked.agreedBy })
  if (state === 'requested') world.leave({ name: 'ask-forening', payload: { signupId, purpose: 'signup-answer' } })
  tellFamily(world, signup, 'receipt')
  return signup
}

function takeNumber(world: BatchWorld, asked: Asked, position: number): BatchSignup {
  const { queued, offer, childId } = asked
  offer.waitingLast += 1
  const signup: BatchSignup = {
    ...newSignup(asked), state: 'waiting', waitingNumber: offer.waitingLast, position, courseId: world.child(childId)?.courseId ?? null,
  }
  world.add(signup)
  world.audit(queued, 'signup.number-given', signup, { offerId: offer.id, number: offer.waitingLast, agreedBy: asked.agreedBy })
  tellFamily(world, signup, 'receipt')
  return signup
}

function newSignup({ queued: { by }, offer, signupId, childId, groupId, agreedBy, displayName, at }: Asked): BatchSignup {
  return {
    id: signupId, offerId: offer.id, childId, programId: offer.programId, courseId: null, displayName, state: 'waiting', waitingNumber: null, position: null,
    reserved: false, groupId, heldUntil: null, extended: 0,
    price: offer.price, passPays: '0', familyPays: offer.price, requestedBy: agreedBy ?? by.id, requestedKind: agreedBy === null ? by.kind : 'family', createdAt: at,
    offeredAt: null, offerDeadlineAt: null, endedOn: null, endReason: null,
  }
}

/** Tells the one of the family who asked; when somebody asked for it, the job finds those who decide for the child. */
export function tellFamily(world: BatchWorld, signup: BatchSignup, purpose: 'receipt' | 'place-offered' | 'news'): void {
  const personId = signup.requestedKind === 'family' ? signup.requestedBy : null
  world.leave({ name: 'tell-family', payload: { personId, childId: signup.childId, purpose, subjectId: signup.id } })
}
