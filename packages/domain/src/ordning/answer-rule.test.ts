import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { addWorkingDays, answerBy, delayNoticeDue, workingDaysBetween } from './answer-rule.ts'

const holidays = new Set(['2026-04-02', '2026-04-03', '2026-04-06', '2026-12-24', '2026-12-25'].map(day))
const rule = { workingDays: 10, hearingWorkingDays: 5, delayNoticeWorkingDays: 2 }

test.each([
  ['over påske', '2026-04-01', 1, '2026-04-07'],
  ['over en weekend', '2026-08-07', 1, '2026-08-10'],
  ['ti hverdage', '2026-08-03', 10, '2026-08-17'],
  ['to hverdage tilbage', '2026-08-17', -2, '2026-08-13'],
])('hverdage %s', (_name, from, count, expected) => {
  expect(addWorkingDays(day(from), count, holidays)).toBe(expected)
})

test('svaret er der senest ti hverdage efter, og en forsinkelse siges før', () => {
  const deadline = answerBy(rule, day('2026-08-03'), holidays)!
  expect(deadline).toBe('2026-08-17')
  expect(delayNoticeDue(rule, deadline, day('2026-08-12'), holidays)).toBe(false)
  expect(delayNoticeDue(rule, deadline, day('2026-08-13'), holidays)).toBe(true)
  expect(workingDaysBetween(day('2026-08-03'), deadline, holidays)).toBe(10)
  expect(answerBy({ ...rule, workingDays: null }, day('2026-08-03'), holidays)).toBeNull()
})
