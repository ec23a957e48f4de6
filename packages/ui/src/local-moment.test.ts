import { expect, it } from 'vitest'
import { localParts } from './local-moment.ts'

it('et øjeblik læses i dansk tid, sommer og vinter', () => {
  expect(localParts('2026-06-07T18:00:00.000Z')).toEqual(['2026-06-07', '20:00'])
  expect(localParts('2026-12-31T23:30:00.000Z')).toEqual(['2027-01-01', '00:30'])
})
