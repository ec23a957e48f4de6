import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../day.ts'
import { instant } from '../instant.ts'
import { earlySignal, firstTraining, shownMarks, takeMark, type Mark, type Presence } from './marks.ts'

const start = day('2026-09-01')
const mark = (markId: string, week: number, presence: Presence, hour = 17, part: Partial<Mark> = {}): Mark => {
  const on = addDays(start, week * 7)
  return { markId, occurrenceId: `uge-${week}`, day: on, presence, source: 'link', markedAt: instant(`${on}T${hour}:00:00.000Z`), ...part }
}
const weeks = (letters: string): Mark[] => [...letters].map((letter, week) =>
  mark(String(week), week, letter === 'p' ? 'present' : letter === 'a' ? 'absent' : 'unknown'))

describe('krydser', () => {
  test('samme kryds sendt tre gange tæller én gang', () => {
    const once = mark('1', 0, 'present')
    expect(shownMarks([once, once, once])[0]!.marks).toHaveLength(1)
  })
  test('to modstridende kryds beholdes begge, og det sidste vises', () => {
    const [shown] = shownMarks([mark('1', 0, 'present', 17), mark('2', 0, 'absent', 18)])
    expect(shown).toMatchObject({ presence: 'absent', conflicting: true })
    expect(shown!.marks.map((m) => m.presence)).toEqual(['present', 'absent'])
  })
  test('rækkefølge og gentagelser ændrer intet', () => {
    const any = fc.array(fc.record({ id: fc.nat(9), week: fc.nat(2), hour: fc.integer({ min: 10, max: 20 }), presence: fc.constantFrom<Presence>('present', 'absent', 'unknown') }))
      .map((list) => [...new Map(list.map((m) => [m.id, mark(String(m.id), m.week, m.presence, m.hour)])).values()])
    fc.assert(fc.property(any.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }))), ([list, shuffled]) => {
      expect(shownMarks(shuffled)).toEqual(shownMarks(list))
    }))
  })
  const list = { today: start, closesAt: instant('2026-09-02T10:00:00.000Z') }
  const said = (m: Mark, before: Mark[] = []) => {
    const taken = takeMark(before, m, list)
    return taken.ok ? (taken.isNew ? 'nyt' : 'kendt') : taken.whyNot.reason
  }
  test('gentaget id er kendt, samme id med andet indhold afvises', () => {
    expect([said(mark('1', 0, 'present'), [mark('1', 0, 'present')]), said(mark('1', 0, 'absent'), [mark('1', 0, 'present')])])
      .toEqual(['kendt', 'mark-id-used-otherwise'])
  })
  test('et kryds for næste uge er for tidligt', () => expect(said(mark('1', 1, 'present'))).toBe('occurrence-not-yet'))
  test('efter fristen kan linket ikke krydse, men papirlisten kan tastes', () => {
    const late = { markedAt: instant('2026-09-02T10:00:00.001Z') }
    expect([said(mark('1', 0, 'present', 17, late)), said(mark('1', 0, 'present', 17, { ...late, source: 'paper' }))]).toEqual(['marking-closed', 'nyt'])
  })
})

describe('første træning', () => {
  test('er det første mødt', () => expect(firstTraining(shownMarks(weeks('uap')))).toEqual({ day: addDays(start, 14), source: 'link' }))
  test('er ikke sket uden et mødt', () => expect(firstTraining(shownMarks(weeks('uaa')))).toBeNull())
  test('rettes krydset til ikke mødt, rykker den', () => {
    expect(firstTraining(shownMarks([...weeks('pp'), mark('ret', 0, 'absent', 19)]))?.day).toBe(addDays(start, 7))
  })
})

describe('tidligt tegn', () => {
  const cases: [string, string, number | null][] = [
    ['mødt seks gange, væk to gange', 'ppppppaa', 2], ['væk én gang', 'ppa', null], ['væk to gange, men tilbage', 'paap', null],
    ['ukendt bryder ikke rækken', 'paua', 2], ['ukendt tæller ikke som væk', 'pauu', null], ['aldrig mødt er ikke et fald', 'aaaa', null],
    ['tre i træk', 'paaa', 3], ['ingen krydser', '', null],
  ]
  test.each(cases)('%s', (_name, letters, absences) => expect(earlySignal(shownMarks(weeks(letters)))?.absences ?? null).toBe(absences))
  test('siger hvor mange gange før', () => {
    expect(earlySignal(shownMarks(weeks('ppppppaa')))).toEqual({ absences: 2, presentBefore: 6, since: addDays(start, 42) })
  })
})
