import type { TeamList } from '@medspil/contracts/attendance'
import { describe, expect, test } from 'vitest'
import { keepList, placeOf, readList } from './kept-list.ts'

function phone() {
  const kept = new Map<string, string>()
  return {
    kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key), key: (at: number) => [...kept.keys()][at] ?? null, get length() { return kept.size },
  }
}
const kommune = { key: 'slagelse', name: 'Slagelse Kommune', phone: '58 57 36 00', phoneHours: 'hverdage kl. 9–15', colour: '#123456', logo: '/logo.svg' }
const team: TeamList = {
  offerId: 'hold', title: 'Fodbold, U12', day: '2026-09-03', timeFrom: '16:30', timeTo: '17:30', place: 'Hallen', isHoliday: false, isAhead: false, meetings: [], nextDay: '2026-09-10', closesAt: '2026-09-04T10:00:00.000Z', isOpen: true,
  children: [{ rowId: 'alma', displayName: 'Alma K.', mark: null, saidAbsent: false }],
}
const evening = { at: new Date('2026-09-03T18:00:00Z'), day: '2026-09-03' }
const nextMorning = { at: new Date('2026-09-04T09:59:00Z'), day: '2026-09-04' }
const closed = { at: new Date('2026-09-04T10:01:00Z'), day: '2026-09-04' }
const place = 'medspil-list:1'

describe('dagens liste på telefonen', () => {
  test('listen kan læses, til den lukker kl. 12 dagen efter, og er så væk', () => {
    const memory = phone()
    keepList(place, { kommune, team }, evening, memory)
    expect(readList(place, nextMorning, memory)?.team).toEqual(team)
    expect(readList(place, closed, memory)).toBeNull()
    expect(memory.kept.size).toBe(0)
  })
  test('træner holdet igen, før listen lukker, er det ikke dagens liste mere', () => {
    const memory = phone()
    keepList(place, { kommune, team: { ...team, nextDay: '2026-09-04' } }, evening, memory)
    expect(readList(place, nextMorning, memory)).toBeNull()
  })
  test('en lukket liste gemmes ikke, og den gamle går med', () => {
    const memory = phone()
    keepList(place, { kommune, team }, evening, memory)
    keepList(place, { kommune, team }, closed, memory)
    expect(memory.kept.size).toBe(0)
  })
  test('andre holds lister ryddes, når deres dag er forbi; køen af kryds røres ikke', () => {
    const memory = phone()
    keepList('medspil-list:2', { kommune, team }, evening, memory)
    memory.setItem('medspil-list:3', '{ikke json')
    memory.setItem('medspil-marks:hold', '[1]')
    expect(readList(place, closed, memory)).toBeNull()
    expect([...memory.kept.keys()]).toEqual(['medspil-marks:hold'])
  })
  test('stedet røber ikke linket', async () => {
    const secret = 'a'.repeat(43)
    expect(await placeOf(secret)).toMatch(/^medspil-list:[0-9a-f]{64}$/)
    expect(await placeOf(secret)).not.toContain(secret)
  })
})
