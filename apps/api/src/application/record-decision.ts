import { audit, newId } from '@medspil/db'
import { addDecision, markCourseGranted, reopenWithdrawnCourse, saveApplication, saveCriteria } from '@medspil/db/application'
import { lockPool, loadPoolById, savePool } from '@medspil/db/pool'
import type { Support } from '@medspil/domain/application'
import { holdInPool } from '@medspil/domain/pool'
import { given as valueOf, purseKinds } from '@medspil/domain/ordning'
import { type Ore, sum, zero } from '@medspil/ledger'
import { Refused } from '../errors.ts'
import { planCourseFollowUps } from '../follow-up/index.ts'
import { issueFritidspas } from '../fritidspas/index.ts'
import type { Step } from './step.ts'
import { decisionLetterFacts, type ToldDecision } from './letter-facts.ts'
import type { Case } from './open-case.ts'
import { sendLetters } from './send-letters.ts'

/** What came of a decision. */
export interface Recorded { decisionId: string; fritidspasId: string | null; letterIds: string[] }

/** The money of some supports, øre. */
export const moneyOf = (supports: readonly Support[]): Ore => sum(supports.map(({ amount }) => amount ?? zero))

/** The purses among some supports that have money in them. */
export const pursesOf = (supports: readonly Support[]): Support[] =>
  supports.filter(({ kind, amount }) => (purseKinds as readonly string[]).includes(kind) && amount !== null && amount > zero)

/**
 * Writes a decision with all that follows from it, or nothing: the pool's promise, the pass, the follow-ups, the letters.
 * @param already money of the decision that this one replaces, still in use on its pass; it is not given twice
 * @throws Refused when the pool has less free than is given, or the letter may not be sent
 */
export async function recordDecision(shell: Step, opened: Case, told: ToldDecision, { decisionId, replacesId = null, already = [] }: { decisionId: string; replacesId?: string | null; already?: readonly Support[] }): Promise<Recorded> {
  const { tx, now } = shell
  const { application, version, check } = opened
  if (!check.basis) throw new Refused({ reason: 'legal-basis-missing' })
  const gives = told.result === 'granted' || told.result === 'partly-granted'
  const fresh = gives ? notYetGiven(pursesOf(told.given.supports), already) : []
  if (fresh.length > 0) await promise(shell, opened, moneyOf(fresh))
  const appeal = (valueOf(version.rules.law.appeal) ?? []).find(({ decisions }) => told.result !== 'granted' && decisions.includes(told.result))
  await addDecision(tx, {
    id: decisionId, applicationId: application.id, childId: application.childId, versionId: version.id, result: told.result, automatic: told.deciderId === null,
    deciderId: told.deciderId, deciderName: told.deciderName, decidedOn: now.day, legalBasis: check.basis.section,
    lawText: told.reasons?.rules ?? '', considerations: told.reasons?.considerations ?? '', individualFacts: told.reasons?.facts ?? '', childView: told.childView,
    appealText: appeal?.parts.map(({ says }) => says).join(' ') ?? '', replacesId, items: { request: told.request, given: { ...told.given, supports: [...told.given.supports] } },
  })
  await saveCriteria(tx, application, check.criteria)
  await saveApplication(tx, { ...application, state: told.result, childView: told.childView })
  await audit(tx, 'application.decided', { id: application.id, childId: application.childId }, { decisionId, result: told.result, automatic: told.deciderId === null, given: String(moneyOf(fresh)) })
  let fritidspasId: string | null = null
  if (gives) {
    await reopenWithdrawnCourse(tx, application.courseId)
    if (fresh.length > 0) fritidspasId = (await issueFritidspas(shell, { decisionId, fritidspasId: newId(), supports: fresh })).fritidspasId
    await markCourseGranted(tx, application.courseId, { guidance: told.given.supports.some(({ kind }) => kind === 'guidance'), pass: fresh.length > 0 })
    await planCourseFollowUps(shell, application.courseId)
  }
  return { decisionId, fritidspasId, letterIds: await sendLetters(shell, opened, (name) => decisionLetterFacts(opened, told, name, now.day), decisionId) }
}

/** Takes the pool's lock, reads it as it now is, and promises the money. */
async function promise({ tx }: Step, { pool, check }: Case, amount: Ore): Promise<void> {
  if (!pool) throw new Refused({ reason: 'grant-above-pool', given: amount, free: zero, then: check.poolEmpty })
  await lockPool(tx, pool.id)
  const current = await loadPoolById(tx, pool.id)
  const answer = current && holdInPool(current, amount)
  if (!answer?.ok) throw new Refused(answer?.whyNot ?? { reason: 'grant-above-pool', given: amount, free: zero, then: check.poolEmpty })
  await savePool(tx, answer.pool)
}

function notYetGiven(supports: readonly Support[], already: readonly Support[]): Support[] {
  return supports.flatMap(({ kind, amount }) => {
    const had = moneyOf(already.filter((support) => support.kind === kind))
    return amount !== null && amount > had ? [{ kind, amount: (amount - had) as Ore }] : []
  })
}
