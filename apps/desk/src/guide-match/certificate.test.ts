import { expect, test } from 'vitest'
import { certificateProblems, certificateState } from './certificate.ts'

const today = '2026-09-01'
const state = (certificateUntil: string | null, certificateValid = true) => certificateState({ certificateUntil, certificateValid }, today)

test('en attest er gyldig, snart udløbet, udløbet eller mangler', () => {
  expect(state('2027-02-02')).toBe('valid')
  expect(state('2026-10-01')).toBe('soon')
  expect(state('2026-10-02')).toBe('valid')
  expect(state('2026-09-01')).toBe('soon')
  expect(state('2026-08-31', false)).toBe('lapsed')
  expect(state(null, false)).toBe('missing')
})

test('en attest er ikke set i fremtiden og gælder højst to år', () => {
  expect(certificateProblems('2026-09-01', '2028-09-01', today)).toEqual({})
  expect(Object.keys(certificateProblems('2026-09-02', '2027-09-01', today))).toEqual(['seenOn'])
  expect(Object.keys(certificateProblems('2026-09-01', '2028-09-02', today))).toEqual(['validTo'])
  expect(Object.keys(certificateProblems('2026-09-01', '2026-08-31', today))).toEqual(['validTo'])
  expect(Object.keys(certificateProblems(null, null, today))).toEqual(['seenOn', 'validTo'])
})
