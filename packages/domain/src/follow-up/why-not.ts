import type { FollowUpState } from './states.ts'

/** Why an answer or a result of a follow-up is not taken. */
export type FollowUpWhyNot =
  | { reason: 'follow-up-not-asked'; state: FollowUpState }
  | { reason: 'follow-up-cancelled' }
  | { reason: 'follow-up-move-impossible'; from: FollowUpState; to: FollowUpState }
