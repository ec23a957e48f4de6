import { languages } from '@medspil/domain/language'
import { describe, expect, it } from 'vitest'
import { familyMessage, type FamilyPurpose, foreningMessage, type ForeningPurpose } from './message.ts'

const told = { kommune: 'Slagelse Kommune', phone: '12 34 56 78', address: 'https://desk.example/l#slagelse.abc' }
const familyPurposes: FamilyPurpose[] = ['news', 'follow-up', 'place-offered', 'receipt', 'tomorrow', 'afterwards']
const foreningPurposes: ForeningPurpose[] = ['signup-answer', 'reminder', 'paid', 'declaration', 'team-list']
const all = [
  ...languages.flatMap((language) => familyPurposes.map((purpose) => ({ name: `${language} ${purpose}`, words: familyMessage(language, purpose, told) }))),
  ...foreningPurposes.map((purpose) => ({ name: purpose, words: foreningMessage(purpose, { ...told, offer: 'U10 håndbold' }) })),
]

describe('Beskeder på mail og SMS', () => {
  it.each(all)('$name har adresse, afsender og emne', ({ words }) => {
    expect(words.subject).not.toBe('')
    for (const text of [words.mail, words.sms]) {
      expect(text).toContain(told.address)
      expect(text).toContain(told.kommune)
    }
    expect(words.mail).toContain(told.phone)
  })

  it.each(all)('$name er kort nok til en SMS i tre dele', ({ words }) => {
    expect(words.sms.length).toBeLessThanOrEqual(3 * 67)
  })

  it('intet sprog er en kopi af et andet', () => {
    for (const purpose of familyPurposes) expect(new Set(languages.map((language) => familyMessage(language, purpose, told).subject)).size).toBe(languages.length)
  })
})
