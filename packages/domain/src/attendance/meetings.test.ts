import { describe, expect, test } from 'vitest'
import { addDays, day } from '../day.ts'
import { careWindow, endOfPlace, isCareDue, isCareOpen, lastKeptDay, listDays, meetingShown, mayWriteCare, maySayAbsent, remindedDays, type ShownMark } from './index.ts'

const meeting = (on: string, timeFrom = '09:00') => ({ day: day(on), timeFrom, timeTo: '11:00', place: 'Skoven' })
const week = ['2026-07-06', '2026-07-07', '2026-07-08'].map(day)
const days = { firstDay: day('2026-07-06'), lastDay: day('2026-07-08'), opensDays: 3, erasedDays: 14 }

describe('det, de voksne skal vide', () => {
  test('åbner, når listen sendes, lukker efter sidste, og er væk efter de aftalte dage', () =>
    expect(careWindow(days)).toEqual({ opensOn: '2026-07-05', closesOn: '2026-07-08', erasedOn: '2026-07-22' }))
  test('åbner aldrig, før de voksne har listen, men gerne senere', () =>
    expect([0, 1, 2, 60].map((opensDays) => careWindow({ ...days, opensDays }).opensOn)).toEqual(['2026-07-06', ...Array.from({ length: 3 }, () => listDays(week)[0])]))
  test.each([['2026-07-04', false], ['2026-07-05', true], ['2026-07-08', true], ['2026-07-09', false]] as const)('den %s er det åbent: %s', (on, isOpen) => expect(isCareOpen(days, day(on))).toBe(isOpen))
  test.each([['2026-07-21', 'confirmed', false], ['2026-07-22', 'ended', true], ['2026-07-01', 'cancelled-by-family', true], ['2026-07-01', 'no-show', true], ['2026-07-10', 'ended', false]] as const)(
    'den %s med en tilmelding, der er %s, skal det være væk: %s', (on, state, isDue) => expect(isCareDue(state, days, day(on))).toBe(isDue))
  test('nul dage er dagen efter, ikke midt i den sidste dag', () => expect(careWindow({ ...days, erasedDays: 0 }).erasedOn).toBe('2026-07-09'))
  test.each([['2026-07-08', 'started', true], ['2026-07-09', 'started', false], ['2026-07-01', 'cancelled-by-forening', false], ['2026-07-01', 'waiting', true]] as const)(
    'den %s kan familien til en %s skrive: %s', (on, state, may) => expect(mayWriteCare(state, days, day(on)).ok).toBe(may))
})

describe('hvilken dag listen viser', () => {
  const meetings = [meeting('2026-07-06'), meeting('2026-07-06', '13:00'), meeting('2026-07-07')]
  const open = (upTo: string) => (on: string) => on >= upTo
  test.each([
    ['dagen før: den første, så den kan printes', '2026-07-05', 8, '2026-07-06', '09:00'], ['om morgenen: dagens første', '2026-07-06', 7, '2026-07-06', '09:00'],
    ['en time før det andet møde: det andet', '2026-07-06', 12, '2026-07-06', '13:00'], ['næste morgen: den nye dag', '2026-07-07', 8, '2026-07-07', '09:00'],
  ] as const)('%s', (_name, today, hour, on, timeFrom) => expect(meetingShown(meetings, day(today), hour, open('2026-07-05'))).toMatchObject({ day: on, timeFrom }))
  test('dagen efter det sidste: det sidste, så længe det kan rettes, og også bagefter', () => {
    expect(meetingShown(meetings, day('2026-07-08'), 9, open('2026-07-07'))).toMatchObject({ day: '2026-07-07' })
    expect(meetingShown(meetings, day('2026-07-12'), 9, () => false)).toMatchObject({ day: '2026-07-07' })
    expect(meetingShown([], day('2026-07-12'), 9, () => false)).toBeNull()
  })
  test('mellem to dage, når den sidste er lukket: den næste', () =>
    expect(meetingShown([meeting('2026-07-06'), meeting('2026-07-13')], day('2026-07-08'), 9, () => false)).toMatchObject({ day: '2026-07-13' }))
})

describe('beskeder', () => {
  test('en uge er én påmindelse; to adskilte dage er to', () => {
    expect(remindedDays(week)).toEqual(['2026-07-06'])
    expect(remindedDays([...week, day('2026-07-10')])).toEqual(['2026-07-06', '2026-07-10'])
  })
  test('listen sendes dagen før, og igen, før linket bliver for gammelt', () => {
    expect(listDays(week)).toEqual(['2026-07-05'])
    expect(listDays([0, 7, 14, 21].map((count) => addDays(day('2026-07-06'), count)))).toEqual(['2026-07-05', '2026-07-19'])
  })
  test.each([[null, '2026-07-04'], ['2026-07-06', '2026-07-04'], ['2026-07-04', '2026-07-04'], ['2026-06-01', '2026-06-01']] as const)(
    'pladser reserveret til %s holdes til og med %s: aldrig den dag, listen sendes', (until, kept) => {
      expect(lastKeptDay(week[0]!, until && day(until))).toBe(kept)
      expect(listDays(week)[0]! > kept).toBe(true)
    })
  test('intet link er ældre end sine fjorten dage på en mødedag', () => {
    for (const gap of [1, 2, 5, 7, 11, 12, 13, 20]) {
      const met = Array.from({ length: 12 }, (_, n) => addDays(day('2026-07-06'), n * gap))
      const sent = listDays(met)
      for (const on of met) expect(sent.some((from) => from < on && addDays(from, 13) >= on)).toBe(true)
    }
  })
  test('afbud kan gives til og med dagen', () => expect([maySayAbsent(week[0]!, week[0]!), maySayAbsent(week[0]!, week[1]!)]).toEqual([true, false]))
})

describe('hvordan en plads slutter', () => {
  const meetings = [meeting('2026-07-06'), meeting('2026-07-07')]
  const shown = (...said: ('present' | 'absent' | 'unknown')[]): ShownMark[] =>
    said.map((presence, n) => ({ occurrenceId: `${meetings[n]!.day}T09:00`, day: meetings[n]!.day, presence, conflicting: false, marks: [] }))
  test.each([
    ['mødt: har været med', 'started', shown('present', 'absent'), [], 'ended'], ['væk begge dage uden et ord: udeblevet', 'confirmed', shown('absent', 'absent'), [], 'no-show'],
    ['én dag ikke sat: ukendt er ikke udeblevet', 'confirmed', shown('absent'), [], 'ended'], ['afbud den ene dag: ikke udeblevet', 'confirmed', shown('absent', 'absent'), ['2026-07-07'], 'ended'],
    ['fortrudt kryds: ukendt', 'confirmed', shown('absent', 'unknown'), [], 'ended'],
  ] as const)('%s', (_name, state, marks, noticed, end) => expect(endOfPlace(state, meetings, marks, new Set(noticed.map(day)))).toBe(end))
})
