import { newId } from '@medspil/db'
import { addApproval, loadPayout } from '@medspil/db/subsidy'
import type { StaffMember, StaffRole } from '@medspil/domain/access'
import { ore } from '@medspil/ledger'
import { withDatabase } from '@medspil/testing/database'
import { makeStaff } from '@medspil/testing/factories'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drain, makeClaims, makeMoneyKommune, type MoneyKommune } from './money-kommune.ts'
import { openOutside, type Outside, transfersByLine } from './outside.ts'

const test = withDatabase(12)
const amount = ore(10_000)
let outside: Outside
let k: MoneyKommune

beforeAll(async () => { outside = await openOutside() })
afterAll(async () => { await outside.close() })
beforeEach(async () => { k = await makeMoneyKommune(test(), outside) })

const reasonOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'paid'
  } catch (error) {
    return (error as Error).message
  }
}
const prepare = async (by = k.staff.preparer, claimIds?: string[]) =>
  k.as(by).subsidy.prepare({ claimIds: claimIds ?? (await makeClaims(k, 2, () => amount)), requestId: newId() })
const approve = (by: StaffMember, { payoutId, linesHash }: { payoutId: string; linesHash: string }, requestId = newId()) => k.as(by).subsidy.approve({ payoutId, linesHash, requestId })
const countOf = async (sql: string, values: unknown[]) => (await test().admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]!.n
const transfersOf = async (payoutId: string) => [...(await transfersByLine(outside.stripe)).values()].flat().filter((one) => one.transfer_group === payoutId).length

describe('offentlige penge kræver to personer (løfte 8)', () => {
  it('rolle × samme eller anden person × ændrede linjer × gammelt bevis × gentagelse: kun den lovlige celle betaler', async () => {
    const roles: StaffRole[] = ['fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator']
    const cells = roles.flatMap((role) => [true, false].flatMap((same) => [true, false].flatMap((changed) => [true, false].map((stale) => ({ role, same, changed, stale })))))
    const outcomes: Record<string, number> = {}
    let claimIds = await makeClaims(k, 2, () => amount)
    for (const { role, same, changed, stale } of cells) {
      const payout = await prepare(k.staff.preparer, claimIds)
      const personKey = same ? k.staff.preparer.personKey : undefined
      const approver = await k.inTx((tx) => makeStaff(tx, role, { ...(personKey && { personKey }), capOre: 10n ** 9n }))
      const seen = changed ? { ...payout, linesHash: payout.linesHash.replace(/^./, (c) => (c === '0' ? '1' : '0')) } : payout
      const by = { ...approver, proofAge: stale ? 301 : 60 }
      const first = await reasonOf(approve(by, seen))
      const again = await reasonOf(approve(by, seen))
      const isLegal = role === 'payer' && !same && !changed && !stale
      expect(first === 'paid', JSON.stringify({ role, same, changed, stale, first })).toBe(isLegal)
      expect(again).not.toBe('paid')
      outcomes[first] = (outcomes[first] ?? 0) + 1
      if (isLegal) claimIds = await makeClaims(k, 2, () => amount)
      else await k.as(k.staff.preparer).subsidy.void({ payoutId: payout.payoutId, requestId: newId() })
    }
    await drain(k)
    const paid = await countOf(`payout where kommune_id = $1 and state = 'confirmed'`, [k.id])
    console.log(`${cells.length} celler, hver to gange:`, outcomes, `${paid} betalt`)
    expect(paid).toBe(1)
    expect(outcomes).toEqual({ 'not-found': 40, 'proof-too-old': 4, 'same-person-prepared': 2, 'payout-lines-changed': 1, paid: 1 })
  })

  it('ændres linjerne i databasen, frigives de ikke, og intet sendes, selv om de er frigivet', async () => {
    const payout = await prepare()
    await test().admin.query('update payout_line set amount = amount + 1 where payout_id = $1 and position = 0', [payout.payoutId])
    expect(await reasonOf(approve(k.staff.payer, payout))).toBe('payout-lines-changed')
    await test().admin.query('update payout_line set amount = amount - 1 where payout_id = $1 and position = 0', [payout.payoutId])
    await approve(k.staff.payer, payout)
    await test().admin.query('update payout_line set amount = amount + 1 where payout_id = $1 and position = 0', [payout.payoutId])
    await drain(k)
    expect(await transfersOf(payout.payoutId)).toBe(0)
  })

  it('loftet gælder, og uden et loft frigives intet', async () => {
    const payout = await prepare()
    expect(await reasonOf(approve({ ...k.staff.payer, capOre: amount * 2n - 1n }, payout))).toBe('amount-above-cap')
    expect(await reasonOf(approve({ ...k.staff.payer, capOre: null }, payout))).toBe('role-may-not-release')
    expect(await reasonOf(approve({ ...k.staff.payer, capOre: amount * 2n }, payout))).toBe('paid')
  })

  it('nye kontooplysninger kræver to forskellige, også når de ændres efter frigivelsen', async () => {
    const fresh = () => test().admin.query('update forening set payee_changed_on = $2 where kommune_id = $1', [k.id, outside.clock().day])
    const first = await prepare()
    await approve(k.staff.payer, first)
    await fresh()
    await drain(k)
    expect(await transfersOf(first.payoutId)).toBe(0)
    expect(await reasonOf(approve(k.staff.payer, first))).toBe('same-person-approved')
    await approve(k.staff.payer2, first)
    await drain(k)
    expect(await transfersOf(first.payoutId)).toBe(2)
    const second = await prepare()
    expect((await approve(k.staff.payer, second)).state).toBe('submitted')
    expect((await approve(k.staff.payer2, second)).state).toBe('approved')
  })

  it('udløber erklæringen efter frigivelsen, kommer kravet tilbage, og foreningen får intet', async () => {
    const payout = await prepare()
    await approve(k.staff.payer, payout)
    await test().admin.query(`update forening set approval = 'suspended' where kommune_id = $1 and id = $2`, [k.id, k.foreninger[0]])
    await drain(k)
    expect(await transfersOf(payout.payoutId)).toBe(1)
    expect(await k.as(k.staff.payer).subsidy.payout({ payoutId: payout.payoutId })).toMatchObject({ state: 'failed', groups: [{ lines: [{ state: 'failed', why: 'forening-suspended' }] }, { lines: [{ state: 'confirmed' }] }] })
    expect((await k.as(k.staff.payer).subsidy.ready()).heldBack).toMatchObject([{ why: 'forening-suspended' }])
  })

  it('100 ens anmodninger og 100 frigivelser på én gang: én udbetaling, hver linje betalt én gang', async () => {
    const claimIds = await makeClaims(k, 3, () => amount)
    const asked = await Promise.all(Array.from({ length: 100 }, () => reasonOf(prepare(k.staff.preparer, claimIds))))
    const { rows } = await test().admin.query<{ id: string; hash: string }>(`select id, encode(lines_hash, 'hex') as hash from payout where kommune_id = $1`, [k.id])
    expect(rows).toHaveLength(1)
    const payout = { payoutId: rows[0]!.id, linesHash: rows[0]!.hash }
    const oneRequest = newId()
    const released = await Promise.all(Array.from({ length: 100 }, (_, n) => reasonOf(approve(n % 2 === 0 ? k.staff.payer : k.staff.payer2, payout, n % 4 === 0 ? oneRequest : newId()))))
    const jobs = await countOf(`outbox_job where kommune_id = $1 and name = 'send-payout-line'`, [k.id])
    await drain(k)
    console.log(`100 anmodninger: ${asked.filter((one) => one === 'paid').length} forberedt; 100 frigivelser: ${released.filter((one) => one === 'paid').length} svar om samme frigivelse; ${jobs} jobs`)
    expect(await countOf('payout_approval where kommune_id = $1', [k.id])).toBe(1)
    expect([jobs, await transfersOf(payout.payoutId)]).toEqual([3, 3])
  })

  it('rød tvilling: sammenlignes konti i stedet for personer, betaler den, der forberedte', async () => {
    const payout = await prepare()
    const secondLogin = await k.inTx((tx) => makeStaff(tx, 'payer', { personKey: k.staff.preparer.personKey, capOre: 10n ** 9n }))
    expect(await reasonOf(approve(secondLogin, payout))).toBe('same-person-prepared')
    // The database says the same, whatever the code above it does.
    const slip = () => test().database.asActor(secondLogin, { now: outside.clock(), procedure: 'test' }, async (tx) =>
      addApproval(tx, (await loadPayout(tx, payout.payoutId))!.payout, { staffId: secondLogin.id, personKey: secondLogin.personKey, linesHash: payout.linesHash }))
    await expect(slip()).rejects.toThrow(/approval_other_person/)
    await test().admin.query('alter table payout_approval drop constraint approval_other_person')
    await slip()
    expect(await countOf('payout_approval where payout_id = $1 and person_key = prepared_person_key', [payout.payoutId])).toBe(1)
    const other = await prepare()
    expect(await reasonOf(approve({ ...secondLogin, personKey: `account:${secondLogin.id}` }, other))).toBe('paid')
  })
})
