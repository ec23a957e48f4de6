import type { Instant } from '../instant.ts'
import { isOver, signupMoves, takesPlace, type CancelledBy, type SignupState } from './states.ts'
import type { SignupWhyNot } from './why-not.ts'

/** A changed sign-up: its new state and whether that sets one place free for the waiting list. */
export type SignupMoved = { ok: true; state: SignupState; freesPlace: boolean } | { ok: false; whyNot: SignupWhyNot }

/** Moves a sign-up along `signupMoves`; refused when there is no such way. */
export const moveSignup = (from: SignupState, to: SignupState): SignupMoved =>
  signupMoves[from].includes(to)
    ? { ok: true, state: to, freesPlace: takesPlace(from) && !takesPlace(to) }
    : { ok: false, whyNot: { reason: 'signup-move-impossible', from, to } }

/**
 * Takes a sign-up back. One that is already cancelled stays as it was and frees nothing: a place given back twice
 * must not become two places (HiEventsDev/Hi.Events#218). A started sign-up is ended by a stop, not cancelled.
 */
export const cancelSignup = (state: SignupState, by: CancelledBy): SignupMoved => {
  const alreadyCancelled = isOver(state) && state.startsWith('cancelled-')
  return alreadyCancelled ? { ok: true, state, freesPlace: false } : moveSignup(state, `cancelled-by-${by}`)
}

/** Why a family's yes or no to a place that was offered to it comes too late; null until the deadline, that moment included. */
export const whyNotAnswer = (deadline: Instant, at: Instant): SignupWhyNot | null =>
  at > deadline ? { reason: 'place-offer-lapsed', deadline } : null

/** Whether a place held with a deadline must be given up now: offers, held seats and unpaid places alike. */
export const hasLapsed = (state: SignupState, deadline: Instant, at: Instant): boolean =>
  at > deadline && signupMoves[state].includes('lapsed')
