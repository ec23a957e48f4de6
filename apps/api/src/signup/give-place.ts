import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { type Instant, moveSignup, stateWithPlace } from '@medspil/domain/signup'
import { holdFor } from './batch-money.ts'
import type { BatchWorld } from './batch-world.ts'
import { holdSeat } from './hold-seat.ts'

/**
 * Gives a place that came from a line or a draw: the pass's money is set aside, an own share is awaited for the
 * programme's hours, and the forening is asked where its yes is needed.
 * @throws TypeError for a sign-up that can have no place any more: whoever calls has looked
 */
export function givePlace(world: BatchWorld, signup: BatchSignup, offer: BatchOffer, at: Instant): void {
  const money = holdFor(world, signup, offer)
  const given = stateWithPlace(offer, BigInt(money.familyPays))
  const state = given === 'seat-held' ? 'awaiting-payment' : given
  if (!moveSignup(signup.state, state).ok) throw new TypeError(`${signup.state} cannot become ${state}`)
  world.change(signup, { ...money, state, offerDeadlineAt: null })
  if (state === 'awaiting-payment') holdSeat(world, signup, offer, at, 'hours')
  if (state === 'requested') world.leave({ name: 'ask-forening', payload: { signupId: signup.id, purpose: 'signup-answer' } })
}
