import type { SignupReceipt } from '@medspil/contracts/signup'
import { freeInOpenShare, instant } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { receiptOf, type BatchWorld } from './batch-world.ts'
import { givePlace } from './give-place.ts'

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
  const outcome = act.outcome === 'place' && (offer.cancelled || freeInOpenShare(offer) < wished.length) ? 'waiting' : act.outcome
  for (const signup of wished) {
    if (outcome === 'place') givePlace(world, signup, offer, instant(now.at.toISOString()))
    else if (outcome === 'waiting') {
      offer.waitingLast += 1
      world.change(signup, { state: 'waiting', waitingNumber: offer.waitingLast })
    } else world.change(signup, { state: 'not-drawn', endedOn: now.day, endReason: 'not-drawn' })
    world.audit(queued, 'signup.drawn', signup, { offerId: offer.id, outcome, state: signup.state })
  }
  return signups.map((signup) => receiptOf(signup))
}
