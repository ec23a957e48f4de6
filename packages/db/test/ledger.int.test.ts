import { newId, sealEntries, type Tx, verifySeals } from '@medspil/db'
import { loadBalances, saveEntries } from '@medspil/db/ledger'
import { kroner, makeEntry, move } from '@medspil/ledger'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeKommune } from '@medspil/testing/factories'
import { beforeAll, describe, expect, it } from 'vitest'

const test = withDatabase()
const now = at('2026-03-02')
let kommuneId = ''

beforeAll(async () => { kommuneId = (await makeKommune(test().admin)).id })

const inTx = <T>(work: (tx: Tx) => Promise<T>) => test().database.asActor(job(kommuneId), { now, procedure: 'test' }, work)
const funding = (poolId: string, amount = kroner(1000)) => makeEntry(newId(), 'pool-funded', move(amount, { kind: 'appropriation', poolId }, { kind: 'pool', poolId }))

describe('the ledger in the database', () => {
  it('keeps balances equal to the sum of the postings', async () => {
    const poolId = newId()
    await inTx((tx) => saveEntries(tx, [funding(poolId), funding(poolId, kroner(500))].map((entry) => ({ entry, subjectId: poolId }))))
    const balances = await inTx(loadBalances)
    expect(balances.get(`pool:${poolId}`)).toBe(150_000n)
    const { rows } = await test().admin.query('select a.key from ledger_account a where a.balance <> (select coalesce(sum(p.amount), 0) from ledger_posting p where p.account_id = a.id and p.kommune_id = a.kommune_id)')
    expect(rows).toEqual([])
  })

  it('refuses an entry that does not balance, at commit', async () => {
    const poolId = newId()
    const json = JSON.stringify([{ id: newId(), kind: 'pool-funded', at: now.at, day: now.day, subjectId: poolId, postings: [
      { account: `appropriation:${poolId}`, kind: 'appropriation', mayGoBelowZero: true, amount: '-100' }, { account: `pool:${poolId}`, kind: 'pool', mayGoBelowZero: false, amount: '101' }] }])
    await expect(inTx((tx) => tx.db.$executeRaw`select medspil.post_entries(${json}::jsonb)`)).rejects.toThrow(/balance/)
    // Red twin: without the trigger the unbalanced entry stands.
    await test().admin.query('alter table ledger_posting disable trigger ledger_entry_balances')
    await inTx((tx) => tx.db.$executeRaw`select medspil.post_entries(${json}::jsonb)`)
    await test().admin.query('alter table ledger_posting enable trigger ledger_entry_balances')
    const { rows } = await test().admin.query('select entry_id from ledger_posting group by kommune_id, entry_id having sum(amount) <> 0')
    expect(rows).toHaveLength(1)
  })

  it('lets no account that must not go below zero do so', async () => {
    const poolId = newId()
    const entry = makeEntry(newId(), 'pool-cut', move(kroner(1), { kind: 'pool', poolId }, { kind: 'appropriation', poolId }))
    await expect(inTx((tx) => saveEntries(tx, [{ entry, subjectId: poolId }]))).rejects.toThrow(/ledger_account_floor/)
  })

  it('names the row when one byte was changed as the database owner', async () => {
    const poolId = newId()
    const entry = funding(poolId)
    await inTx((tx) => saveEntries(tx, [{ entry, subjectId: poolId }]))
    const later = { ...now, at: new Date(now.at.getTime() + 61_000) }
    while (await test().database.asActor(job(kommuneId), { now: later, procedure: 'test' }, (tx) => sealEntries(tx, 2)) > 0);
    expect(await inTx(verifySeals)).toEqual([])
    await test().admin.query('alter table ledger_posting disable trigger user')
    await test().admin.query('update ledger_posting set amount = amount + 1 where entry_id = $1 and amount > 0', [entry.id])
    await test().admin.query('alter table ledger_posting enable trigger user')
    expect(await inTx(verifySeals)).toEqual([{ fault: 'entry-changed', entryId: entry.id }])
  })

  it('cannot be changed by the owner while the triggers stand', async () => {
    await expect(test().admin.query('update ledger_entry set kind = \'x\'')).rejects.toThrow(/what is written stays/)
    await expect(test().admin.query('delete from ledger_posting')).rejects.toThrow(/what is written stays/)
    await expect(test().admin.query('truncate audit_event')).rejects.toThrow(/what is written stays/)
  })
})
