import type { AsActor } from '@medspil/db'
import { newId } from '@medspil/db'
import { withDatabase } from '@medspil/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Transfers } from '../../src/gateways/index.ts'
import { compare } from '../../src/subsidy/compare-books.ts'
import { chaseLines } from '../../src/subsidy/look-up-payout-line.ts'
import { drain, makeClaims, makeMoneyKommune, type MoneyKommune } from './money-kommune.ts'
import { openOutside, type Outside, seeded, transfersByLine } from './outside.ts'

const test = withDatabase()
const seed = 20261122
const lineCount = 150
/** Share of calls that the emulator carries out without giving the answer. */
const lostShare = 0.4
/** Chance of a crash at each boundary between two steps. */
const crashChance = 0.06
let outside: Outside

beforeAll(async () => { outside = await openOutside() })
afterAll(async () => { await outside.close() })

/** The process dies before or after a step: what was committed or sent stays, what followed never happens. */
function crashing(random: () => number, counts: Record<string, number>) {
  const perhaps = (where: string) => {
    if (random() >= crashChance) return
    counts[where] = (counts[where] ?? 0) + 1
    throw new Error(`crash ${where}`)
  }
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    perhaps(`before ${name}`)
    const done = await work()
    perhaps(`after ${name}`)
    return done
  }
  const transfers = (real: Transfers): Transfers => ({
    ...real, balance: () => step('balance', real.balance), send: (order) => step('send', () => real.send(order).catch((error: unknown) => {
      counts['answer lost'] = (counts['answer lost'] ?? 0) + 1
      throw error
    })), find: (order) => step('find', () => real.find(order)),
  })
  const asActor = (real: AsActor): AsActor => (actor, call, work) => step(`transaction of ${call.procedure}`, () => real(actor, call, work))
  return { transfers, asActor }
}

async function payAll(k: MoneyKommune, claimIds: string[]): Promise<string> {
  const payoutId = newId()
  const { linesHash } = await k.as(k.staff.preparer).subsidy.prepare({ claimIds, requestId: payoutId })
  await k.as(k.staff.payer).subsidy.approve({ payoutId, linesHash, requestId: newId() })
  return payoutId
}

const stateCounts = async (payoutId: string) => {
  const { rows } = await test().admin.query<{ state: string; n: number }>('select state, count(*)::int as n from payout_line where payout_id = $1 group by 1 order by 1', [payoutId])
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** How many times each claim was paid at Stripe, over all lines that ever stood for it. */
async function paymentsPerClaim(): Promise<Map<string, number>> {
  const byLine = await transfersByLine(outside.stripe)
  const { rows } = await test().admin.query<{ id: string; claim_id: string }>('select id, claim_id from payout_line')
  const paid = new Map<string, number>()
  for (const { id, claim_id } of rows) paid.set(claim_id, (paid.get(claim_id) ?? 0) + (byLine.get(id)?.length ?? 0))
  return paid
}

describe('hver udbetaling netop én gang (løfte 9)', () => {
  it(`${lineCount} overførsler, tabte svar, nedbrud mellem alle trin, +25 timer: hver linje betalt én gang`, async () => {
    const random = seeded(seed)
    const crashes: Record<string, number> = {}
    const k = await makeMoneyKommune(test(), outside, { foreninger: 4 })
    const claimIds = await makeClaims(k, lineCount)
    const payoutId = await payAll(k, claimIds)

    await outside.control('faults', { kinds: ['drop-after', 'fail-after', 'half-body'], method: 'POST', path: '/v1/transfers', share: lostShare, seed })
    const { transfers, asActor } = crashing(random, crashes)
    const parts = { ...k.parts, asActor: asActor(k.parts.asActor), gateways: { ...k.parts.gateways, transfers: transfers(k.parts.gateways.transfers) } }
    const thrown = await drain(k, { parts, tries: 12 })
    await outside.control('faults', {}, 'DELETE')
    const afterCrashes = await stateCounts(payoutId)

    outside.standins.clock.advance({ days: 25 / 24 })
    await k.tick(chaseLines)
    await drain(k)
    const afterADay = await stateCounts(payoutId)
    expect(Object.keys(afterADay).every((state) => state === 'confirmed' || state === 'failed')).toBe(true)

    const left = await test().admin.query<{ id: string }>(`select id from claim where state = 'checked' and kommune_id = $1`, [k.id])
    if (left.rows.length > 0) await payAll(k, left.rows.map(({ id }) => id))
    await drain(k)

    const paid = await paymentsPerClaim()
    const { rows: states } = await test().admin.query(`select state, count(*)::int as n from claim where kommune_id = $1 group by 1`, [k.id])
    const comparison = await compare(k.inTx, outside.transfers)
    console.log(`seed ${seed}: ${lineCount} linjer, ${thrown} nedbrud`, crashes, 'efter nedbrud', afterCrashes, 'efter 25 timer', afterADay, `ny udbetaling for ${left.rows.length}; ${comparison.accounts} konti`)
    expect(states).toEqual([{ state: 'paid', n: lineCount }])
    expect([...paid.values()].filter((times) => times !== 1)).toEqual([])
    expect(comparison.faults).toEqual([])
    for (const where of ['answer lost', 'before send', 'after send', 'after transaction of send-payout-line', 'before transaction of send-payout-line']) expect(crashes[where] ?? 0, where).toBeGreaterThan(0)
    expect(left.rows.length).toBeGreaterThan(0)
  }, 240_000)

  it('rød tvilling: sendes en ukendt linje igen med en ny nøgle, findes dobbeltbetalingen', async () => {
    const k = await makeMoneyKommune(test(), outside)
    const payoutId = await payAll(k, await makeClaims(k, 3))
    await outside.control('faults', { kinds: ['fail-after'], method: 'POST', path: '/v1/transfers', times: 1 })
    await drain(k, { tries: 1, parts: { ...k.parts, gateways: { ...k.parts.gateways, transfers: { ...k.parts.gateways.transfers, find: async () => null } } } })
    expect(await stateCounts(payoutId)).toEqual({ confirmed: 2, unknown: 1 })
    const { rows } = await test().admin.query<{ id: string; amount: string; payee_id: string }>(`select id, amount, payee_id from payout_line where payout_id = $1 and state = 'unknown'`, [payoutId])
    const { id, amount, payee_id } = rows[0]!
    await outside.transfers.send({ lineId: id, payoutId, kommuneId: k.id, amount: BigInt(amount), account: payee_id, key: `${id}-igen` })
    expect([...(await paymentsPerClaim()).values()].filter((times) => times > 1)).toEqual([2])
    outside.standins.clock.advance({ days: 1 / 24 })
    await k.tick(chaseLines)
    await drain(k)
    const { faults } = await compare(k.inTx, outside.transfers)
    expect(faults).toMatchObject([{ what: expect.stringMatching(/^stripe:/) }])
    expect(faults[0]!.other - faults[0]!.ledger).toBe(BigInt(amount))
  })

  it('uden svar fra Stripe venter linjerne, og intet er ukendt', async () => {
    const k = await makeMoneyKommune(test(), outside)
    const payoutId = await payAll(k, await makeClaims(k, 2))
    await outside.control('faults', { kinds: ['drop-before'], path: '/v1/balance', times: 100 })
    await drain(k, { tries: 2 })
    expect(await stateCounts(payoutId)).toEqual({ waiting: 2 })
    await outside.control('faults', {}, 'DELETE')
  })
})
