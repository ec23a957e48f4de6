import type { SignupAnswer } from './decide.ts'
import type { StillWaiting } from './promote.ts'
import type { SignupWhyNot, WaitingWhyNot } from './why-not.ts'

/**
 * Why a group got nothing, as the one who asked may hear it, or null when it did. For a child of its own it hears that
 * child's reason; of another family's child only that somebody cannot come along, never who or why.
 * @param isOthers whether a request is for another family's child
 */
export const whyNotTogether = (answers: readonly SignupAnswer[], isOthers: (requestId: string) => boolean): SignupWhyNot | null => {
  const refused = answers.filter((answer) => answer.kind === 'refused')
  // The one who cannot come along says why; the others only say that somebody could not.
  const culprit = refused.find(({ whyNot }) => whyNot.reason !== 'group-member-refused') ?? refused[0]
  if (!culprit) return null
  return isOthers(culprit.requestId) ? { reason: 'friend-cannot-come' } : culprit.whyNot
}

/**
 * Why an entry still waits, as its family may hear it: that another family's child has its places elsewhere is that
 * family's own, so it is said as when a place is asked for.
 * @param isOthers whether a child is another family's
 */
export const whyNotYet = ({ whyNot, atLimit }: Pick<StillWaiting, 'whyNot' | 'atLimit'>, isOthers: (childId: string) => boolean): WaitingWhyNot =>
  atLimit.length > 0 && atLimit.every(isOthers) ? { reason: 'friend-cannot-come' } : whyNot
