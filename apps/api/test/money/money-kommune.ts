import { dateOf, newId, type Tx } from '@medspil/db'
import { addFritidspas, saveFritidspas } from '@medspil/db/fritidspas'
import { saveEntries } from '@medspil/db/ledger'
import { loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { addClaim, lockClaims, saveClaim } from '@medspil/db/subsidy'
import { addDays } from '@medspil/domain/day'
import type { StaffMember, StaffRole } from '@medspil/domain/access'
import { confirmHold, entryForHold, entryForIssue, type Fritidspas, type Hold, hold, openFritidspas, partsTotal } from '@medspil/domain/fritidspas'
import { entryForFunding, holdInPool, releaseInPool, resize, spendFromPool } from '@medspil/domain/pool'
import { type Claim, confirmClaim, dueClaim, entryForConfirm } from '@medspil/domain/subsidy'
import { type Entry, type Ore, ore, sum, zero } from '@medspil/ledger'
import type { TestDatabase } from '@medspil/testing/database'
import { makeForening, makeKommune, makeOffer, makeOrdning, makePerson, makePool, makeStaff } from '@medspil/testing/factories'
import { tasks } from '../../src/jobs/tasks.ts'
import type { WorkerParts } from '../../src/jobs/job.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import type { Tick } from '../../src/jobs/ticks.ts'
import { callerAs, fakeGateways, testEnvironment } from '../../src/testing.ts'
import { checkClaims } from '../../src/subsidy/check-claims.ts'
import type { Outside } from './outside.ts'

/** The answer of a rule that cannot refuse here; anything else is a fault the test must show. */
export const must = <T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
  return answer as Extract<T, { ok: true }>
}

/** A kommune with foreninger that have real accounts at the emulator, staff and one pool. */
export interface MoneyKommune {
  id: string
  foreninger: string[]
  offers: Map<string, string>
  ordningId: string
  versionId: string
  poolId: string
  staff: Record<'preparer' | 'payer' | 'payer2' | 'caseworker', StaffMember>
  parts: WorkerParts
  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  as(actor: StaffMember): ReturnType<typeof callerAs>
  tick(tick: Tick): Promise<void>
}

/** Makes it. @param transfers left out, the real client at the emulator */
export async function makeMoneyKommune(test: TestDatabase, outside: Outside, { foreninger = 2, transfers = outside.transfers } = {}): Promise<MoneyKommune> {
  const { id } = await makeKommune(test.admin)
  const gateways = { ...fakeGateways().gateways, transfers }
  const parts: WorkerParts = { asActor: test.database.asActor, pool: test.database.pool, env: testEnvironment(), clock: outside.clock, gateways }
  const inTx: MoneyKommune['inTx'] = (work) => parts.asActor({ kind: 'job', kommuneId: id, id: null, name: 'test' }, { now: outside.clock(), procedure: 'test' }, work)
  const accounts = await Promise.all(Array.from({ length: foreninger }, () => outside.readyAccount(id)))
  return inTx(async (tx) => {
    const { ordningId, versionId } = await makeOrdning(tx, { rules: {} })
    const poolId = await makePool(tx, { ordningId, total: 0n })
    const ids: string[] = []
    for (const stripeAccountId of accounts) ids.push(await makeForening(tx, { stripeAccountId, name: `Forening ${ids.length + 1}` }))
    const offers = new Map<string, string>()
    for (const foreningId of ids) offers.set(foreningId, await makeOffer(tx, { foreningId }))
    const member = (role: StaffRole, name: string) => makeStaff(tx, role, { name, ...(role === 'payer' && { capOre: 10n ** 12n }) })
    const staff = { preparer: await member('payer', 'Per'), payer: await member('payer', 'Lone'), payer2: await member('payer', 'Niels'), caseworker: await member('caseworker', 'Birgit') }
    return {
      id, foreninger: ids, offers, ordningId, versionId, poolId, staff, parts, inTx,
      as: (actor) => callerAs(test.database, actor, { now: outside.clock, gateways }),
      tick: (tick) => tick({ ...parts, kommuneId: id, inTx }),
    }
  })
}

/** The pool gets this many øre more. */
export async function fund(tx: Tx, k: MoneyKommune, amount: Ore): Promise<void> {
  await lockPool(tx, k.poolId)
  const pool = (await loadPoolById(tx, k.poolId))!
  await savePool(tx, must(resize(pool, ore(pool.total + amount))).pool)
  await saveEntries(tx, [{ entry: entryForFunding(newId(), k.poolId, amount), subjectId: k.poolId }])
}

/** A child with an open pass of two purses, as a granted decision gives it. Null when the pool has too little. */
export async function issue(tx: Tx, k: MoneyKommune, amounts: { kontingent: Ore; together: Ore }, days = 200): Promise<Fritidspas | null> {
  await lockPool(tx, k.poolId)
  const promised = holdInPool((await loadPoolById(tx, k.poolId))!, sum(Object.values(amounts)))
  if (!promised.ok) return null
  await savePool(tx, promised.pool)
  const [childId, courseId, decisionId] = [await makePerson(tx, { name: 'Yara Prøve' }), newId(), newId()]
  await plantDecision(tx, k, { childId, courseId, decisionId })
  const decision = {
    id: decisionId, result: 'granted' as const, childId, poolId: k.poolId, replacedBy: null, firstDay: tx.now.day, lastDay: addDays(tx.now.day, days),
    purses: [{ purse: 'kontingent' as const, pays: ['kontingent' as const], amount: amounts.kontingent }, { purse: 'together' as const, pays: ['kontingent' as const, 'kit' as const, 'trip' as const], amount: amounts.together }],
    rules: { kindCeilings: {}, togetherCeiling: null, periodCeiling: null, providerTypes: ['approvedFolkeoplysende'] },
  }
  const { fritidspas } = must(openFritidspas({ decision, pool: promised.pool, id: newId(), grantedInPeriod: zero, today: tx.now.day }))
  await addFritidspas(tx, fritidspas, { courseId, displayName: 'Yara P.', codeHash: random(), codeSealed: random(), isEksempel: true })
  await saveEntries(tx, [{ entry: entryForIssue(newId(), fritidspas), subjectId: fritidspas.id }])
  return fritidspas
}

const random = () => new Uint8Array(crypto.getRandomValues(new Uint8Array(32)))

async function plantDecision(tx: Tx, k: MoneyKommune, { childId, courseId, decisionId }: { childId: string; courseId: string; decisionId: string }): Promise<void> {
  const { kommuneId, now } = tx
  const day = dateOf(now.day)
  await tx.db.course.createMany({ data: [{ kommuneId, id: courseId, childId, ordningId: k.ordningId, ordningVersionId: k.versionId, state: 'open', hasGuidance: false, hasPass: true, birthYear: 2016, metOn: day }] })
  const applicationId = newId()
  await tx.db.application.createMany({ data: [{
    kommuneId, id: applicationId, reference: applicationId, childId, ordningId: k.ordningId, ordningVersionId: k.versionId, courseId, door: 'family', state: 'granted', language: 'da',
    facts: {}, wishes: {}, requested: [], childView: '', reasonChips: [], createdAt: now.at,
  }] })
  await tx.db.decision.createMany({ data: [{
    kommuneId, id: decisionId, applicationId, childId, ordningVersionId: k.versionId, result: 'granted', automatic: true, deciderName: 'Prøve', decidedOn: day, decidedAt: now.at,
    legalBasis: '', lawText: '', considerations: '', individualFacts: '', childView: '', appealText: '', items: [],
  }] })
}

/** Sets money of a pass aside for a sign-up and writes the claim that waits for the forening. Null when the pass has too little. */
export async function setAside(tx: Tx, k: MoneyKommune, pass: Fritidspas, foreningId: string, amount: Ore): Promise<{ pass: Fritidspas; hold: Hold; claimId: string } | null> {
  const signupId = newId()
  const held = hold(pass, { id: newId(), signupId, kind: 'kontingent', amount, providerType: 'approvedFolkeoplysende', today: tx.now.day, keptUntil: addDays(tx.now.day, 60) })
  if (!held.ok) return null
  await plantSignup(tx, k, { signupId, childId: pass.childId, foreningId, passPays: amount, familyPays: zero })
  await tx.db.hold.createMany({ data: [holdRow(tx, held.hold, pass.childId)] })
  await saveFritidspas(tx, held.fritidspas)
  await saveEntries(tx, [{ entry: entryForHold(newId(), pass, held.hold.parts), subjectId: pass.id }])
  const claim = dueOf(tx, { foreningId, poolId: k.poolId, hold: held.hold })
  await addClaim(tx, claim, { childId: pass.childId, courseId: null, ordningId: k.ordningId, names: { initials: 'YP' } })
  return { pass: held.fritidspas, hold: held.hold, claimId: claim.id }
}

/** The forening says yes to child and fee: the hold is spent and the claim is owed. */
export async function confirm(tx: Tx, k: MoneyKommune, placed: { pass: Fritidspas; hold: Hold; claimId: string }, fee: Ore): Promise<Fritidspas> {
  await lockPool(tx, k.poolId)
  const [claim] = await lockClaims(tx, [placed.claimId])
  const confirmed = must(confirmHold(placed.pass, placed.hold, { fee, today: tx.now.day }))
  const moved = must(confirmClaim(claim!, confirmed.spent))
  await saveFritidspas(tx, confirmed.fritidspas)
  await tx.db.hold.updateMany({ where: { kommuneId: tx.kommuneId, id: placed.hold.id }, data: { state: 'confirmed', parts: partsJson(confirmed.spent) } })
  await saveClaim(tx, moved.claim)
  const spent = must(spendFromPool((await loadPoolById(tx, k.poolId))!, fee)).pool
  await savePool(tx, confirmed.toPool ? must(releaseInPool(spent, partsTotal(confirmed.letGo))).pool : spent)
  await saveEntries(tx, [{ entry: entryForConfirm(newId(), claim!, confirmed.spent, confirmed.letGo, confirmed.toPool), subjectId: placed.claimId }])
  return confirmed.fritidspas
}

/** A sign-up that is over: money goes on without a place. */
export async function plantSignup(tx: Tx, k: MoneyKommune, { signupId, childId, foreningId, passPays, familyPays }: { signupId: string; childId: string; foreningId: string; passPays: Ore; familyPays: Ore }): Promise<void> {
  await tx.db.signup.createMany({ data: [{
    kommuneId: tx.kommuneId, id: signupId, offerId: k.offers.get(foreningId)!, childId, displayName: 'Yara P.', state: 'ended', place: false, price: passPays + familyPays, passPays, familyPays,
    requestedKind: 'family', createdAt: tx.now.at,
  }] })
}

const holdRow = (tx: Tx, { id, fritidspasId, signupId, kind, parts, state, keptUntil }: Hold, childId: string) => ({
  kommuneId: tx.kommuneId, id, fritidspasId, signupId, childId, kind, parts: partsJson(parts), amount: partsTotal(parts), state, keptUntil: dateOf(keptUntil), createdAt: tx.now.at,
})

const dueOf = (tx: Tx, { foreningId, poolId, hold: { id: holdId, signupId, fritidspasId, kind, parts } }: { foreningId: string; poolId: string; hold: Hold }): Claim => dueClaim({
  id: newId(), foreningId, signupId, amount: partsTotal(parts), period: { firstDay: tx.now.day, lastDay: addDays(tx.now.day, 120) },
  source: { kind: 'fritidspas', fritidspasId, poolId, holdId, pays: kind, parts },
})

const partsJson = (parts: Hold['parts']) => parts.map(({ purse, amount }) => ({ purse, amount: { $ore: String(amount) } }))

/**
 * Many checked claims, forening by forening in turn: one funded pool and one pass behind them all, decided one by one by the
 * rules and written together.
 */
export async function makeClaims(k: MoneyKommune, count: number, amountOf: (n: number) => Ore = (n) => ore(10_000 + n * 7)): Promise<string[]> {
  const amounts = Array.from({ length: count }, (_, n) => amountOf(n))
  const ids = await k.inTx(async (tx) => {
    await fund(tx, k, sum(amounts))
    let pass = (await issue(tx, k, { kontingent: sum(amounts), together: zero }))!
    const { childId, poolId } = pass
    const entries: { entry: Entry; subjectId: string }[] = []
    const rows = amounts.map((amount, n) => {
      const [signupId, foreningId] = [newId(), k.foreninger[n % k.foreninger.length]!]
      const held = must(hold(pass, { id: newId(), signupId, kind: 'kontingent', amount, providerType: 'approvedFolkeoplysende', today: tx.now.day, keptUntil: addDays(tx.now.day, 60) }))
      const confirmed = must(confirmHold(held.fritidspas, held.hold, { fee: amount, today: tx.now.day }))
      pass = confirmed.fritidspas
      const due = dueOf(tx, { foreningId, poolId, hold: held.hold })
      entries.push({ entry: entryForHold(newId(), pass, held.hold.parts), subjectId: pass.id }, { entry: entryForConfirm(newId(), due, confirmed.spent, [], false), subjectId: due.id })
      return { signup: { signupId, childId, foreningId, passPays: amount, familyPays: zero }, hold: confirmed.hold, claim: must(confirmClaim(due, confirmed.spent)).claim }
    })
    for (const row of rows) await plantSignup(tx, k, row.signup)
    await tx.db.hold.createMany({ data: rows.map((row) => holdRow(tx, row.hold, childId)) })
    for (const { claim } of rows) await addClaim(tx, claim, { childId, courseId: null, ordningId: k.ordningId, names: { initials: 'YP' } })
    await saveFritidspas(tx, pass)
    await savePool(tx, must(spendFromPool((await loadPoolById(tx, k.poolId))!, sum(amounts))).pool)
    await saveEntries(tx, entries)
    return rows.map(({ claim }) => claim.id)
  })
  await k.tick(checkClaims)
  return ids
}

const moneyJobs = ['send-payout-line', 'look-up-payout-line', 'read-stripe-object'] as const

/**
 * Runs the money jobs of the outbox until none makes progress. A job that throws stays and is tried again, as the queue would.
 * @param tries how often one job may fail before this gives up on it for now
 * @param workers how many run side by side
 * @returns how many times a job threw
 */
export async function drain(k: MoneyKommune, { parts = k.parts, tries = 4, workers = 4 } = {}): Promise<number> {
  const failures = new Map<string, number>()
  for (;;) {
    const jobs = await k.inTx((tx) => tx.db.outboxJob.findMany({ where: { kommuneId: k.id, doneAt: null, name: { in: [...moneyJobs] } }, orderBy: { id: 'asc' } }))
    const due = jobs.filter(({ id }) => (failures.get(id) ?? 0) < tries)
    if (due.length === 0) return [...failures.values()].reduce((all, n) => all + n, 0)
    const next = due.values()
    const worker = async () => {
      for (const { id, name, payload } of next)
        await runJob(parts, name as keyof typeof tasks, { kommuneId: k.id, outboxId: id, payload }).catch(() => failures.set(id, (failures.get(id) ?? 0) + 1))
    }
    await Promise.all(Array.from({ length: workers }, worker))
  }
}
