import { describe, expect, test } from 'vitest'
import { answerDraw } from './answers.ts'
import { activity, aRecord, at, ranked, seedOf } from './draw.test-kit.ts'
import { handOut } from './hand-out.ts'
import { orderOf, prepareDraw, type DrawnOrder, type Prepared } from './prepare.ts'
import { canonicalRecord, digestOf, type DrawRecord } from './record.ts'
import { ticketOf } from './ticket.ts'

// Promise 3: 10 seeds × 10 000 draws of 3 places among 10 children, one of whom asks from 50 tabs.
const roots = Array.from({ length: 10 }, (_no, n) => `promise-3/${n + 1}`)
const drawsPerRoot = 10_000
const key = digestOf('pseudonyms')

/** What arrives: a wish for one child, from one browser. */
type Sent = { browser: string; childId: string }

const sent: Sent[] = [
  ...Array.from({ length: 50 }, (_no, tab) => ({ browser: `tab-${tab}`, childId: 'the-busy-family' })),
  ...Array.from({ length: 9 }, (_no, n) => ({ browser: `phone-${n}`, childId: `child-${n}` })),
]

const recordOf = (entries: readonly Sent[], keyed: (entry: Sent) => string): { record: DrawRecord; busy: ReadonlySet<string> } => {
  const tickets = entries.map((entry) => ticketOf(key, 'sommer-2026', keyed(entry)))
  return {
    record: canonicalRecord(aRecord([activity('Svømning', 3, at(6, '10:00', '12:00'))], [],
      { children: tickets.map((ticket) => ({ ticket, numbers: 1, holds: [] })), wishes: tickets.map((ticket) => ({ activity: 'Svømning', by: [{ ticket, rank: 1 }] })) })),
    busy: new Set(tickets.filter((_ticket, n) => entries[n]!.childId === 'the-busy-family')),
  }
}

/** How often one of these tickets got a place, in points of a hundred, root by root. */
const sharesOf = ({ record, busy }: { record: DrawRecord; busy: ReadonlySet<string> }, draws: number): number[] => {
  const prepared = prepareDraw(record)
  const mine = prepared.record.children.flatMap(({ ticket }, child) => (busy.has(ticket) ? [child] : []))
  return roots.map((root) => {
    let won = 0
    for (let n = 0; n < draws; n += 1) {
      const { gotBy } = handOut(prepared, orderOf(prepared, digestOf(`${root}/${n}`)))
      if (mine.some((child) => gotBy[child]!.length > 0)) won += 1
    }
    return (won / draws) * 100
  })
}
const isFair = (shares: readonly number[], fair: number): boolean => shares.every((share) => Math.abs(share - fair) <= 2)

describe('løfte 3: en retfærdig kø, som alle kan køre igen', () => {
  test('en familie med 50 faner har ét lod og vinder sin andel: 30 ± 2 af 100, 10 × 10 000 lodtrækninger', () => {
    const entered = recordOf(sent, ({ childId }) => childId)
    expect(entered.record.children).toHaveLength(10)
    expect(entered.busy.size).toBe(1)
    const shares = sharesOf(entered, drawsPerRoot)
    expect(shares).toHaveLength(10)
    expect(isFair(shares, 30), `${roots.join(' ')}: ${shares.join(' ')}`).toBe(true)
  })

  test('rød tvilling: er loddet browserens og ikke barnets, vinder familien næsten altid', () => {
    const entered = recordOf(sent, ({ browser }) => browser)
    expect(entered.busy.size).toBe(50)
    const shares = sharesOf(entered, 50)
    expect(isFair(shares, 30), shares.join(' ')).toBe(false)
    expect(Math.min(...shares)).toBeGreaterThan(90)
  })

  const places = ['Svømning', 'Dans', 'Kajak'].map((id, n) => activity(id, 4 + n, at(6 + n, '10:00', '12:00')))
  const lists = Object.fromEntries(Array.from({ length: 40 }, (_no, n) => [`Barn ${n}`, n % 2 === 0 ? ['Svømning', 'Dans', 'Kajak'] : ['Kajak', 'Svømning']]))
  const stored = aRecord(places, ranked(lists), { mostPerChild: 2 })
  const turned = { ...stored, activities: stored.activities.toReversed(), children: stored.children.toReversed(), wishes: stored.wishes.toReversed() }

  /** How many of 100 draws come out otherwise when the same facts are drawn again in another order. */
  const differences = (order: (prepared: Prepared, seed: string) => DrawnOrder): number => {
    const text = (record: DrawRecord, seed: string): string => {
      const prepared = prepareDraw(canonicalRecord(record))
      const drawn = order(prepared, seed)
      return JSON.stringify(answerDraw(prepared, drawn, handOut(prepared, drawn)))
    }
    return Array.from({ length: 100 }, (_no, n) => seedOf(n)).filter((seed) => text(stored, seed) !== text(turned, seed)).length
  }

  test('kørt igen i en anden rækkefølge: 100 af 100 er de samme, byte for byte', () => expect(differences(orderOf)).toBe(0))

  test('rød tvilling: Math.random i stedet for frøet kan ikke køres igen', () => {
    const byChance = ({ units, record }: Prepared): DrawnOrder => {
      const drawn = units.map((_unit, unit) => ({ unit, number: Math.random() })).sort((a, b) => a.number - b.number)
      return { units: drawn.map(({ unit }) => unit), childAt: Int32Array.from(record.children, (_child, child) => child) }
    }
    expect(differences(byChance)).toBeGreaterThan(90)
  })
})

describe('hvor tit en enhed trækkes først', () => {
  const alone = Object.fromEntries(Array.from({ length: 9 }, (_no, n) => [`Barn ${n}`, ['Dans']]))
  const firstOf = (record: DrawRecord, ticket: string): number => {
    const prepared = prepareDraw(canonicalRecord(record))
    const unit = prepared.units.findIndex((children) => children.some((child) => prepared.record.children[child]!.ticket === ticket))
    const seeds = Array.from({ length: 4000 }, (_no, n) => digestOf(`first/${n}`))
    return (seeds.filter((seed) => orderOf(prepared, seed).units[0] === unit).length / seeds.length) * 100
  }
  test('tre søskende er én af ti: 10 ± 2 af 100', () => {
    const siblings = { 'Søskende A': ['Søskende B + Søskende C + Kajak'], 'Søskende B': ['Søskende A + Søskende C + Kajak'], 'Søskende C': ['Søskende A + Søskende B + Kajak'] }
    const record = aRecord([activity('Dans', 1), activity('Kajak', 3)], ranked({ ...alone, ...siblings }))
    expect(Math.abs(firstOf(record, 'Søskende B') - 10)).toBeLessThanOrEqual(2)
  })
  const weighted = (ticket: string, lists: Record<string, string[]>): DrawRecord => {
    const record = aRecord([activity('Dans', 1)], ranked(lists), { mostNumbers: 2 })
    return { ...record, children: record.children.map((child) => (child.ticket === ticket ? { ...child, numbers: 2 } : child)) }
  }
  test('to numre efter et år uden plads: to af elleve, 18 ± 2 af 100', () => {
    expect(Math.abs(firstOf(weighted('Uheldig', { ...alone, Uheldig: ['Dans'] }), 'Uheldig') - 200 / 11)).toBeLessThanOrEqual(2)
  })
  test('en ven giver ikke sit ekstra nummer videre: de to sammen er én af ti', () => {
    const friends = { Uheldig: ['Ven + Dans'], Ven: ['Uheldig + Dans'] }
    expect(Math.abs(firstOf(weighted('Uheldig', { ...alone, ...friends }), 'Ven') - 10)).toBeLessThanOrEqual(2)
  })
})
