import type { SignupAnswer } from './decide.ts'
import type { SignupWhyNot } from './why-not.ts'

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
