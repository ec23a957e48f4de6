/** The life of a sign-up (product.md 3a). Ended states have no way on. */
export type SignupState =
  | 'wished' | 'waiting' | 'offered' | 'awaiting-payment'
  | 'seat-held' | 'requested' | 'confirmed' | 'started' | 'ended'
  | 'not-drawn' | 'lapsed' | 'declined' | 'no-show'
  | 'cancelled-by-family' | 'cancelled-by-forening' | 'cancelled-by-kommune'

/** Who took a sign-up back. */
export type CancelledBy = 'family' | 'forening' | 'kommune'

const cancelled = ['cancelled-by-family', 'cancelled-by-forening', 'cancelled-by-kommune'] as const

/**
 * Where each state may go. Nothing leads from `offered` or `lapsed` back to `waiting`: an offer of a place is used
 * once, or one family's old offer blocks the seat for ever (pretix/pretix#1163).
 */
export const signupMoves: Readonly<Record<SignupState, readonly SignupState[]>> = {
  wished: ['awaiting-payment', 'requested', 'confirmed', 'waiting', 'offered', 'not-drawn', ...cancelled],
  waiting: ['offered', 'not-drawn', ...cancelled],
  offered: ['awaiting-payment', 'requested', 'confirmed', 'declined', 'lapsed', ...cancelled],
  'awaiting-payment': ['requested', 'confirmed', 'lapsed', ...cancelled],
  'seat-held': ['awaiting-payment', 'requested', 'confirmed', 'lapsed', ...cancelled],
  requested: ['confirmed', 'declined', ...cancelled],
  confirmed: ['started', 'no-show', 'ended', ...cancelled],
  started: ['ended'],
  ended: [], 'not-drawn': [], lapsed: [], declined: [], 'no-show': [],
  'cancelled-by-family': [], 'cancelled-by-forening': [], 'cancelled-by-kommune': [],
}

/** States that fill one place of the capacity. An offer counts: the place is nobody else's until it is answered. */
export const placeTaking: readonly SignupState[] =
  ['offered', 'awaiting-payment', 'seat-held', 'requested', 'confirmed', 'started']

/** Whether a sign-up in this state fills a place. */
export const takesPlace = (state: SignupState): boolean => placeTaking.includes(state)

/** Whether a sign-up in this state is over for good. */
export const isOver = (state: SignupState): boolean => signupMoves[state].length === 0

/** Whether a place is held until its own share is paid. */
export const isHeldForPayment = (state: SignupState): boolean => state === 'seat-held' || state === 'awaiting-payment'

/** States of a sign-up that a child has now: a place of any kind, or a number in a line. */
export const living: readonly SignupState[] = [...placeTaking, 'waiting']
