import type { SignupReceipt } from '@medspil/contracts/signup'
import type { BatchSignup } from '@medspil/db/signup'
import { instant, moveSignup, stateWithPlace } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { holdFor } from './batch-money.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'
import { holdSeat } from './hold-seat.ts'

type GiveDrawn = QueuedAct<Extract<SignupAct, { kind: 'give-drawn' }>>

/**
 * Gives what a draw decided to the children of one wish, all in one act. A wish that was answered before stays as it
 * was. When places went away since the draw, the whole group waits instead.
 */
export function decideDrawn(world: BatchWorld, queued: GiveDrawn): SignupReceipt[] {
  const { act, now } = queued
  const offer = world.offer(act.offerId)
  if (!offer) throw new NotFound()
  const signups = act.children.map(({ signupId }) => world.signup(signupId)).filter((signup) => signup !== undefined)
  const wished = signups.filter(({ state }) => state === 'wished')
  const free = offer.capacity - offer.reserved - (offer.taken - offer.reservedTaken)
  const outcome = act.outcome === 'place' && (offer.cancelled || free < wished.length) ? 'waiting' : act.outcome
  for (const signup of wished) {
    if (outcome === 'place') givePlace(world, queued, signup)
    else if (outcome === 'waiting') {
      offer.waitingLast += 1
      world.change(signup, { state: 'waiting', waitingNumber: offer.waitingLast })
    } else world.change(signup, { state: 'not-drawn', endedOn: now.day, endReason: 'not-drawn' })
    world.audit(queued, 'signup.drawn', signup, { offerId: offer.id, outcome, state: signup.state })
  }
  return signups.map((signup) => receiptOf(signup))
}

function givePlace(world: BatchWorld, { now }: GiveDrawn, signup: BatchSignup): void {
  const offer = world.offer(signup.offerId)!
  const money = holdFor(world, signup, offer)
  const given = stateWithPlace(offer, { passPays: BigInt(money.passPays), familyPays: BigInt(money.familyPays) })
  const state = given === 'seat-held' ? 'awaiting-payment' : given
  const moved = moveSignup(signup.state, given)
  if (!moved.ok) throw new TypeError(`a wish cannot become ${given}`)
  world.change(signup, { ...money, state })
  if (state === 'awaiting-payment') holdSeat(world, signup, offer, instant(now.at.toISOString()), 'hours')
  if (state === 'requested') world.leave({ name: 'ask-forening', payload: { signupId: signup.id, purpose: 'signup-answer' } })
}
