import { isHeldForPayment, isOver, type SignupState } from '../signup/index.ts'
import type { LineOutcome, RefundCause } from './states.ts'

/** A paid line and its sign-up, with the offer's lock held. */
export type PaidLine = {
  outcome: LineOutcome | null
  signupState: SignupState
  /** Asked only when the time to pay is over: the place is free, nobody waits, and the child may still have it at the same price. */
  mayHavePlaceBack: () => boolean
}

/** What a payment leads to: the place, the place once more after its time was over, or the money back. */
export type LineFate = { kind: 'nothing' } | { kind: 'place' } | { kind: 'place-back' } | { kind: 'give-back'; cause: RefundCause }

/**
 * What a paid line leads to. It is decided once: a line with an outcome is left alone. A place that is still held is the
 * child's, however late the news; a lapsed one comes back only while it is nobody else's (promise 6).
 */
export const fateOfLine = ({ outcome, signupState, mayHavePlaceBack }: PaidLine): LineFate => {
  if (outcome !== null) return { kind: 'nothing' }
  if (isHeldForPayment(signupState)) return { kind: 'place' }
  if (signupState === 'lapsed') return mayHavePlaceBack() ? { kind: 'place-back' } : { kind: 'give-back', cause: 'paid-too-late' }
  return { kind: 'give-back', cause: isOver(signupState) ? causeOfEnd(signupState) : 'paid-twice' }
}

/** Why the share of an ended sign-up goes back. */
export const causeOfEnd = (state: SignupState): RefundCause =>
  state === 'cancelled-by-family' || state === 'cancelled-by-forening' || state === 'cancelled-by-kommune' ? state : state === 'declined' ? 'declined' : 'paid-too-late'
