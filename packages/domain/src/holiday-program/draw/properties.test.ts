import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashOf, type Occurrence } from '../../signup/index.ts'
import type { DrawOutcome } from './outcome.ts'
import { anyRecord, permutations, seedOf } from './draw.test-kit.ts'
import { drawPlaces, resultText, verifyDraw, type DrawResult } from './draw.ts'
import { drawFaults } from './faults.ts'
import { handOut } from './hand-out.ts'
import { clashWithTravel, prepareDraw } from './prepare.ts'
import { canonicalRecord, drawText, type DrawMeeting, type DrawRecord } from './record.ts'
import { commitmentOf } from './ticket.ts'

const world = fc.record({ record: anyRecord, seed: fc.nat(1_000_000).map((n) => seedOf(n)) })
  .map(({ record, seed }) => ({ record: canonicalRecord({ ...record, commitment: commitmentOf(seed) }), seed }))
const runs = { numRuns: 1000, seed: 20260706 }

const minutes = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** Said again from the announcement, independently of the code: can one child be at both meetings? */
const reaches = (a: DrawMeeting, b: DrawMeeting, { travel }: DrawRecord): boolean => {
  if (a.day !== b.day) return true
  const way = a.place === b.place ? travel.samePlace : a.area !== null && a.area === b.area ? travel.sameArea : travel.otherArea
  return minutes(b.from) - minutes(a.to) >= way || minutes(a.from) - minutes(b.to) >= way
}

test('i dag siger lodtrækningen og tilmeldingen det samme om, hvad et barn kan nå', () => {
  const asOccurrence = ({ area, ...meeting }: DrawMeeting): Occurrence => ({ ...meeting, ...(area !== null && { area }) })
  let clashes = 0
  fc.assert(fc.property(anyRecord, ({ activities, travel }) => {
    for (const a of activities) for (const b of activities) {
      const says = clashWithTravel(a, b, travel) !== null
      if (says) clashes += 1
      expect(clashOf(a.meetings.map(asOccurrence), b.meetings.map(asOccurrence), travel) !== null).toBe(says)
    }
  }), { numRuns: 300, seed: 20260706 })
  expect(clashes).toBeGreaterThan(100)
})

type Seen = { held: Map<string, string[]>; taken: Map<string, number>; given: Set<number> }

const seenIn = (record: DrawRecord, result: DrawResult): Seen => ({
  held: new Map(record.children.map(({ ticket, holds }) => [ticket, [...holds, ...result.places.filter((place) => place.ticket === ticket).map((place) => place.activity)]])),
  taken: new Map(record.activities.map(({ id }) => [id, result.places.filter((place) => place.activity === id).length])),
  given: new Set(result.places.map(({ wish }) => wish)),
})

const clashes = (record: DrawRecord, one: string, other: string): boolean => {
  const [a, b] = [one, other].map((id) => record.activities.find((activity) => activity.id === id)!)
  return one === other || a!.meetings.some((x) => b!.meetings.some((y) => !reaches(x, y, record)))
}

/** A wish that could still be met as things stand. */
const fits = (record: DrawRecord, { held, taken }: Seen, wish: number): boolean => {
  const { activity, by } = record.wishes[wish]!
  const places = record.activities.find(({ id }) => id === activity)!.places
  return taken.get(activity)! + by.length <= places && by.every(({ ticket }) =>
    held.get(ticket)!.length < (record.mostPerChild ?? Infinity) && !held.get(ticket)!.some((other) => clashes(record, other, activity)))
}

/** Every broken promise of a result, in words; none when all are kept. */
const broken = (record: DrawRecord, result: DrawResult): string[] => {
  const seen = seenIn(record, result)
  const found: string[] = []
  const say = (is: boolean, what: string): void => void (is && found.push(what))
  for (const { id, places } of record.activities) say(seen.taken.get(id)! > places, `oversold ${id}`)
  for (const { ticket, holds } of record.children) {
    const mine = seen.held.get(ticket)!
    say(mine.length > Math.max(record.mostPerChild ?? Infinity, holds.length), `over the limit ${ticket}`)
    mine.forEach((one, at) => mine.slice(Math.max(at + 1, holds.length)).forEach((other) => say(clashes(record, one, other), `clash ${ticket}`)))
  }
  record.wishes.forEach(({ by, activity }, wish) => {
    const got = result.places.filter((place) => place.wish === wish)
    say(got.length > 0 && (got.length !== by.length || by.some(({ ticket }) => !got.some((place) => place.ticket === ticket && place.activity === activity))), `half a group ${wish}`)
    say(got.length === 0 && fits(record, seen, wish), `a place left unused ${wish}`)
  })
  return found
}

describe('flere aktiviteter, grupper, begrænsninger og overlap', () => {
  test('ingen halv gruppe, intet overlap, ingen grænse brudt, ingen plads fri, som et ønske kunne bruge', () => {
    let given = 0
    fc.assert(fc.property(world, ({ record, seed }) => {
      const result = drawPlaces(record, seed)
      given += result.places.length
      expect(broken(record, result)).toEqual([])
    }), runs)
    expect(given).toBeGreaterThan(2500)
  })

  test('det samme gælder i alle rækkefølger, ikke kun i dem et frø giver', () => {
    fc.assert(fc.property(world, ({ record, seed }) => {
      const prepared = prepareDraw(record)
      const result = drawPlaces(record, seed)
      for (const units of permutations(prepared.units.map((_unit, at) => at).slice(0, 5))) {
        const rest = prepared.units.map((_unit, at) => at).slice(5)
        const out = handOut(prepared, { units: [...units, ...rest], childAt: Int32Array.from(record.children, (_child, at) => at) })
        const places = prepared.wishes.flatMap(({ activity, children }, wish) => (out.roundOf[wish] === 0 ? [] : children.map((child) =>
          ({ activity: record.activities[activity]!.id, ticket: record.children[child]!.ticket, round: out.roundOf[wish]!, wish }))))
        expect(broken(record, { ...result, places })).toEqual([])
      }
    }), { ...runs, numRuns: 100 })
  })

  test('rød tvilling: det, der finder brud, finder en plads taget fra en gruppe og en plads for meget', () => {
    let halved = 0
    let oversold = 0
    fc.assert(fc.property(world, ({ record, seed }) => {
      const result = drawPlaces(record, seed)
      const shared = result.places.find(({ wish }) => record.wishes[wish]!.by.length > 1)
      if (shared) {
        expect(broken(record, { ...result, places: result.places.filter((place) => place !== shared) })).toContain(`half a group ${shared.wish}`)
        halved += 1
      }
      const waiting = result.waiting.find(({ wish }) => record.wishes[wish]!.by.length === 1)
      if (waiting && record.activities.find(({ id }) => id === waiting.activity)!.places === result.places.filter(({ activity }) => activity === waiting.activity).length) {
        expect(broken(record, { ...result, places: [...result.places, { ...waiting, round: 1 }] })).toContain(`oversold ${waiting.activity}`)
        oversold += 1
      }
    }), { ...runs, numRuns: 500 })
    expect(Math.min(halved, oversold)).toBeGreaterThan(50)
  })

  test('ventelisterne er uden huller, hvert barn står der én gang og har ikke aktiviteten i forvejen', () => {
    fc.assert(fc.property(world, ({ record, seed }) => {
      const result = drawPlaces(record, seed)
      const { held } = seenIn(record, result)
      for (const { id } of record.activities) {
        const line = result.waiting.filter(({ activity }) => activity === id)
        expect(line.map(({ position }) => position)).toEqual(line.map((_entry, at) => at + 1))
        expect(new Set(line.map(({ ticket }) => ticket)).size).toBe(line.length)
        expect(line.filter(({ ticket }) => held.get(ticket)!.includes(id))).toEqual([])
      }
    }), runs)
  })

  test('hver grund er sand', () => {
    const told = new Map<DrawOutcome['kind'], number>()
    fc.assert(fc.property(world, ({ record, seed }) => {
      const result = drawPlaces(record, seed)
      const seen = seenIn(record, result)
      for (const { ticket, wishes } of result.answers) for (const { activity, together, outcome } of wishes) {
        told.set(outcome.kind, (told.get(outcome.kind) ?? 0) + 1)
        const all = [ticket, ...together]
        const free = record.activities.find(({ id }) => id === activity)!.places - seen.taken.get(activity)!
        if (outcome.kind === 'given') expect(all.every((one) => seen.held.get(one)!.includes(activity))).toBe(true)
        if (outcome.kind === 'full' || outcome.kind === 'group-did-not-fit') {
          expect(free).toBeLessThan(all.length)
          expect(result.waiting).toContainEqual(expect.objectContaining({ activity, ticket, position: outcome.waits }))
          expect(outcome.number).toBe(outcome.places - free + outcome.waits)
        }
        if (outcome.kind === 'group-did-not-fit') expect(outcome.left).toBeLessThan(outcome.size)
        if (outcome.kind === 'has-activity') expect(seen.held.get(outcome.ticket)).toContain(activity)
        if (outcome.kind === 'clash') expect(seen.held.get(outcome.ticket)!.includes(outcome.activity) && clashes(record, outcome.activity, activity)).toBe(true)
        if (outcome.kind === 'limit-reached') expect(seen.held.get(outcome.ticket)!.length).toBeGreaterThanOrEqual(record.mostPerChild!)
        if (outcome.kind === 'got-better-wish') expect(seen.held.get(outcome.ticket)).toContain(outcome.activity)
      }
    }), runs)
    expect([...told.keys()].sort()).toEqual(['clash', 'full', 'given', 'got-better-wish', 'group-did-not-fit', 'has-activity', 'limit-reached', 'waits-by-another-wish'])
  })

  test('et barn, der kun ønsker alene, mister aldrig et ønske til noget, det ønskede mindre', () => {
    fc.assert(fc.property(world, ({ record, seed }) => {
      const alone = { ...record, wishes: record.wishes.filter(({ by }) => by.length === 1) }
      for (const { wishes } of drawPlaces(alone, seed).answers) for (const { rank, outcome } of wishes) {
        if (outcome.kind !== 'clash' && outcome.kind !== 'got-better-wish') continue
        const instead = wishes.find(({ activity }) => activity === outcome.activity)
        if (instead?.outcome.kind === 'given') expect(instead.rank).toBeLessThan(rank)
      }
    }), runs)
  })
})

describe('én plads pr. barn, mens andre går i grupper', () => {
  const one = world.map(({ record, seed }) => {
    const child = record.children.find(({ holds, ticket }) => holds.length === 0 && record.wishes.some(({ by }) => by[0]!.ticket === ticket))?.ticket ?? ''
    const others = record.wishes.filter(({ by }) => !by.some(({ ticket }) => ticket === child))
    const mine = record.wishes.filter(({ by }) => by.length === 1 && by[0]!.ticket === child).sort((a, b) => a.by[0]!.rank - b.by[0]!.rank).map(({ activity }) => activity)
    return { record: { ...record, mostPerChild: 1, wishes: others }, seed, child, mine }
  }).filter(({ mine }) => mine.length > 0)
  const wishing = (record: DrawRecord, child: string, list: readonly string[]): DrawRecord =>
    ({ ...record, wishes: [...record.wishes, ...list.map((activity, place) => ({ activity, by: [{ ticket: child, rank: place + 1 }] }))] })

  test('et barn, der ønsker alene, får ikke mere ved at lyve, og intet senere nummer får det, barnet hellere ville have', () => {
    let lies = 0
    fc.assert(fc.property(one, ({ record, seed, child, mine }) => {
      const honest = drawPlaces(wishing(record, child, mine), seed)
      const got = (result: DrawResult): string | undefined => result.places.find(({ ticket }) => ticket === child)?.activity
      const worth = (activity: string | undefined): number => (activity === undefined ? 0 : mine.includes(activity) ? mine.length - mine.indexOf(activity) : -1)
      const ids = record.activities.map(({ id }) => id)
      for (const whole of permutations(ids)) for (const length of ids.keys()) {
        expect(worth(got(drawPlaces(wishing(record, child, whole.slice(0, length + 1)), seed)))).toBeLessThanOrEqual(worth(got(honest)))
        lies += 1
      }
      const placeOf = (ticket: string): number => honest.order.findIndex((unit) => unit.includes(ticket))
      const better = mine.slice(0, got(honest) === undefined ? mine.length : mine.indexOf(got(honest)!))
      expect(honest.places.filter(({ activity, ticket }) => better.includes(activity) && placeOf(ticket) > placeOf(child))).toEqual([])
    }), { ...runs, numRuns: 100 })
    expect(lies).toBe(100 * 24 * 4)
  })
})

const shuffledBy = <T>(items: readonly T[], turn: number): T[] =>
  items.map((item, at) => ({ item, key: Math.imul(at + 1, turn * 2 + 1) % 1009 })).sort((a, b) => a.key - b.key).map(({ item }) => item)

/** The same facts in another order, lists and fields alike, and some of them sent twice. */
const toldOtherwise = (record: DrawRecord, turn: number): DrawRecord => {
  const turned = <T extends object>(item: T): T => Object.fromEntries(shuffledBy(Object.entries(item), turn)) as T
  const { activities, children, wishes } = record
  return turned({
    ...record, travel: turned(record.travel),
    activities: shuffledBy(activities.map((one) => turned({ ...one, meetings: shuffledBy(one.meetings.map(turned), turn) })), turn),
    children: shuffledBy(children.map((one) => turned({ ...one, holds: shuffledBy(one.holds, turn) })), turn),
    wishes: shuffledBy([...wishes, ...wishes.slice(0, 2)].map((one) => turned({ ...one, by: shuffledBy(one.by.map(turned), turn) })), turn),
  })
}

describe('kør den igen', () => {
  test('de samme oplysninger i en anden rækkefølge giver de samme bytes', () => {
    fc.assert(fc.property(world, fc.integer({ min: 1, max: 500 }), ({ record, seed }, turn) => {
      const other = toldOtherwise(record, turn)
      expect(drawFaults(other)).toEqual([])
      expect(drawText(other)).toBe(drawText(record))
      expect(resultText(drawPlaces(other, seed))).toBe(resultText(drawPlaces(record, seed)))
    }), { ...runs, numRuns: 500 })
  })

  test('kontrollen siger ja til det ægte og nej til hver ændring', () => {
    fc.assert(fc.property(world.filter(({ record }) => record.wishes.length > 2), ({ record, seed }) => {
      const published = { commitment: record.commitment, seed, record: drawText(record), result: resultText(drawPlaces(record, seed)) }
      expect(verifyDraw(published)).toEqual({ ok: true })
      expect(verifyDraw({ ...published, seed: seedOf(1_000_001) })).toEqual({ ok: false, because: 'seed-not-committed' })
      expect(verifyDraw({ ...published, commitment: commitmentOf(seedOf(1_000_001)) })).toEqual({ ok: false, because: 'seed-not-committed' })
      expect(verifyDraw({ ...published, record: `${published.record} ` })).toEqual({ ok: false, because: 'record-not-canonical' })
      expect(verifyDraw({ ...published, record: '{}' })).toEqual({ ok: false, because: 'record-unreadable' })
      const without = drawText({ ...record, wishes: record.wishes.slice(1) })
      expect(verifyDraw({ ...published, record: without })).toEqual({ ok: false, because: 'another-result' })
      const faulty = drawText({ ...record, mostPerChild: 0 })
      expect(verifyDraw({ ...published, record: faulty })).toEqual({ ok: false, because: 'record-faulty' })
    }), { ...runs, numRuns: 200 })
  })
})
