import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountKey, add, allBalanced, balanceOf, balancesOf, emptyBook, EntryRefused, gather, kroner, makeEntry, max, min, move,
  negate, ore, post, reverse, shareRoundedDown, splitOre, sum, zero, type Account, type Ore,
} from './index.ts'

const pool: Account = { kind: 'pool', poolId: 'p' }
const appropriation: Account = { kind: 'appropriation', poolId: 'p' }
const purse: Account = { kind: 'purse', fritidspasId: 'f', purse: 'kontingent' }

describe('øre', () => {
  it('kroner og øre er hele', () => {
    expect(kroner(600)).toBe(60000n)
    expect(() => ore(0.5)).toThrow(RangeError)
    expect(() => kroner(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError)
    expect(min(ore(3), ore(1), ore(2))).toBe(1n)
    expect(max(ore(3), ore(1))).toBe(3n)
  })

  it('en deling taber ingen øre, og ingen del er mere end én øre fra sin andel', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((w) => w > 0n))
    fc.assert(fc.property(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), weights, (amount, all) => {
      const parts = splitOre(ore(amount), all)
      expect(sum(parts)).toBe(amount)
      const whole = all.reduce((a, b) => a + b, 0n)
      parts.forEach((part, at) => {
        const off = part * whole - amount * (all[at] ?? 0n)
        expect(off <= whole && off >= -whole).toBe(true)
        if (all[at] === 0n) expect(part).toBe(0n)
      })
    }))
  })

  it('100 kr. i tre dele: den øre der er til overs går til den første', () => {
    expect(splitOre(kroner(100), [1n, 1n, 1n])).toEqual([3334n, 3333n, 3333n])
    expect(splitOre(kroner(-100), [1n, 1n, 1n])).toEqual([-3334n, -3333n, -3333n])
    expect(() => splitOre(kroner(1), [0n])).toThrow(RangeError)
    expect(() => splitOre(kroner(1), [2n, -1n])).toThrow(RangeError)
    expect(() => shareRoundedDown(kroner(1), 1n, 0n)).toThrow(RangeError)
  })

  it('rød tvilling: en anden afrundingsregel laver øre af ingenting', () => {
    const halfUp = (amount: Ore, weights: bigint[]): Ore[] => {
      const whole = weights.reduce((a, b) => a + b, 0n)
      return weights.map((w) => ore((2n * amount * w + whole) / (2n * whole)))
    }
    const conserves = fc.property(fc.bigInt({ min: 1n, max: 1_000_000n }), fc.array(fc.bigInt({ min: 1n, max: 99n }), { minLength: 2, maxLength: 5 }),
      (amount, weights) => sum(halfUp(ore(amount), weights)) === amount)
    expect(fc.check(conserves, { seed: 7 }).failed).toBe(true)
  })
})

describe('poster', () => {
  const faultOf = (make: () => unknown): string | null => {
    try {
      make()
      return null
    } catch (error) {
      return error instanceof EntryRefused ? error.fault : String(error)
    }
  }

  it.each([
    ['skæv', 'unbalanced', () => makeEntry('e', 'pool-funded', [{ account: pool, amount: ore(2) }, { account: appropriation, amount: ore(-1) }])],
    ['nul', 'zero-posting', () => makeEntry('e', 'pool-funded', move(zero, appropriation, pool))],
    ['samme konto to gange', 'account-twice', () => makeEntry('e', 'pool-funded', move(ore(1), pool, pool))],
    ['ét ben', 'too-few-postings', () => makeEntry('e', 'pool-funded', [{ account: pool, amount: ore(1) }])],
    ['uden id', 'no-id', () => makeEntry('', 'pool-funded', move(ore(1), appropriation, pool))],
    ['tilbageførsel af tilbageførsel', 'not-reversible',
      () => reverse(reverse(makeEntry('e', 'pool-funded', move(ore(1), appropriation, pool)), 'r'), 'r2')],
  ])('afvises: %s', (_, fault, make) => expect(faultOf(make)).toBe(fault))

  it('kan ikke ændres bagefter', () => {
    const entry = makeEntry('e', 'pool-funded', move(ore(5), appropriation, pool))
    expect(() => { (entry.postings[0] as { amount: Ore }).amount = ore(9) }).toThrow(TypeError)
    expect(() => { (entry.postings as unknown[]).push('x') }).toThrow(TypeError)
  })

  it('en bog afviser samme id, to tilbageførsler og overtræk', () => {
    const funded = makeEntry('e1', 'pool-funded', move(ore(5), appropriation, pool))
    const book = posted(posted(emptyBook, funded), makeEntry('e2', 'pass-issued', move(ore(5), pool, purse)))
    expect(post(book, funded)).toEqual({ ok: false, fault: { reason: 'entry-id-used', entryId: 'e1' } })
    expect(post(book, makeEntry('e3', 'returned', move(ore(6), purse, pool))))
      .toEqual({ ok: false, fault: { reason: 'overdrawn', account: purse, balance: -1n } })
    expect(post(book, reverse(funded, 'r1'))).toMatchObject({ ok: false, fault: { reason: 'overdrawn' } })
    const returned = posted(posted(book, makeEntry('e4', 'returned', move(ore(5), purse, pool))), reverse(funded, 'r1'))
    expect(balanceOf(returned, pool)).toBe(0n)
    expect(post(returned, reverse(funded, 'r2'))).toEqual({ ok: false, fault: { reason: 'already-reversed', entryId: 'e1' } })
  })

  const posted = (book: typeof emptyBook, entry: Parameters<typeof post>[1]) => {
    const answer = post(book, entry)
    if (!answer.ok) throw new Error(answer.fault.reason)
    return answer.book
  }

  it('en post og dens tilbageførsel går op, og folden er den samme som bogen', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 1n, max: 9999n }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const entries = amounts.flatMap((amount, at) => {
        const entry = makeEntry(`e${at}`, 'pool-funded', move(ore(amount), appropriation, pool))
        return [entry, reverse(entry, `r${at}`)]
      })
      expect(allBalanced(entries)).toBe(true)
      expect([...balancesOf(entries).values()].every((balance) => balance === 0n)).toBe(true)
      expect(entries.reduce(posted, emptyBook).balances).toEqual(balancesOf(entries))
    }), { numRuns: 50 })
  })

  it('samlede posteringer nævner hver konto én gang', () => {
    const twice = gather([...move(ore(3), pool, purse), ...move(ore(4), pool, purse), ...move(ore(1), appropriation, appropriation)])
    expect(twice).toEqual([{ account: pool, amount: negate(ore(7)) }, { account: purse, amount: add(ore(3), ore(4)) }])
  })

  it('hver konto har sin egen nøgle', () => {
    const accounts: Account[] = [
      pool, appropriation, purse, { kind: 'held', fritidspasId: 'f', purse: 'kontingent' }, { kind: 'card' }, { kind: 'disputed' }, { kind: 'paid-otherwise' }, { kind: 'laid-out', signupId: 's' },
      { kind: 'co-payment', signupId: 's' }, { kind: 'owed', foreningId: 'o', claimId: 'c' },
      { kind: 'in-transit', foreningId: 'o', claimId: 'c' },
      { kind: 'settled', rail: 'stripe', foreningId: 'o' }, { kind: 'settled', rail: 'bank-file', foreningId: 'o' },
    ]
    expect(new Set(accounts.map(accountKey)).size).toBe(accounts.length)
  })
})
