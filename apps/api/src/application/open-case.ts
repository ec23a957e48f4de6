import type { Tx } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { type ChildFacts, hearingFor, loadChild, loadCourses, loadHearing, loadJudgements, type StoredApplication, type StoredHearing, type StoredJudgement } from '@medspil/db/application'
import { loadPasses, type StoredPass } from '@medspil/db/fritidspas'
import { loadOrdninger, type StoredOrdning, type StoredVersion } from '@medspil/db/ordning'
import { loadPool, type StoredPool } from '@medspil/db/pool'
import { type ApplicationCheck, type ApplicationFacts, checkApplication, type Hearing, type PaidByOther, type Support } from '@medspil/domain/application'
import { zero, subtract, type Ore } from '@medspil/ledger'
import { NotFound } from '../errors.ts'
import type { Step } from './step.ts'

/** An application with everything it is decided from, as it stands now. */
export interface Case {
  application: StoredApplication
  child: ChildFacts
  kommune: { key: string; name: string; phone: string; phoneHours: string; settings: unknown }
  ordning: StoredOrdning
  version: StoredVersion
  pool: StoredPool | null
  check: ApplicationCheck
  judgements: StoredJudgement[]
  heard: StoredHearing | null
  hearing: Hearing
  /** Money of passes of this ordning that a decision of this application gave and that is used or held, by kind. */
  ownPasses: StoredPass[]
}

/** Loads what an application is decided from and holds it against its own version of the ordning. */
export async function openCase(shell: Step, application: StoredApplication, why: string): Promise<Case> {
  const { tx, now } = shell
  const child = await loadChild(tx, application.childId, why)
  const ordninger = await loadOrdninger(tx)
  const ordning = ordninger.find(({ id }) => id === application.ordningId)
  const version = ordning?.versions.find(({ id }) => id === application.versionId)
  if (!child || !ordning || !version) throw new NotFound()
  const kommune = await loadKommune(tx)
  const pool = await loadPool(tx, ordning.id, now.day)
  const passes = await loadPasses(tx, child.id, why)
  const courses = await loadCourses(tx, passes.map(({ courseId }) => courseId))
  const ownPasses = passes.filter(({ courseId }) => courseId === application.courseId)
  const { period } = application.asked.request
  const inPeriod = ownPasses.filter(({ firstDay, lastDay }) => period === null || (firstDay <= period.to && lastDay >= period.from))
  const nameOf = (courseId: string) => ordninger.find(({ id }) => id === courses.get(courseId)?.ordningId)?.name ?? ''
  const others = passes.filter(({ courseId, lastDay }) => courseId !== application.courseId && lastDay >= now.day)
  const check = checkApplication({
    version: { ordningKey: ordning.key, number: version.number }, rules: version.rules, kommuneKey: kommune.key,
    facts: withOwnRecords(tx, application.facts, others.flatMap((pass) => paidBy(pass, nameOf(pass.courseId)))),
    request: application.asked.request, grantedInPeriod: inPeriod.flatMap(keptOn), receivedOn: application.submittedOn, today: now.day, poolFree: pool?.free ?? null,
  })
  const heard = await loadHearing(tx, application.id)
  return { application, child, kommune, ordning, version, pool, check, judgements: await loadJudgements(tx, application.id), heard, hearing: hearingFor(heard), ownPasses }
}

/** What a pass still counts for: granted and not given back. */
export const keptOn = ({ purses }: StoredPass): Support[] => purses.flatMap(({ purse, granted, returned }): Support[] =>
  purse === 'together' || granted === returned ? [] : [{ kind: purse, amount: subtract(granted, returned) }])

const paidBy = ({ purses, firstDay }: StoredPass, funder: string): PaidByOther[] => purses.flatMap(({ purse, granted, returned }) =>
  purse === 'together' || granted === returned ? [] : [{ purse, funder, amount: subtract(granted, returned) as Ore, on: firstDay }])

/** The kommune's own books are looked up each time: what another ordning pays is not paid twice. */
function withOwnRecords({ now }: Tx, facts: ApplicationFacts, own: PaidByOther[]): ApplicationFacts {
  const told = facts.paidByOthers
  const from = [...(told?.from ?? []), { source: 'ownRecords' as const, on: now.day }]
  return { ...facts, paidByOthers: { value: [...(told?.value ?? []), ...own], from, seenByParty: (told?.seenByParty ?? true) && own.every(({ amount }) => amount === zero) } }
}
