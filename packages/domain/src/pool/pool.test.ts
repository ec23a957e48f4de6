import { kroner, ore, zero } from '@medspil/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdInPool, openPool, poolAddsUp, promiseInOrder, releaseInPool, resize, spendFromPool, takeBackInPool, type Pool } from './index.ts'

const pool = (whenEmpty: Pool['whenEmpty'] = 'stop'): Pool => openPool({ id: 'p', ordningId: 'o', year: 2026, total: kroner(1000), whenEmpty })

describe('puljen', () => {
  it('fri + lovet + brugt = puljen efter enhver rækkefølge af handlinger', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(4), fc.bigInt({ min: 0n, max: 120_000n })), { maxLength: 40 }), (steps) => {
      let now = pool()
      for (const [act, n] of steps) {
        const amount = ore(n)
        if (act === 4 && amount <= now.spent) now = takeBackInPool(now, amount, n % 2n === 0n ? 'free' : 'promised')
        const answer = [holdInPool, releaseInPool, spendFromPool, resize][act]?.(now, amount)
        if (answer?.ok) now = answer.pool
        expect(poolAddsUp(now)).toBe(true)
      }
    }), { numRuns: 1000 })
  })

  it('tom pulje: stop eller kø, som ordningen siger', () => {
    const asked = ore(kroner(1000) + 1n)
    expect(holdInPool(pool('stop'), asked)).toEqual({ ok: false, whyNot: { reason: 'pool-empty', poolId: 'p', asked, free: kroner(1000) } })
    expect(holdInPool(pool('queue'), asked)).toMatchObject({ ok: false, whyNot: { reason: 'waiting-for-pool' } })
    expect(holdInPool(pool(), kroner(1000))).toMatchObject({ ok: true, pool: { free: zero, promised: kroner(1000) } })
  })

  it('der kan ikke bruges eller gives mere tilbage, end der er lovet', () => {
    expect(spendFromPool(pool(), ore(1))).toMatchObject({ ok: false, whyNot: { reason: 'pool-promised-too-little' } })
    expect(releaseInPool(pool(), ore(1))).toMatchObject({ ok: false, whyNot: { reason: 'pool-promised-too-little' } })
    expect(() => takeBackInPool(pool(), ore(1), 'free')).toThrow(RangeError)
    expect(() => holdInPool(pool(), ore(-1))).toThrow(RangeError)
  })

  it('puljen kan ikke skæres under det lovede', () => {
    const promised = holdInPool(pool(), kroner(400))
    expect(promised.ok && resize(promised.pool, kroner(399))).toMatchObject({ ok: false, whyNot: { reason: 'pool-cut-below-promises', bound: kroner(400) } })
    expect(promised.ok && resize(promised.pool, kroner(400))).toMatchObject({ ok: true, pool: { free: zero } })
  })

  it('køen går i orden: en stor ansøgning forrest bliver ikke sprunget over', () => {
    const line = [{ id: 'a', amount: kroner(600) }, { id: 'b', amount: kroner(500) }, { id: 'c', amount: kroner(100) }]
    expect(promiseInOrder(pool('queue'), line).promisedIds).toEqual(['a'])
  })
})
