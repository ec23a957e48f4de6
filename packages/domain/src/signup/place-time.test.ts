import { describe, expect, it } from 'vitest'
import { day } from '../day.ts'
import { instant } from '../instant.ts'
import type { SignupState } from './states.ts'
import { beginsOf, cutAtBegin, lastBeginOf, type MeetingTimes, whyNotAnyMore, whyNotGiveBack } from './place-time.ts'

const meets = (on: string, from = '09:00') => ({ day: day(on), from })
const camp: MeetingTimes = {
  programId: 'sommer', firstDay: day('2026-07-06'), lastDay: day('2026-07-08'), weekday: null, timeFrom: '09:00',
  occurrences: [meets('2026-07-08'), meets('2026-07-06'), meets('2026-07-07')],
}
const team: MeetingTimes = { programId: null, firstDay: day('2026-01-05'), lastDay: day('2026-06-19'), weekday: 2, timeFrom: '16:30', occurrences: [] }
const utc = (text: string) => instant(`${text}:00.000Z`)
// Local times in July are two hours ahead of UTC.
const cut = (times: MeetingTimes, wanted: string, least: string) => cutAtBegin(times, { wanted: utc(wanted), least: utc(least) })

describe('tiden til at svare og betale ender, før pladsen står tom', () => {
  it.each([
    ['dage før: alle timerne', '2026-07-03T10:00', '2026-07-01T13:00', '2026-07-03T10:00'],
    ['aftenen før: til der begyndes', '2026-07-07T18:00', '2026-07-05T21:00', '2026-07-06T07:00'],
    ['ti minutter før anden dag: til tredje dag', '2026-07-09T06:50', '2026-07-07T09:50', '2026-07-08T07:00'],
    ['netop så lang tid før, som der skal være: til der begyndes', '2026-07-08T04:00', '2026-07-06T07:00', '2026-07-06T07:00'],
    ['ti minutter før sidste dag: til den begynder', '2026-07-10T06:50', '2026-07-08T09:50', '2026-07-08T07:00'],
  ])('ferie, %s', (_, wanted, least, until) => expect(cut(camp, wanted, least)).toBe(utc(until)))
  it('et hold mødes igen: kun sæsonens sidste gang skærer timerne af', () => {
    expect(cut(team, '2026-03-12T10:00', '2026-03-10T13:00')).toBe(utc('2026-03-12T10:00'))
    expect(cut(team, '2026-06-17T10:00', '2026-06-14T13:00')).toBe(utc('2026-06-16T14:30'))
  })
})

describe('en plads gives tilbage', () => {
  const back = (times: MeetingTimes, since: string, at: string, state: SignupState = 'confirmed') => whyNotGiveBack(times, { state, createdAt: utc(since), offeredAt: null }, utc(at))?.reason ?? null
  it.each([
    ['til den begynder', '2026-05-01T10:00', '2026-07-06T06:59', null],
    ['ikke fra det øjeblik, den begynder', '2026-05-01T10:00', '2026-07-06T07:00', 'activity-begun'],
    ['taget imellem to dage: til den næste begynder', '2026-07-06T12:00', '2026-07-07T06:59', null],
    ['taget imellem to dage: ikke når den næste er begyndt', '2026-07-06T12:00', '2026-07-07T07:00', 'activity-begun'],
    ['ikke efter den sidste', '2026-05-01T10:00', '2026-07-09T10:00', 'activity-begun'],
  ])('ferie, %s', (_, since, at, why) => expect(back(camp, since, at)).toBe(why))
  it('den, der ikke har fået sin plads endnu, går ud når som helst', () => {
    for (const state of ['waiting', 'offered', 'seat-held', 'awaiting-payment'] as const) expect(back(camp, '2026-05-01T10:00', '2026-07-06T07:00', state)).toBeNull()
  })
  it('en plads, der blev tilbudt senere, regnes fra tilbuddet', () =>
    expect(whyNotGiveBack(camp, { state: 'confirmed', createdAt: utc('2026-05-01T10:00'), offeredAt: utc('2026-07-06T12:00') }, utc('2026-07-06T13:00'))).toBeNull())
  it('et hold går man ud af når som helst', () => expect(back(team, '2026-01-01T10:00', '2026-03-12T10:00')).toBeNull())
})

describe('den sidste gang', () => {
  it('er slut i det øjeblik, den sidste gang begynder', () => {
    expect(whyNotAnyMore(camp, instant('2026-07-08T06:59:59.999Z'))).toBeNull()
    expect(whyNotAnyMore(camp, utc('2026-07-08T07:00'))).toEqual({ reason: 'activity-over', lastDay: '2026-07-08' })
  })
  it('er den sidste, hvordan de end er skrevet op, også når en dag har to', () => {
    const twice = { ...camp, occurrences: [meets('2026-07-08', '13:00'), ...camp.occurrences, meets('2026-07-08', '10:30')] }
    expect([lastBeginOf(camp), lastBeginOf(twice)]).toEqual([beginsOf(camp).at(-1), beginsOf(twice).at(-1)])
    expect(lastBeginOf(twice)).toBe(utc('2026-07-08T11:00'))
  })
  it.each<[string, Partial<MeetingTimes>, string]>([
    ['sidste tirsdag før sæsonen slutter', {}, '2026-06-16T14:30'],
    ['den skrevne dag, når dagene er skrevet', { occurrences: [meets('2026-06-11', '17:00'), meets('2026-06-04', '17:00')] }, '2026-06-11T15:00'],
    ['sæsonens sidste dag, når ugedagen ikke er kendt', { weekday: null }, '2026-06-19T14:30'],
    ['den eneste dag, når den falder på en anden ugedag', { firstDay: day('2026-06-19') }, '2026-06-19T14:30'],
    ['om vinteren er kl. 16.30 en time fra UTC', { firstDay: day('2025-01-05'), lastDay: day('2025-12-19') }, '2025-12-16T15:30'],
  ])('på et hold: %s', (_, part, begin) => expect([beginsOf({ ...team, ...part }), lastBeginOf({ ...team, ...part })]).toEqual([[utc(begin)], utc(begin)]))
  it('i ferien er hver gang en gang, i rækkefølge', () => expect(beginsOf(camp)).toEqual([utc('2026-07-06T07:00'), utc('2026-07-07T07:00'), utc('2026-07-08T07:00')]))
})
