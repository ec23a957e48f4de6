import type { CareNoteText, CareOf, CareView, EarlierNote } from '@medspil/contracts/care'
import { loadEarlierNote, loadOwnNote } from '@medspil/db/care'
import { firstNameOf } from '@medspil/domain/first-name'
import { allow, type Shell } from '../shell.ts'
import { daysOf, isHiddenFrom, ownCareSignup } from './own-signup.ts'

/** What a family has written to an activity's adults, who sees it when, and the day it is erased. */
export async function showNote(shell: Shell, { signupId }: CareOf): Promise<CareView> {
  const signup = await ownCareSignup(shell, signupId)
  await allow(shell, 'care.own', { childId: signup.childId })
  const known = await loadOwnNote(shell.tx, signup)
  const isHidden = known !== null && await isHiddenFrom(shell.tx, known.writtenBy)
  return {
    signupId, childFirstName: firstNameOf(signup.childName), title: signup.title, foreningName: signup.foreningName, ...daysOf(signup, shell),
    note: known && shown(known.note, isHidden), writtenAt: known && known.writtenAt.toISOString(), isHidden, hasEarlier: (await loadEarlierNote(shell.tx, signup)) !== null,
  }
}

/** The child's last note at another activity, for the family that asks to copy it; null when there is none. */
export async function copyEarlier(shell: Shell, { signupId }: CareOf): Promise<EarlierNote> {
  const signup = await ownCareSignup(shell, signupId)
  await allow(shell, 'care.own', { childId: signup.childId })
  const earlier = await loadEarlierNote(shell.tx, signup)
  return earlier && shown(await earlier.openNote(), await isHiddenFrom(shell.tx, earlier.writtenBy))
}

const shown = (note: CareNoteText, isHidden: boolean): CareNoteText => (isHidden ? { ...note, fetchedBy: null, emergencyPhone: null } : note)
