import type { Language } from '@medspil/domain/language'
import { ar } from './message/ar.ts'
import { da } from './message/da.ts'
import { en } from './message/en.ts'
import type { FamilyPurpose, FamilyWords } from './message/family-words.ts'
import { so } from './message/so.ts'
import { tr } from './message/tr.ts'
import { uk } from './message/uk.ts'

export { foreningMessage, type ForeningPurpose } from './message/forening.ts'
export type { FamilyPurpose } from './message/family-words.ts'

/** A message in both forms. SMS is short; neither names a child, a number or a reason: a phone lies open on a table. */
export interface MessageWords { subject: string; mail: string; sms: string }

const byLanguage: Record<Language, FamilyWords> = { da, en, ar, uk, tr, so }

/**
 * What a family reads in a mail or an SMS: that there is news, from whom, where to read it and whom to ring.
 * @param told.address where to read on
 */
export function familyMessage(language: Language, purpose: FamilyPurpose, told: { kommune: string; phone: string; address: string }): MessageWords {
  const words = byLanguage[language]
  const says = words.purposes[purpose]
  const call = words.call(told.kommune, told.phone)
  return {
    subject: says.subject,
    mail: [words.hello, '', says.line, told.address, '', call, '', told.kommune].join('\n'),
    sms: `${told.kommune}: ${says.line} ${told.address}`,
  }
}
