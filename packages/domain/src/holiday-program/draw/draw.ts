import { answerDraw, type DrawAnswer, type DrawWaiting } from './answers.ts'
import { faultsOfCanonical } from './faults.ts'
import { handOut } from './hand-out.ts'
import { orderOf, prepareDraw } from './prepare.ts'
import { canonicalRecord, digestOf, inTextOrder, type DrawRecord } from './record.ts'
import { commitmentOf } from './ticket.ts'

/** A place that the draw gave. `wish` is the position of the wish in the canonical record; the same wish is one group. */
export type DrawPlace = { activity: string; ticket: string; round: number; wish: number }

/** All that a draw says. Every list has one order, so the same draw is the same text. */
export type DrawResult = {
  rule: string
  /** SHA-256 of the record's text in hex: what this is the result of. */
  record: string
  /** The units, first drawn first. A unit is the tickets whose wishes hang together. */
  order: string[][]
  places: DrawPlace[]
  /** Per activity the waiting list, positions from 1 without gaps. */
  waiting: DrawWaiting[]
  answers: { ticket: string; wishes: DrawAnswer[] }[]
}

/**
 * Holds the draw. The same record and seed give the same result on every computer and in any order of the facts.
 * @param seed 32 bytes in lower-case hex, the one that the record's commitment was made of
 * @throws RangeError when the record has a fault (ask `drawFaults` first) or the seed is not the one committed to
 */
export const drawPlaces = (given: DrawRecord, seed: string): DrawResult => {
  const record = canonicalRecord(given)
  const fault = faultsOfCanonical(record)[0]
  if (fault) throw new RangeError(`the record cannot be drawn: ${fault.fault} at ${fault.at}`)
  if (commitmentOf(seed) !== record.commitment) throw new RangeError('the seed is not the one committed to')
  return drawCanonical(record, JSON.stringify(record), seed)
}

const drawCanonical = (record: DrawRecord, text: string, seed: string): DrawResult => {
  const prepared = prepareDraw(record)
  const { units, wishes } = prepared
  const order = orderOf(prepared, seed)
  const out = handOut(prepared, order)
  const { answers, waiting } = answerDraw(prepared, order, out)
  const ticket = (child: number): string => record.children[child]!.ticket
  const places = wishes.flatMap(({ activity, children }, wish) => (out.roundOf[wish] === 0 ? [] : children.map((child) =>
    ({ activity: record.activities[activity]!.id, ticket: ticket(child), round: out.roundOf[wish]!, wish }))))
  return {
    rule: record.rule, record: digestOf(text), order: order.units.map((unit) => units[unit]!.map(ticket)),
    places: places.sort((a, b) => inTextOrder(a.activity, b.activity) || inTextOrder(a.ticket, b.ticket)),
    waiting, answers: answers.flatMap((mine, child) => (mine.length === 0 ? [] : [{ ticket: ticket(child), wishes: mine }])),
  }
}

/** The result as it is stored and published: JSON without spaces. */
export const resultText = (result: DrawResult): string => JSON.stringify(result)

/** What a re-run says: all as published, or the first thing that is not. */
export type DrawCheck =
  | { ok: true }
  | { ok: false; because: 'seed-not-committed' | 'record-unreadable' | 'record-not-canonical' | 'record-faulty' | 'another-result' }

/**
 * Runs a published draw again and compares byte for byte. For anybody: nothing but the published texts is needed.
 * @param published.commitment what was published before the first wish, in hex; keep your own copy of it
 * @param published.record `drawText` of the record
 * @param published.result `resultText` of the result
 */
export const verifyDraw = ({ commitment, seed, record, result }: { commitment: string; seed: string; record: string; result: string }): DrawCheck => {
  if (!/^[0-9a-f]{64}$/.test(seed) || commitmentOf(seed) !== commitment) return { ok: false, because: 'seed-not-committed' }
  let read: DrawRecord
  try {
    read = canonicalRecord(JSON.parse(record) as DrawRecord)
  } catch {
    return { ok: false, because: 'record-unreadable' }
  }
  if (JSON.stringify(read) !== record) return { ok: false, because: 'record-not-canonical' }
  if (read.commitment !== commitment || faultsOfCanonical(read).length > 0) return { ok: false, because: 'record-faulty' }
  return resultText(drawCanonical(read, record, seed)) === result ? { ok: true } : { ok: false, because: 'another-result' }
}
