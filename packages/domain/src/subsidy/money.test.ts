import { allBalanced, balancesOf, ore, splitOre, sum, type Entry, type Ore, type Posting } from '@medspil/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveParts } from '../fritidspas/purse.ts'
import { faultsOf } from './money-faults.fixture.ts'
import { acts, MoneyWorld } from './money-world.fixture.ts'

// The pure packages have no Node or DOM types; the test runner has a console.
declare const console: { log: (...parts: unknown[]) => void }

const seed = 20261122
const histories = 10_000
// The late acts need the early ones first, so chance picks the acts along the way to a clawback more often.
const names = [...Object.keys(acts), 'hold', 'confirm', 'confirm', 'pay', 'pay', 'settle', 'settle', 'settle', 'absence', 'collect', 'collect', 'collect']
const tape = fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(9999)), { minLength: 5, maxLength: 70, size: 'max' })

// A funded pool with one pass and one hold: without them most short histories would be refused from the first act.
const opening = [['fund', 3000], ['grant', 120], ['issue', 0], ['hold', 33]] as const
// One history in ten goes on to a paid claim, a clawback of it and another claim that it can be set off against.
const clawbackWaiting = [
  ['coPayment', 3], ['coPayment', 2], ['pay', 1], ['settle', 0], ['absence', 1], ['coPayment', 3], ['coPayment', 2], ['pay', 0],
] as const
const start = (withClawback = false): MoneyWorld => {
  const w = new MoneyWorld()
  for (const [name, n] of withClawback ? [...opening, ...clawbackWaiting] : opening) acts[name]!(w, n)
  return w
}
const play = (steps: readonly (readonly [number, number])[], w = start((steps[0]?.[1] ?? 1) % 10 === 0)): MoneyWorld => {
  for (const [at, n] of steps) acts[names[at]!]!(w, n)
  return w
}

describe('pengene er bevaret (løfte 7)', () => {
  it(`${histories} tilfældige forløb: poster går op, intet går i minus, konti = projektioner`, () => {
    const counts: Record<string, number> = {}
    let entries = 0
    fc.assert(fc.property(tape, (steps) => {
      const w = play(steps)
      const faults = faultsOf(w)
      if (faults.length > 0) throw new Error(faults.join('; '))
      if (!allBalanced(w.entries) || w.entries.some(({ postings }) => sum(postings.map(({ amount }) => amount)) !== 0n)) throw new Error('skæv post')
      entries += w.entries.length
      for (const [kind, n] of Object.entries(w.done)) counts[kind] = (counts[kind] ?? 0) + n
    }), { seed, numRuns: histories })
    console.log(`seed ${seed}, ${histories} forløb, ${entries} poster:`, counts)
    // Every act must have happened often, or the property would prove nothing about it.
    for (const kind of [
      'pool-funded', 'pool-cut', 'pass-issued', 'held', 'released', 'returned', 'claim-confirmed', 'claim-reversed',
      'co-payment-received', 'co-payment-refunded', 'co-payment-confirmed', 'payout-sent', 'payout-confirmed',
      'payout-failed', 'clawback-repaid', 'clawback-set-off',
    ]) expect(counts[kind] ?? 0, kind).toBeGreaterThan(100)
  })

  it('folden over posterne er den samme som bogens saldi', () => {
    fc.assert(fc.property(tape, (steps) => {
      const w = play(steps)
      expect(balancesOf(w.entries)).toEqual(w.book.balances)
    }), { seed, numRuns: 200 })
  })
})

describe('røde tvillinger: samme egenskab uden vagten skal fejle', () => {
  it('en skæv post, der er gået uden om makeEntry', () => {
    const w = play([])
    const skewed = { ...w.entries[0]!, postings: w.entries[0]!.postings.map((posting: Posting, at) => (at === 0 ? { ...posting, amount: ore(posting.amount + 1n) } : posting)) }
    expect(allBalanced(w.entries)).toBe(true)
    expect(allBalanced([...w.entries, skewed as Entry])).toBe(false)
  })

  it('en anden afrundingsregel ved deling af et krav', () => {
    const halfUp = (amount: Ore, [used, unused]: [bigint, bigint]): Ore[] =>
      [used, unused].map((days) => ore((2n * amount * days + used + unused) / (2n * (used + unused))))
    const conserves = (split: (amount: Ore, weights: [bigint, bigint]) => Ore[]) =>
      fc.check(fc.property(fc.bigInt({ min: 1n, max: 99_999n }), fc.bigInt({ min: 1n, max: 99n }), fc.bigInt({ min: 1n, max: 99n }),
        (amount, used, unused) => sum(split(ore(amount), [used, unused])) === amount), { seed, numRuns: 2000 })
    expect(conserves(splitOre).failed).toBe(false)
    expect(conserves(halfUp).failed).toBe(true)
  })

  it('en pung, der flytter penge uden en post', () => {
    const w = play([])
    const [id, pass] = [...w.passes][0]!
    w.passes.set(id, { ...pass, purses: moveParts(pass.purses, [{ purse: 'kontingent', amount: ore(1) }], 'available', 'held') })
    expect(faultsOf(w)).not.toEqual([])
  })

  it('et beløb, der kommer tilbage til puljen to gange', () => {
    const w = play([])
    w.pool = { ...w.pool, free: ore(w.pool.free + 1n) }
    expect(faultsOf(w)).not.toEqual([])
  })
})
