import fc from 'fast-check'
import { day } from '../../day.ts'
import { answerDraw, type DrawAnswer, type DrawWaiting } from './answers.ts'
import { handOut } from './hand-out.ts'
import { prepareDraw, type DrawnOrder, type Prepared } from './prepare.ts'
import { canonicalRecord, drawRule, type DrawActivity, type DrawMeeting, type DrawRecord, type DrawWish } from './record.ts'
import { commitmentOf } from './ticket.ts'

/** A seed of 32 bytes that ends with a number. */
export const seedOf = (n: number): string => n.toString(16).padStart(64, '0')

/** A meeting in July 2026: `at(6, '10:00', '12:00')` is Monday the 6th in the hall. */
export const at = (date: number, from: string, to: string, place = 'Hallen', area: string | null = 'Store Heddinge'): DrawMeeting =>
  ({ day: day(`2026-07-${String(date).padStart(2, '0')}`), from, to, place, area })

/** An activity; without meetings it clashes with nothing. */
export const activity = (id: string, places: number, ...meetings: DrawMeeting[]): DrawActivity => ({ id, places, meetings })

/** A child's own list, most wanted first; a wish shared with others is written `Ronja + Kajak`. */
export const ranked = (lists: Readonly<Record<string, readonly string[]>>): DrawWish[] => {
  const wishes = new Map<string, { activity: string; by: { ticket: string; rank: number }[] }>()
  for (const [ticket, list] of Object.entries(lists)) {
    for (const [place, text] of list.entries()) {
      const parts = text.split(' + ')
      const together = [ticket, ...parts.slice(0, -1)].sort()
      const key = [parts.at(-1), ...together].join('|')
      const wish = wishes.get(key) ?? { activity: parts.at(-1)!, by: [] }
      wishes.set(key, wish)
      wish.by.push({ ticket, rank: place + 1 })
    }
  }
  return [...wishes.values()]
}

/** A record with one number and nothing held for every child that wishes; one activity per child unless said otherwise. */
export const aRecord = (activities: readonly DrawActivity[], wishes: readonly DrawWish[], part: Partial<DrawRecord> = {}): DrawRecord => ({
  rule: drawRule, programId: 'sommer-2026', commitment: commitmentOf(seedOf(1)), publicChance: null,
  travel: { samePlace: 0, sameArea: 15, otherArea: 45 }, mostPerChild: 1, mostTogether: 6, mostNumbers: 1, activities, wishes,
  children: [...new Set(wishes.flatMap(({ by }) => by.map(({ ticket }) => ticket)))].map((ticket) => ({ ticket, numbers: 1, holds: [] })),
  ...part,
})

/** The order in which named children would come; a unit comes where its first named child does. */
export const orderBy = ({ record, units }: Prepared, tickets: readonly string[]): DrawnOrder => {
  const place = (child: number): number => tickets.indexOf(record.children[child]!.ticket)
  const first = (unit: number): number => Math.min(...units[unit]!.map(place))
  return {
    units: units.map((_unit, at) => at).sort((a, b) => first(a) - first(b)),
    childAt: Int32Array.from(record.children, (_child, at) => place(at)),
  }
}

/** What a record gives in an order that the case chose: places by child, all answers by child, and the lines. */
export const drawInOrder = (record: DrawRecord, tickets: readonly string[]): {
  places: Record<string, string[]>; answers: Record<string, DrawAnswer[]>; waiting: DrawWaiting[]
} => {
  const prepared = prepareDraw(canonicalRecord(record))
  const order = orderBy(prepared, tickets)
  const { answers, waiting } = answerDraw(prepared, order, handOut(prepared, order))
  const byTicket = prepared.record.children.map(({ ticket }, child) => [ticket, answers[child]!] as const)
  return {
    waiting, answers: Object.fromEntries(byTicket),
    places: Object.fromEntries(byTicket.map(([ticket, mine]) =>
      [ticket, mine.filter(({ outcome }) => outcome.kind === 'given').map((answer) => answer.activity)])),
  }
}

/** All orders of a list. */
export const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0 ? [[]] : items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))

const ids = ['bold', 'dans', 'kajak', 'ridning'] as const
const names = ['Alma', 'Bo', 'Carl', 'Dina', 'Emma', 'Frej', 'Gro'] as const
const hours = ['08:00', '09:30', '11:00', '12:30', '14:00'] as const

const anyMeeting: fc.Arbitrary<DrawMeeting> = fc.record({
  date: fc.integer({ min: 6, max: 8 }), begins: fc.nat(3), long: fc.boolean(),
  place: fc.constantFrom('Hallen', 'Havnen'), area: fc.constantFrom('Rødvig', 'Hårlev', null),
}).map(({ date, begins, long, place, area }) => at(date, hours[begins]!, hours[Math.min(begins + (long ? 2 : 1), 4)]!, place, area))

/** Small worlds with several activities a child, groups that hang together, places held, clashes and unequal weight. */
export const anyRecord: fc.Arbitrary<DrawRecord> = fc.record({
  activities: fc.tuple(...ids.map((id) => fc.record({ places: fc.nat(5), meetings: fc.array(anyMeeting, { maxLength: 2 }) })
    .map(({ places, meetings }) => activity(id, places, ...meetings)))),
  wishes: fc.uniqueArray(fc.record({ activity: fc.constantFrom(...ids), by: fc.subarray([...names], { minLength: 1, maxLength: 3 }) }), {
    minLength: 1, maxLength: 16, selector: ({ activity: id, by }) => `${id} ${by.join(' ')}`,
  }),
  children: fc.tuple(...names.map((ticket) => fc.record({ numbers: fc.integer({ min: 1, max: 3 }), holds: fc.subarray([...ids], { maxLength: 1 }) })
    .map((facts) => ({ ticket, ...facts })))),
  mostPerChild: fc.constantFrom(1, 2, 3, null), turn: fc.nat(1_000_000),
}).map(({ activities, wishes, children, mostPerChild, turn }) => {
  let chance = turn
  const ranks = new Map<string, number[]>(names.map((name) => [name, Array.from({ length: wishes.length }, (_no, place) => place + 1)]))
  const take = (ticket: string): number => {
    const open = ranks.get(ticket)!
    chance = (chance * 1103 + 12345) % 1_000_003
    return open.splice(chance % open.length, 1)[0]!
  }
  const given = wishes.map(({ activity: id, by }) => ({ activity: id, by: by.map((ticket) => ({ ticket, rank: take(ticket) })) }))
  return aRecord(activities, given, { children, mostPerChild, mostTogether: names.length, mostNumbers: 3 })
})
