import { newId } from '@medspil/db'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeForening, makeOffer } from '@medspil/testing/factories'
import { describe, expect, it } from 'vitest'
import { booksAgree, makeWorld, rowsOf, submitInput, type World } from '../application/world.test-kit.ts'
import { expirePasses } from './expire-passes.ts'

const test = withDatabase()

/** A child with a pass of 750 kr. kontingent. */
async function withPass() {
  const world = await makeWorld(test(), { change: (rules) => ({ ...rules, criteria: rules.criteria.filter(({ rule }) => rule.kind !== 'judged') }) })
  const { fritidspasId } = await world.as(world.guardian).application.submit(submitInput(world, { supports: [{ kind: 'kontingent', amount: 75_000n }] }))
  return { world, fritidspasId: fritidspasId ?? '' }
}

const jobOn = (world: World, on: string) => ({ inTx: <T>(work: Parameters<typeof expirePasses>[0]['inTx'] extends (work: infer W) => unknown ? W : never) =>
  test().database.asActor(job(world.kommune.id), { now: at(on), procedure: 'expire-passes' }, work as never) as Promise<T> }) as unknown as Parameters<typeof expirePasses>[0]

/** A confirmed sign-up that the pass paid a part of, written as the sign-up and claim rooms write it. */
async function makePaid(world: World, fritidspasId: string, facts: { price: bigint; paid: bigint; state?: string }): Promise<void> {
  await test().database.asActor(job(world.kommune.id), { now: at('2026-09-01'), procedure: 'test' }, async (tx) => {
    const foreningId = await makeForening(tx, { name: 'Svømmeklubben Delfinen' })
    const offerId = await makeOffer(tx, { foreningId, price: facts.price })
    const signupId = newId()
    const row = { kommuneId: tx.kommuneId, childId: world.childId }
    await tx.db.signup.createMany({ data: [{ ...row, id: signupId, offerId, displayName: 'Alma L.', state: 'confirmed', place: true, price: facts.price, passPays: facts.paid, familyPays: facts.price - facts.paid, requestedKind: 'family', createdAt: tx.now.at }] })
    await tx.db.claim.createMany({ data: [{ ...row, id: newId(), signupId, foreningId, ordningId: world.ordningId, sourceKind: 'fritidspas', fritidspasId, parts: [], amount: facts.paid, setOff: 0n, periodFrom: new Date('2026-09-01'), periodTo: new Date('2026-12-31'), remittance: 'AL', state: facts.state ?? 'confirmed', createdAt: tx.now.at, confirmedAt: tx.now.at }] })
  })
}

describe('fritidspas', () => {
  it('udløber dagen efter sin sidste, og pengene er tilbage i puljen; to gange er én gang', async () => {
    const { world, fritidspasId } = await withPass()
    await expirePasses(jobOn(world, '2027-08-02'))
    expect(await rowsOf(world, 'fritidspas')).toMatchObject([{ id: fritidspasId, state: 'active' }])
    await expirePasses(jobOn(world, '2027-08-03'))
    await expirePasses(jobOn(world, '2027-08-03'))
    expect(await rowsOf(world, 'fritidspas')).toMatchObject([{ state: 'expired' }])
    expect(await rowsOf(world, 'purse')).toMatchObject([{ available: '0', returned: '75000' }])
    expect(await rowsOf(world, 'pool')).toMatchObject([{ promised: '0' }])
    expect(await rowsOf(world, 'ledger_entry', "kind = 'returned'")).toHaveLength(1)
    expect(await booksAgree(world)).toBe(true)
  })

  it('stoppes af en sagsbehandler, og kortet er ikke gyldigt mere', async () => {
    const { world, fritidspasId } = await withPass()
    const code = (await world.as(world.guardian).fritidspas.show({ childId: world.childId }))[0]?.code ?? ''
    const revoke = () => world.as(world.staff.caseworker).fritidspas.revoke({ requestId: newId(), childId: world.childId, fritidspasId, cause: 'card-lost' })
    expect(await revoke()).toMatchObject({ state: 'revoked', isValid: false, code: null })
    expect(await world.as(world.staff.leader).fritidspas.check({ code })).toEqual({ valid: false })
    await expect(revoke()).rejects.toMatchObject({ cause: { whyNot: { reason: 'fritidspas-over' } } })
    expect(await rowsOf(world, 'audit_event', "event = 'fritidspas.revoked'")).toHaveLength(1)
    expect(await booksAgree(world)).toBe(true)
  })

  it('koden ligger forseglet, og en ansat får den ikke', async () => {
    const { world } = await withPass()
    const [mine] = await world.as(world.guardian).fritidspas.show({ childId: world.childId })
    const [theirs] = await world.as(world.staff.caseworker).fritidspas.show({ childId: world.childId })
    expect(mine?.code).toMatch(/^[\w-]{43}$/)
    expect(theirs?.code).toBeNull()
    const [row] = await rowsOf(world, 'fritidspas')
    expect(String(row?.['code_sealed'])).not.toContain(mine?.code)
  })

  it('kvitteringen siger, hvad passet betalte, og hvad I betalte; et tilbageført krav tæller ikke', async () => {
    const { world, fritidspasId } = await withPass()
    await makePaid(world, fritidspasId, { price: 100_000n, paid: 75_000n })
    await makePaid(world, fritidspasId, { price: 50_000n, paid: 50_000n, state: 'reversed' })
    const statement = await world.as(world.guardian, '2026-10-01').fritidspas.statement({ childId: world.childId, from: '2026-01-01', to: '2026-12-31' })
    expect(statement).toMatchObject({ price: 100_000n, paidByPass: 75_000n, paidByYou: 25_000n, lines: [{ foreningName: 'Svømmeklubben Delfinen', paidOn: '2026-09-01', isCoveredByPass: true }] })
  })

  it('andre familier og kommuner finder intet pas', async () => {
    const [{ world, fritidspasId }, elsewhere] = [await withPass(), await makeWorld(test())]
    const asked = { childId: world.childId }
    await expect(world.as(elsewhere.guardian).fritidspas.show(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(world.as(elsewhere.guardian).fritidspas.statement({ ...asked, from: '2026-01-01', to: '2026-12-31' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(world.as(elsewhere.staff.caseworker).fritidspas.revoke({ requestId: newId(), ...asked, fritidspasId, cause: 'card-lost' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const code = (await world.as(world.guardian).fritidspas.show(asked))[0]?.code ?? ''
    expect(await elsewhere.as(elsewhere.guardian).fritidspas.check({ code })).toEqual({ valid: false })
  })
})
