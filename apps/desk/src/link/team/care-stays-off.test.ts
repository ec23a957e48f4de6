import type { TeamCare } from '@medspil/contracts/care'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepList, readList } from './kept-list.ts'

function phone() {
  const kept = new Map<string, string>()
  return {
    kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key), key: (at: number) => [...kept.keys()][at] ?? null, get length() { return kept.size },
  }
}
const care: TeamCare = { isOpen: true, opensOn: '2026-07-03', shredOn: '2026-07-08', notes: [{ rowId: 'alma', allergies: 'Jordnødder', medicine: 'EpiPen', fetchedBy: 'Mormor', emergencyPhone: '12345678', photoConsent: false }] }
const kommune = { key: 'stevns', name: 'Stevns Kommune', phone: '56 57 57 57', phoneHours: 'hverdage kl. 9–15', colour: '#1B5193', logo: null }
const team = {
  offerId: 'baal', title: 'Bål og bue', day: '2026-07-06', timeFrom: '09:00', timeTo: '11:00', place: 'Skovhytten', isHoliday: true, isAhead: false, meetings: [], nextDay: null,
  closesAt: '2026-07-07T10:00:00.000Z', isOpen: true, children: [{ rowId: 'alma', displayName: 'Alma K.', mark: null, saidAbsent: false }],
}
const now = { at: new Date('2026-07-06T08:00:00Z'), day: '2026-07-06' }
const place = 'medspil-list:1'
const link = new URL('../', import.meta.url)
const sources = readdirSync(link, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.')).map((name) => [name, readFileSync(new URL(name, link), 'utf8')] as const)

describe('allergier og telefonnumre lægges aldrig på telefonen', () => {
  test('listen gemmes uden, også når de følger med', () => {
    const memory = phone()
    keepList(place, { kommune, team, care } as never, now, memory)
    expect(readList(place, now, memory)?.team).toEqual(team)
    expect([...memory.kept.values()].join()).not.toMatch(/Jord|Epi|Mormor|12345678/)
  })
  test('efter vinduet eller når linket er slut, er der intet tilbage', () => {
    const memory = phone()
    keepList(place, { kommune, team }, now, memory)
    expect(readList(place, { at: new Date('2026-07-07T10:01:00Z'), day: '2026-07-07' }, memory)).toBeNull()
    expect(memory.kept.size).toBe(0)
  })
  test('den kode, der skriver på telefonen, kender dem ikke', () => {
    const writers = sources.filter(([, code]) => /localStorage|sessionStorage|indexedDB|caches\.open|setItem/.test(code)).map(([name]) => name)
    expect(writers).toContain('team/kept-list.ts')
    expect(sources.filter(([name, code]) => writers.includes(name) && /contracts\/care|care\.ofTeam/.test(code)).map(([name]) => name)).toEqual([])
  })
  test('rød tvilling: en liste, der gemmes som den er, røber dem', () => {
    const memory = phone()
    memory.setItem(place, JSON.stringify({ kommune, team, care }))
    expect([...memory.kept.values()].join()).toMatch(/Jord/)
  })
})
