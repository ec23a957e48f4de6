import type { CareNoteText } from '@medspil/contracts/care'

/** The form as it is written: text as typed, photos as a choice that is never made for the family. */
export interface CareAnswers { allergies: string; medicine: string; fetchedBy: string; emergencyPhone: string; photos: 'yes' | 'no' }

/** What stands in the form when it opens. */
export function answersOf(note: CareNoteText | null): CareAnswers {
  return {
    allergies: note?.allergies ?? '', medicine: note?.medicine ?? '', fetchedBy: note?.fetchedBy ?? '', emergencyPhone: note?.emergencyPhone ?? '',
    photos: note?.photoConsent ? 'yes' : 'no',
  }
}

/** What is sent: nothing written is nothing to know. */
export function noteOf(answers: CareAnswers): CareNoteText {
  const textOf = (text: string) => text.trim() || null
  return {
    allergies: textOf(answers.allergies), medicine: textOf(answers.medicine), fetchedBy: textOf(answers.fetchedBy), emergencyPhone: textOf(answers.emergencyPhone),
    photoConsent: answers.photos === 'yes',
  }
}

/** Whether somebody can be rung on it: at least six digits, as people write them, foreign numbers too. */
export const isPhone = (text: string): boolean => /^\+?[0-9][0-9 ()-]{5,22}$/.test(text.trim())
