import { CareNoteText } from '@medspil/contracts/care'
import { describe, expect, test } from 'vitest'
import { answersOf, isPhone, noteOf } from './care-answers.ts'

describe('det, familien skriver', () => {
  test('tomme felter er intet at vide, og foto er nej, til nogen siger ja', () => {
    const note = noteOf({ ...answersOf(null), emergencyPhone: ' 12 34 56 78 ' })
    expect(note).toEqual({ allergies: null, medicine: null, fetchedBy: null, emergencyPhone: '12 34 56 78', photoConsent: false })
    expect(CareNoteText.safeParse(note).success).toBe(true)
  })
  test('det samme kommer tilbage i felterne', () => {
    const note = { allergies: 'Æg', medicine: null, fetchedBy: 'Mormor', emergencyPhone: '+45 12345678', photoConsent: true }
    expect(noteOf(answersOf(note))).toEqual(note)
  })
  test.each([['12 34 56 78', true], ['+49 (30) 123-456', true], ['', false], ['12345', false], ['ring til mor', false]] as const)('”%s” er et nummer: %s', (text, isOne) => {
    expect(isPhone(text)).toBe(isOne)
    if (text) expect(CareNoteText.safeParse(noteOf({ ...answersOf(null), emergencyPhone: text })).success).toBe(isOne)
  })
})
