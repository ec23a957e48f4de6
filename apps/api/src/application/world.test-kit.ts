import { newId } from '@medspil/db'
import type { FamilyMember, StaffMember } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { entryForFunding } from '@medspil/domain/pool'
import { rulesToJson, type OrdningRules } from '@medspil/domain/ordning'
import type { Ore } from '@medspil/ledger'
import { saveEntries } from '@medspil/db/ledger'
import { at, job, type TestDatabase } from '@medspil/testing/database'
import { makeFamily, makeKommune, makeOrdning, makePool, makeStaff } from '@medspil/testing/factories'
import { ordningSeeds } from '@medspil/prisma/ordninger'
import { callerAs, type FakeWorld, fakeGateways } from '../testing.ts'

/** A Monday. */
export const today = '2026-08-03'

/** A kommune with one published ordning, its funded pool, a family with a child of ten, and its staff. */
export async function makeWorld(test: TestDatabase, facts: { ordning?: string; total?: bigint; change?: (rules: OrdningRules) => OrdningRules; age?: number; profession?: string; whenEmpty?: 'stop' | 'queue' } = {}) {
  const seed = ordningSeeds.find(({ key }) => key === (facts.ordning ?? 'hel-fritid'))
  const version = seed?.versions.at(-1)
  if (!seed || !version) throw new Error('no such ordning in the seed')
  const kommune = await makeKommune(test.admin, { name: 'Prøvstrup Kommune' })
  const now = at(today)
  const made = await test.database.asActor(job(kommune.id), { now, procedure: 'test' }, async (tx) => {
    const rules = facts.change ? facts.change(version.rules) : version.rules
    const ordning = await makeOrdning(tx, { key: seed.key, name: seed.name, rules: rulesToJson(rules), texts: version.texts, number: 2, validFrom: '2026-01-01' })
    const total = facts.total ?? 1_000_000n
    const poolId = await makePool(tx, { ordningId: ordning.ordningId, total, whenEmpty: facts.whenEmpty ?? 'queue' })
    if (total > 0n) await saveEntries(tx, [{ entry: entryForFunding(newId(), poolId, total as Ore), subjectId: poolId }])
    const family = await makeFamily(tx, { name: 'Alma Prøve Lund', age: facts.age ?? 10 }, { name: 'Berit Lund' })
    const staff = {
      caseworker: await makeStaff(tx, 'caseworker', { name: 'Birgit Holm' }), administrator: await makeStaff(tx, 'administrator'),
      fagperson: await makeStaff(tx, 'fagperson', { name: 'Lars Lærer', profession: facts.profession ?? 'lærer' }), leader: await makeStaff(tx, 'leader'),
    }
    return { ...ordning, poolId, ...family, staff }
  })
  const guardian: FamilyMember = { kind: 'family', kommuneId: kommune.id, id: made.guardianId, name: 'Berit Lund', birthDay: day('1988-03-02'), personKey: 'berit' }
  const gateways = fakeGateways()
  const as = (actor: FamilyMember | StaffMember, on = today) => callerAs(test.database, actor, { now: at(on), gateways: gateways.gateways })
  return { ...made, kommune, guardian, seed, gateways: gateways as FakeWorld, as, test }
}
export type World = Awaited<ReturnType<typeof makeWorld>>

/** What a family sends; a test changes what it is about. */
export const submitInput = (world: World, changes: object = {}) => ({
  requestId: newId(), childId: world.childId, ordningKey: world.seed.key, supports: [{ kind: 'kontingent' as const }], start: null, months: 12, activity: 'svømning',
  answers: { activity: 'none' as const, paidByOthers: [] }, wishes: { activities: ['svømning'], days: [], withWhom: null, note: null },
  childView: 'Alma vil gerne svømme.', language: 'da' as const, ...changes,
})

/** A caseworker's draft that gives all that was asked; a test changes what it is about. */
export const draftInput = (applicationId: string, given: { kind: 'kontingent' | 'kit' | 'guidance'; amount: bigint | null }[], changes: object = {}) => ({
  requestId: newId(), applicationId, given, reasons: null, weighed: '', whatWouldChange: '', childView: '', ...changes,
})

/** Reasons in the three parts a no needs. */
export const reasons = { rules: 'Loven lader os sætte regler.', considerations: 'Den samme udgift kan kun betales én gang.', facts: 'Alma går til noget i forvejen.' }

/** Rows of a table in the world's kommune, read past the policies. */
export async function rowsOf(world: World, table: string, where = 'true'): Promise<Record<string, unknown>[]> {
  return (await world.test.admin.query(`select * from ${table} where kommune_id = $1 and ${where}`, [world.kommune.id])).rows as Record<string, unknown>[]
}

/** Whether pool, purses and ledger tell the same story: the law that every money test ends with. */
export async function booksAgree(world: World): Promise<boolean> {
  const [pool] = await rowsOf(world, 'pool')
  const purses = await rowsOf(world, 'purse')
  const accounts = await rowsOf(world, 'ledger_account')
  const sumOf = (rows: Record<string, unknown>[], column: string) => rows.reduce((all, row) => all + BigInt(String(row[column])), 0n)
  const balance = (kind: string) => sumOf(accounts.filter((row) => row['kind'] === kind), 'balance')
  const free = BigInt(String(pool?.['total'])) - BigInt(String(pool?.['promised'])) - BigInt(String(pool?.['spent']))
  const bound = sumOf(purses, 'available') + sumOf(purses, 'held')
  return balance('pool') === free && balance('purse') === sumOf(purses, 'available') && BigInt(String(pool?.['promised'])) === bound && sumOf(accounts, 'balance') === 0n
}
