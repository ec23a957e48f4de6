import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { activity, aRecord, at, seedOf } from './draw.test-kit.ts'
import { storedDraw as stored } from './draw.fixture.ts'
import { drawPlaces, resultText, verifyDraw } from './draw.ts'
import { drawText, type DrawRecord, type DrawWish } from './record.ts'
import { commitmentOf, numbersOf, ticketOf } from './ticket.ts'

// The pure packages have no Node or DOM types; the test runner has a console.
declare const console: { log: (...parts: unknown[]) => void }

describe('en gemt lodtrækning', () => {
  const record = JSON.parse(stored.record) as DrawRecord
  test('giver de samme bytes i dag', () => {
    expect(drawText(record)).toBe(stored.record)
    expect(resultText(drawPlaces(record, stored.seed))).toBe(stored.result)
    expect(verifyDraw(stored)).toEqual({ ok: true })
  })
  test('også når listerne vendes om, og æ og ø kommer i to dele', () => {
    const turned = {
      ...record, wishes: record.wishes.toReversed(), children: record.children.toReversed(),
      activities: record.activities.toReversed().map((one) => ({
        ...one, meetings: one.meetings.toReversed().map((meeting) => ({ ...meeting, place: meeting.place.normalize('NFD'), area: meeting.area && meeting.area.normalize('NFD') })),
      })),
    }
    expect(drawText(turned)).toBe(drawText(record))
    expect(resultText(drawPlaces(turned, stored.seed))).toBe(stored.result)
  })
  // The figures come from a second program, Python's hmac and hashlib, written from the docstrings alone.
  test('løfte, lod og numre er dem, som et andet program regner ud', () => {
    expect(commitmentOf(stored.seed)).toBe(stored.commitment)
    for (const [name, ticket] of Object.entries(stored.tickets)) expect(ticketOf(stored.pseudonymKey, 'sommer-2026', name)).toBe(ticket)
    const number = numbersOf(stored.seed, record)
    const { Alma, Emma, Frej, Gro } = stored.tickets
    expect([[Alma, 1], [Emma, 1], [Frej, 1], [Gro, 3]].map(([ticket, count]) => bytesToHex(number(ticket as string, count as number)).slice(0, 8)))
      .toEqual(['421fcdc2', '655422df', 'f02a2c8b', '488b3ac5'])
  })
  test('uden frøet trækkes der ikke, og et andet offentligt tal giver en anden rækkefølge', () => {
    expect(() => drawPlaces(record, seedOf(2))).toThrow('not the one committed to')
    expect(() => drawPlaces({ ...record, mostTogether: 1 }, stored.seed)).toThrow('too-many-together')
    expect(drawPlaces({ ...record, publicChance: 'Lotto: 1 2 3' }, stored.seed).order).not.toEqual(drawPlaces(record, stored.seed).order)
  })
})

test('5.000 børn, 40.000 ønsker og 300 aktiviteter trækkes, tre gange ens', () => {
  let chance = 20260706
  const next = (most: number): number => {
    chance = (chance * 48271) % 2147483647
    return chance % most
  }
  const hour = (from: number): string => `${String(from + next(4)).padStart(2, '0')}:00`
  const activities = Array.from({ length: 300 }, (_no, n) => activity(`aktivitet-${n}`, 20,
    ...[0, 1, 2].map((later) => at(6 + next(20) + later, hour(8), hour(13), `sted ${next(40)}`, `område ${next(8)}`))))
  const wishes = Array.from({ length: 5000 }, (_no, child): DrawWish[] => {
    const wanted = new Set<string>()
    while (wanted.size < 8) wanted.add(`aktivitet-${Math.min(next(300), next(300))}`)
    return [...wanted].map((id, place) => ({ activity: id, by: [{ ticket: `barn-${child}`, rank: place + 1 }] }))
  }).flat()
  const record = aRecord(activities, wishes, { mostPerChild: 4 })
  const drawn = [1, 2, 3].map(() => {
    const since = Date.now()
    const result = drawPlaces(record, seedOf(1))
    return { result, took: Date.now() - since }
  })
  // This stage shares the machine, so the time is told and not judged.
  console.log(`lodtrækning af 5.000 børn: ${drawn.map(({ took }) => took).join(', ')} ms`)
  expect(drawn[0]!.result.places.length).toBeGreaterThan(5000)
  expect(new Set(drawn.map(({ result }) => resultText(result))).size).toBe(1)
})
