import type { EraseCareNote, SaveCareNote } from '@medspil/contracts/care'
import { audit } from '@medspil/db'
import { eraseNotes, findNote, loadOwnNote, saveNote } from '@medspil/db/care'
import { mayWriteCare } from '@medspil/domain/attendance'
import { Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { homeTexts, isHiddenFrom, ownCareSignup } from './own-signup.ts'

/**
 * A family writes what the activity's adults must know. The answer repeats nothing of it: answers are stored, and this is to
 * be erased. Texts that another home keeps from this one stay when left empty.
 * @throws Refused when the activity is over or the child is not coming
 */
export async function saveCareNote(shell: Shell, { signupId, note }: SaveCareNote): Promise<{ done: true }> {
  const { tx, now } = shell
  const signup = await ownCareSignup(shell, signupId)
  await allow(shell, 'care.own', { childId: signup.childId })
  const may = mayWriteCare(signup.state, signup.days, now.day)
  if (!may.ok) throw new Refused(may.whyNot)
  const known = await loadOwnNote(tx, signup)
  const isHidden = known !== null && await isHiddenFrom(tx, known.writtenBy)
  await saveNote(tx, signup, note, isHidden ? homeTexts.filter((name) => note[name] === null) : [])
  await audit(tx, 'care.saved', { id: signupId, childId: signup.childId })
  return { done: true }
}

/** A family takes its words back before their time. */
export async function eraseCareNote(shell: Shell, { signupId }: EraseCareNote): Promise<{ done: true }> {
  const { tx } = shell
  const signup = await ownCareSignup(shell, signupId)
  await allow(shell, 'care.own', { childId: signup.childId })
  const noteId = await findNote(tx, signup.id)
  if (noteId) {
    await eraseNotes(tx, [noteId])
    await audit(tx, 'care.erased', { id: signup.id, childId: signup.childId }, { because: 'family' })
  }
  return { done: true }
}
