import type { HandedOut } from './hand-out.ts'
import { insteadOf, ownedPlaces, whatStandsInTheWay, type DrawOutcome } from './outcome.ts'
import type { DrawnOrder, Prepared } from './prepare.ts'

/** The answer to one child about one wish; `together` are the tickets of the others in it. */
export type DrawAnswer = { activity: string; rank: number; together: string[]; outcome: DrawOutcome }

/** One waiting child. Children of one activity with the same `wish` wait together. `insteadOf`: see outcome.ts. */
export type DrawWaiting = { activity: string; position: number; ticket: string; wish: number; insteadOf: string[] }

type Waiter = { child: number; wish: number; position: number }

/** Wishes that lack only room, in the drawn order; within a unit those its children want most come first. */
const inDrawnOrder = ({ units, wishes, record }: Prepared, { units: drawn, childAt }: DrawnOrder, missed: readonly number[]): number[] => {
  const unitAt = new Int32Array(record.children.length)
  drawn.forEach((unit, place) => units[unit]!.forEach((child) => { unitAt[child] = place }))
  return missed.map((at) => {
    const { children, ranks } = wishes[at]!
    const best = children.reduce((place, child) => Math.min(place, childAt[child]!), Infinity)
    return { at, unit: unitAt[children[0]!]!, worst: Math.max(...ranks), best }
  }).sort((a, b) => a.unit - b.unit || a.worst - b.worst || a.best - b.best || a.at - b.at).map(({ at }) => at)
}

/** The line of each activity, gapless from 1. A child stands in it once, by the wish that comes first. */
const linesOf = ({ wishes, record }: Prepared, ordered: readonly number[]): Waiter[][] => {
  const lines = record.activities.map((): Waiter[] => [])
  const standing = record.activities.map(() => new Set<number>())
  for (const wish of ordered) {
    const { activity, children } = wishes[wish]!
    const [line, already] = [lines[activity]!, standing[activity]!]
    if (children.some((child) => already.has(child))) continue
    for (const child of children) {
      already.add(child)
      line.push({ child, wish, position: line.length + 1 })
    }
  }
  return lines
}

/** Per child an answer to each of its wishes, most wanted first, and the waiting lists. */
export const answerDraw = (prepared: Prepared, order: DrawnOrder, out: HandedOut): { answers: DrawAnswer[][]; waiting: DrawWaiting[] } => {
  const { record, wishes, wishesOf } = prepared
  const owned = ownedPlaces(prepared, out)
  const settled = wishes.map((wish, at): DrawOutcome | null => {
    if (out.roundOf[at] !== 0) return { kind: 'given', round: out.roundOf[at]! }
    const wantedMore = whatStandsInTheWay(prepared, owned, wish, 'wanted-more')
    if (wantedMore || out.free[wish.activity]! < wish.children.length) return wantedMore
    return whatStandsInTheWay(prepared, owned, wish, 'all')
  })
  const missed = wishes.flatMap((_wish, at) => (settled[at] === null ? [at] : []))
  const lines = linesOf(prepared, inDrawnOrder(prepared, order, missed))
  const waits = new Map<string, number>()
  for (const line of lines) for (const { wish, child, position } of line) waits.set(`${wish} ${child}`, position)

  const outcomeOf = (at: number, child: number): DrawOutcome => {
    const known = settled[at] ?? null
    if (known) return known
    const position = waits.get(`${at} ${child}`)
    if (position === undefined) return { kind: 'waits-by-another-wish' }
    const { activity, children } = wishes[at]!
    const { places } = record.activities[activity]!
    const left = out.leftWhenMissed[at]! === -1 ? out.free[activity]! : out.leftWhenMissed[at]!
    const line = { waits: position, number: places - out.free[activity]! + position, places }
    return left === 0 ? { kind: 'full', ...line } : { kind: 'group-did-not-fit', ...line, size: children.length, left }
  }
  return {
    answers: wishesOf.map((mine, child) => mine.map((at) => {
      const { activity, by } = record.wishes[at]!
      const { ticket } = record.children[child]!
      return {
        activity, rank: by.find((one) => one.ticket === ticket)!.rank,
        together: by.map((one) => one.ticket).filter((other) => other !== ticket), outcome: outcomeOf(at, child),
      }
    })),
    waiting: lines.flatMap((line, activity) => line.map(({ child, wish, position }) => ({
      activity: record.activities[activity]!.id, position, ticket: record.children[child]!.ticket, wish,
      insteadOf: insteadOf(prepared, owned[child]!, activity),
    }))),
  }
}
