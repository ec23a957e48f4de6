import { add, kroner, ore } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { acceptsProvider, ceilingAmount, noShowRuleOf, ownShareOf, pursesAt, type PassRule } from './pass-rule.ts'

const vesthimmerland: PassRule = {
  kind: 'offered', by: [{ kind: 'foreningApplies' }], mayFlow: false, period: { kind: 'lifetimeCount', years: 4 },
  purses: [
    { kind: 'kontingent', ceiling: { kind: 'none' }, ages: { kind: 'span', from: 3, to: 21 } },
    { kind: 'kit', ceiling: { kind: 'none' }, ages: { kind: 'span', from: 3, to: 17 } },
  ],
  together: { kind: 'amount', amount: kroner(1500) }, providers: ['approvedFolkeoplysende'], receiver: 'forening',
  paidWhen: 'afterConfirmation', ownShare: { kind: 'none' }, poolEmpty: 'stop',
  noShow: { neverCame: 'nothing-owed', withdrew: 'fee-stands', moneyGoesTo: 'pool' },
}

describe('Pungene', () => {
  test.each([[17, ['kontingent', 'kit']], [18, ['kontingent']], [22, []], [null, []]])('Vesthimmerland, %s år', (age, kinds) => {
    expect(pursesAt(vesthimmerland, age).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('Rødovre: højst 2.000 kr. og aldrig over foreningens pris', () => {
    expect(ceilingAmount({ kind: 'foreningRate', atMost: kroner(2000) }, kroner(900))).toBe(kroner(900))
    expect(ceilingAmount({ kind: 'foreningRate', atMost: kroner(2000) }, kroner(2400))).toBe(kroner(2000))
  })

  test('et sted, ingen har sagt ja til, er ikke med', () => {
    expect(acceptsProvider(vesthimmerland, 'approvedFolkeoplysende').ok).toBe(true)
    expect(acceptsProvider(vesthimmerland, 'private')).toEqual({
      ok: false, whyNot: { reason: 'provider-type-not-accepted', type: 'private', accepted: ['approvedFolkeoplysende'] },
    })
    expect(acceptsProvider({ ...vesthimmerland, providers: null }, 'kommunal').ok).toBe(false)
  })
})

describe('Når barnet ikke kommer', () => {
  test('reglen er ordningens, og mangler en del af den, gættes der ikke', () => {
    expect(noShowRuleOf(vesthimmerland)).toEqual({ neverCame: 'nothing-owed', withdrew: 'fee-stands', moneyGoesTo: 'pool' })
    expect(noShowRuleOf({ ...vesthimmerland, noShow: { ...vesthimmerland.noShow, withdrew: null } })).toBeNull()
    expect(noShowRuleOf({ kind: 'notOffered' })).toBeNull()
  })
})

describe('Egenbetaling', () => {
  test.each([[1, 0], [2, 25], [3, 50], [9, 50]])('trin for trin, periode %i: %i %%', (period, percent) => {
    expect(ownShareOf({ kind: 'stepwise', percents: [0, 25, 50] }, kroner(1000), period)).toBe(kroner(percent * 10))
  })

  test('en fast egenbetaling er aldrig over prisen', () => {
    expect(ownShareOf({ kind: 'fixed', amount: kroner(100) }, kroner(80), 1)).toBe(kroner(80))
  })

  test('familiens del og passets del giver altid prisen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 100 }), (price, percent) => {
      const own = ownShareOf({ kind: 'percent', percent }, ore(price), 1)!
      const paid = ore(price) - own
      expect(own >= 0n && paid >= 0n).toBe(true)
      expect(add(own, ore(paid))).toBe(ore(price))
      // The pass never pays more than its share, so the family's part is the one that is rounded up.
      expect(paid * 100n <= BigInt(price) * BigInt(100 - percent)).toBe(true)
    }))
  })
})
