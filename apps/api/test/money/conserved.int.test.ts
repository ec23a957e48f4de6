import { newId } from '@medspil/db'
import { ore } from '@medspil/ledger'
import { withDatabase } from '@medspil/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectClawbacks } from '../../src/subsidy/collect-clawbacks.ts'
import { compare, type Comparison } from '../../src/subsidy/compare-books.ts'
import { chaseLines } from '../../src/subsidy/look-up-payout-line.ts'
import { recoverShares } from '../../src/subsidy/recover-share.ts'
import { acts, type History } from './acts.ts'
import { drain, makeClaims, makeMoneyKommune, type MoneyKommune } from './money-kommune.ts'
import { openOutside, type Outside, seeded } from './outside.ts'

const test = withDatabase()
const seed = 20261122
const histories = 200
const perKommune = 20
/** The late acts need the early ones first, so chance picks the acts along the way to a clawback more often. */
const names = [...Object.keys(acts), 'hold', 'confirm', 'confirm', 'pay', 'pay', 'pay', 'absence', 'absence', 'collect', 'collect', 'coPayment', 'coPayment', 'refundClaimed', 'payOtherwise']
const opening = [['fund', 3000], ['issue', 101], ['hold', 77], ['confirm', 1]] as const
let outside: Outside

beforeAll(async () => { outside = await openOutside() })
afterAll(async () => { await outside.close() })

const all = <R>(sql: string) => test().admin.query(sql).then(({ rows }) => rows as R[])

/** Compares; where an answer of Stripe's was lost, its next tick looks it up, and then the books must agree. */
async function agree(k: MoneyKommune): Promise<Comparison> {
  const first = await compare(k.inTx, outside.transfers)
  if (first.faults.length === 0) return first
  await k.tick(collectClawbacks)
  await k.tick(chaseLines)
  await drain(k, { workers: 1 })
  return compare(k.inTx, outside.transfers)
}

/** Histories of one kommune, one after another on the same books. @returns how many accounts agree at the end */
async function live(random: () => number): Promise<number> {
  const k = await makeMoneyKommune(test(), outside)
  const h: History = { k, outside, passIds: [], placed: [], coPayments: [], claimed: [] }
  for (let history = 0; history < perKommune; history++) {
    for (const [name, n] of opening) await acts[name]!(h, n + history)
    const steps = 4 + Math.floor(random() * 5)
    for (let step = 0; step < steps; step++) await acts[names[Math.floor(random() * names.length)]!]!(h, Math.floor(random() * 10_000))
    if (history % 5 === 4) expect((await agree(k)).faults).toEqual([])
  }
  await acts['wait']!(h, 0)
  await k.tick(recoverShares)
  const { faults, accounts } = await agree(k)
  expect(faults).toEqual([])
  return accounts
}

describe('pengene er bevaret gennem databasen (løfte 7)', () => {
  it(`${histories} tilfældige forløb: poster går op, intet går i minus, konti = projektioner = Stripe`, async () => {
    const kommuner = Array.from({ length: histories / perKommune }, (_, n) => n).values()
    let accounts = 0
    const walk = async () => {
      for (const n of kommuner) {
        const agreeing = await live(seeded(seed + n))
        accounts += agreeing
      }
    }
    await Promise.all([walk(), walk(), walk()])
    expect(await all('select entry_id from ledger_posting group by kommune_id, entry_id having sum(amount) <> 0')).toEqual([])
    expect(await all('select key from ledger_account where balance < 0 and not may_go_below_zero')).toEqual([])
    const kinds = Object.fromEntries((await all<{ kind: string; n: number }>('select kind, count(*)::int as n from ledger_entry group by 1 order by 1')).map(({ kind, n }) => [kind, n]))
    const { sums } = (await (await fetch(`${outside.standins.url}/stripe/control/books`)).json()) as { sums: Record<string, number> }
    expect(Object.values(sums).reduce((total, amount) => total + amount, 0)).toBe(0)
    console.log(`seed ${seed}: ${histories} forløb, ${accounts} konti, poster`, kinds)
    for (const kind of ['pool-funded', 'pool-cut', 'pass-issued', 'held', 'released', 'returned', 'claim-confirmed', 'claim-reversed', 'co-payment-received', 'co-payment-refunded', 'co-payment-confirmed', 'co-payment-paid-otherwise', 'co-payment-paid-otherwise-undone', 'payout-sent', 'payout-confirmed', 'payout-failed', 'clawback-repaid', 'clawback-set-off', 'laid-out-covered'])
      expect(kinds[kind] ?? 0, kind).toBeGreaterThan(0)
  }, 240_000)

  it('røde tvillinger: en pung, en pulje, et krav og en overførsel uden en post bliver fundet', async () => {
    const k = await makeMoneyKommune(test(), outside)
    const [claimId] = await makeClaims(k, 2)
    const payoutId = newId()
    const { linesHash } = await k.as(k.staff.preparer).subsidy.prepare({ claimIds: [claimId!], requestId: payoutId })
    await k.as(k.staff.payer).subsidy.approve({ payoutId, linesHash, requestId: newId() })
    await drain(k)
    const faultsAfter = async (sql: string, back: string) => {
      await test().admin.query(sql, [k.id])
      const { faults } = await compare(k.inTx, outside.transfers)
      await test().admin.query(back, [k.id])
      return faults.map(({ what }) => what.split(':')[0])
    }
    expect((await compare(k.inTx, outside.transfers)).faults).toEqual([])
    expect(await faultsAfter('update purse set spent = spent - 1, available = available + 1 where kommune_id = $1 and spent > 0', 'update purse set spent = spent + 1, available = available - 1 where kommune_id = $1 and spent > 0')).toContain('purse')
    expect(await faultsAfter('update pool set total = total + 1 where kommune_id = $1', 'update pool set total = total - 1 where kommune_id = $1')).toEqual(['appropriation', 'pool'])
    expect(await faultsAfter(`update claim set amount = amount + 1 where kommune_id = $1 and state = 'checked'`, `update claim set amount = amount - 1 where kommune_id = $1 and state = 'checked'`)).toEqual(['owed'])
    const { rows: [line] } = await test().admin.query<{ id: string; payee_id: string }>('select id, payee_id from payout_line where payout_id = $1', [payoutId])
    await outside.transfers.send({ lineId: line!.id, payoutId, kommuneId: k.id, amount: ore(1), account: line!.payee_id, key: newId() })
    expect((await compare(k.inTx, outside.transfers)).faults).toMatchObject([{ what: `stripe:${k.foreninger[0]}` }])
  })
})
