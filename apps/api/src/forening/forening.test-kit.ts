import { newId, type Now, teamRowId } from '@medspil/db'
import type { ForeningLink, LinkPurpose } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { rulesToJson, type OrdningRules } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import { job, testKeys, type TestDatabase } from '@medspil/testing/database'
import { makeLink } from '../access/make-link.ts'
import { plantFamily, plantOffer, plantPass, plantWorld, today, type World } from '../signup/signup.test-kit.ts'
import { callerAs } from '../testing.ts'

/** The holder of a link, as the header makes one. */
export const holder = (world: World, purpose: LinkPurpose, subjectId: string, foreningId = world.foreningId): ForeningLink =>
  ({ kind: 'forening', kommuneId: world.kommuneId, id: foreningId, name: 'Prøvstrup Svømmeforening', linkId: newId(), purpose, subjectId })

/** A child whose place waits for the forening's word, with the pass's money set aside; øre. Left out, `granted` gives a pass. */
export async function plantRequest(db: TestDatabase, world: World, { price = 75_000n, granted = 100_000n, offerId: known, now = today }: { price?: bigint; granted?: bigint | null; offerId?: string; now?: Now } = {}) {
  const { childId, actor } = await plantFamily(db, world)
  const passId = granted === null ? null : await plantPass(db, world, childId, granted)
  if (granted !== null) await db.admin.query('update pool set promised = promised + $2 where id = $1', [world.poolId, granted])
  const offerId = known ?? await plantOffer(db, world, { price, seasonFrom: '2026-01-06', seasonTo: '2026-06-30', weekday: 2 })
  const { signupId } = await callerAs(db.database, actor, { now }).signup.request({ requestId: newId(), childId, offerId, acceptsClash: false })
  return { childId, actor, passId, offerId, signupId }
}

/** What a sign-up's row on its team's list is called. */
export const teamRow = ({ kommuneId }: Pick<World, 'kommuneId'>, { offerId, signupId }: { offerId: string; signupId: string }): { offerId: string; rowId: string } =>
  ({ offerId, rowId: teamRowId(testKeys, kommuneId, { offerId, signupId }) })

/** A living link's secret. */
export const plantLink = ({ database }: TestDatabase, world: World, purpose: LinkPurpose, subjectId: string, foreningId = world.foreningId, now = today): Promise<string> =>
  database.asActor(job(world.kommuneId), { now, procedure: 'plant' }, (tx) => makeLink(tx, { purpose, foreningId, subjectId, days: 14 }))

/** What stands in a purse and in the pool, øre as text. */
export async function moneyOf({ admin }: TestDatabase, { poolId }: World, passId: string | null) {
  const purse = (await admin.query('select available, held, spent from purse where fritidspas_id = $1', [passId])).rows[0] as { available: string; held: string; spent: string } | undefined
  const pool = (await admin.query('select promised, spent from pool where id = $1', [poolId])).rows[0] as { promised: string; spent: string }
  return { purse, pool }
}

/** A world whose ordning plans follow-ups from the grant. */
export async function plantForeningWorld(db: TestDatabase): Promise<World> {
  const world = await plantWorld(db)
  await plantRules(db, world)
  return world
}

/** Gives a world's ordning those rules. */
export async function plantRules({ admin }: TestDatabase, { versionId }: World): Promise<void> {
  await admin.query('update ordning_version set rules = $2 where id = $1', [versionId, JSON.stringify(rulesToJson(rules))])
}

const rules: OrdningRules = {
  owner: 'Fritidsafdelingen', age: { kind: 'completedYears', from: 2, to: 17, toIncluded: true, on: { kind: 'application' } }, criteria: [],
  guidance: { kind: 'offered', by: [{ kind: 'parentApplies' }] },
  pass: {
    kind: 'offered', by: [{ kind: 'parentApplies' }], purses: [{ kind: 'kontingent', ceiling: { kind: 'amount', amount: kroner(1500) }, ages: { kind: 'all' } }],
    together: { kind: 'amount', amount: kroner(2000) }, mayFlow: false, period: { kind: 'calendarYear' }, providers: ['approvedFolkeoplysende'], receiver: 'forening',
    paidWhen: 'afterConfirmation', ownShare: { kind: 'none' }, poolEmpty: 'queue',
    noShow: { neverCame: 'nothing-owed', withdrew: 'unused-days-come-back', moneyGoesTo: 'purse' },
  },
  guide: { kind: 'none' },
  followUp: {
    kind: 'planned', anchor: 'firstTraining', by: 'fritidsvejleder', byWithoutGuide: 'fritidsvejleder', channel: 'link', silenceDays: 7,
    checks: [{ id: 'day-30', after: { kind: 'days', days: 30 }, countsAsKept: false }], ends: { kind: 'afterMonths', months: 6 },
  },
  familyPart: [], law: { basis: { kind: 'barnetsLov35Stk3', section: 'barnets lov § 35, stk. 3' }, appeal: [{ decisions: ['partly-granted', 'refused', 'withdrawn', 'clawback'], parts: [{ part: 'courts', says: 'Du kan gå til domstolene.' }] }], confirmed: { by: 'Kommunens jurist', on: day('2025-06-02') } },
  answer: { workingDays: 10, hearingWorkingDays: 5, delayNoticeWorkingDays: 2 },
}
