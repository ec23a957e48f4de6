import type { CriterionResult, Hearing, Judgement } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import { newId } from '../new-id.ts'
import { open, seal } from '../sealed.ts'
import { fromJson, toJson } from '../json.ts'

/** A judgement with who made it and when. */
export interface StoredJudgement extends Judgement { by: string; at: Date }

/** Keeps what each criterion now rests on, with source and day. Judgements stay. */
export async function saveCriteria(tx: Tx, application: { id: string; childId: string }, criteria: readonly CriterionResult[]): Promise<void> {
  for (const [position, { id: key, result, facts }] of criteria.entries()) {
    const origin = facts[0]?.from[0]
    const row = {
      result, fact: toJson(facts), source: origin?.source ?? 'ownRecords', factDay: dateOf(origin?.on ?? tx.now.day),
      seenByParty: facts.every(({ seenByParty }) => seenByParty), position,
    }
    const { count } = await tx.db.criterion.updateMany({ where: { kommuneId: tx.kommuneId, applicationId: application.id, key }, data: row })
    if (count === 0) await tx.db.criterion.createMany({ data: [{ kommuneId: tx.kommuneId, id: newId(), applicationId: application.id, childId: application.childId, key, ...row }] })
  }
}

/** Writes a person's judgement of one criterion. @returns false when the application has no such criterion */
export async function saveJudgement(tx: Tx, applicationId: string, { criterionId, result, reason }: Judgement, judgedBy: string): Promise<boolean> {
  const { count } = await tx.db.criterion.updateMany({ where: { kommuneId: tx.kommuneId, applicationId, key: criterionId }, data: { judgement: result, reason, judgedBy, judgedAt: tx.now.at } })
  return count === 1
}

/** The judgements of an application. */
export async function loadJudgements(tx: Tx, applicationId: string): Promise<StoredJudgement[]> {
  const rows = await tx.db.criterion.findMany({ where: { kommuneId: tx.kommuneId, applicationId, judgement: { not: null } }, orderBy: { position: 'asc' } })
  const names = await tx.db.staff.findMany({ where: { kommuneId: tx.kommuneId, id: { in: rows.flatMap(({ judgedBy }) => judgedBy ?? []) } }, select: { id: true, name: true } })
  return rows.map((row) => ({
    criterionId: row.key, result: row.judgement as Judgement['result'], reason: row.reason ?? '',
    by: names.find(({ id }) => id === row.judgedBy)?.name ?? '', at: row.judgedAt ?? tx.now.at,
  }))
}

/** A fact as the party was shown it. */
export interface ShownFact { criterionId: string; says: string; source: string; on: Day }

/** A hearing with its id and facts; `exemptReason` when none was held. */
export interface StoredHearing { id: string; shown: ShownFact[]; deadline: Day; sentOn: Day; answer: string | null; answeredOn: Day | null; exemptReason: string | null }

/** The newest hearing of an application, its answer opened; null when there was none. */
export async function loadHearing(tx: Tx, applicationId: string): Promise<StoredHearing | null> {
  const row = await tx.db.hearing.findFirst({ where: { kommuneId: tx.kommuneId, applicationId }, orderBy: { sentAt: 'desc' } })
  if (!row) return null
  const { shown, sentOn, answeredOn } = fromJson<{ shown: ShownFact[]; sentOn: Day; answeredOn: Day | null }>(row.facts)
  const answer = row.answerSealed && await open(tx, answerPlace(row), row.answerSealed)
  return { id: row.id, shown, deadline: dayOf(row.deadline), sentOn, answer, answeredOn, exemptReason: row.exemptReason }
}

/** Writes a hearing that was sent, or the reason why none was. */
export async function addHearing(tx: Tx, application: { id: string; childId: string }, hearing: { id: string; shown: ShownFact[]; deadline: Day; exemptReason: string | null }): Promise<void> {
  await tx.db.hearing.createMany({ data: [{
    kommuneId: tx.kommuneId, id: hearing.id, applicationId: application.id, childId: application.childId, exemptReason: hearing.exemptReason,
    facts: toJson({ shown: hearing.shown, sentOn: tx.now.day, answeredOn: null }), deadline: dateOf(hearing.deadline), sentAt: tx.now.at,
  }] })
}

/** Keeps the party's answer, sealed. */
export async function answerHearing(tx: Tx, application: { childId: string }, hearing: StoredHearing, answer: string): Promise<void> {
  const answerSealed = await seal(tx, answerPlace({ id: hearing.id, childId: application.childId }), answer)
  await tx.db.hearing.updateMany({ where: { kommuneId: tx.kommuneId, id: hearing.id }, data: {
    answerSealed, answeredAt: tx.now.at, facts: toJson({ shown: hearing.shown, sentOn: hearing.sentOn, answeredOn: tx.now.day }),
  } })
}

/** A hearing as the rules weigh it. */
export function hearingFor(hearing: StoredHearing | null): Hearing {
  if (!hearing) return { kind: 'not-held' }
  if (hearing.exemptReason !== null) return { kind: 'exempt', reason: hearing.exemptReason }
  const { shown, sentOn, deadline, answer, answeredOn } = hearing
  return { kind: 'heard', criteria: [...new Set(shown.map(({ criterionId }) => criterionId))], sentOn, deadline, answer, answeredOn }
}

const answerPlace = ({ id, childId }: { id: string; childId: string }) => ({ personId: childId, table: 'hearing', rowId: id, column: 'answer_sealed' })
