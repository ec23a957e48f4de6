import type { Given, Request } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Language } from '@medspil/domain/language'
import type { LetterContent } from '@medspil/domain/letter'
import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import { fromJson, toJson } from '../json.ts'
import type { Decision } from '../prisma-client/client.ts'

/** Results as they are stored; `withdrawn` takes back an earlier grant. */
export type DecisionResult = 'granted' | 'partly-granted' | 'refused' | 'withdrawn'

/** A decision as it was made. Never changed. */
export interface StoredDecision {
  id: string; applicationId: string; childId: string; versionId: string; result: DecisionResult; automatic: boolean
  deciderId: string | null; deciderName: string; decidedOn: Day; legalBasis: string; lawText: string; considerations: string; individualFacts: string
  childView: string; appealText: string; replacesId: string | null; items: { request: Request; given: Given }
}

/** Writes a decision: once, for good. */
export async function addDecision(tx: Tx, { versionId, items, decidedOn, ...plain }: StoredDecision): Promise<void> {
  await tx.db.decision.createMany({ data: [{
    kommuneId: tx.kommuneId, ...plain, ordningVersionId: versionId, decidedOn: dateOf(decidedOn), decidedAt: tx.now.at, items: toJson(items),
  }] })
}

/** The decisions of some applications: those that stand first, then those that a newer one replaced. */
export async function loadDecisions(tx: Tx, applicationIds: readonly string[]): Promise<StoredDecision[]> {
  const rows = await tx.db.decision.findMany({ where: { kommuneId: tx.kommuneId, applicationId: { in: [...applicationIds] } }, orderBy: { decidedAt: 'desc' } })
  await logRead(tx, rows.map(({ childId }) => childId), 'afgørelse', ['decision'])
  const replaced = new Set(rows.map(({ replacesId }) => replacesId))
  return rows.map(decisionOf).sort((a, b) => Number(replaced.has(a.id)) - Number(replaced.has(b.id)))
}

/** One decision with its course and the decision that replaced it; null when it is not the actor's to see. */
export async function loadDecision(tx: Tx, id: string): Promise<{ decision: StoredDecision; courseId: string; replacedBy: string | null } | null> {
  const row = await tx.db.decision.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: { application: { select: { courseId: true } } } })
  if (!row?.application.courseId) return null
  const newer = await tx.db.decision.findFirst({ where: { kommuneId: tx.kommuneId, replacesId: id }, select: { id: true } })
  return { decision: decisionOf(row), courseId: row.application.courseId, replacedBy: newer?.id ?? null }
}

/** Decided applications of an ordning between two days, for trying rules on them. Asks for no name. */
export async function loadDecidedBetween(tx: Tx, ordningId: string, from: Day, to: Day): Promise<StoredDecision[]> {
  const rows = await tx.db.decision.findMany({ where: { kommuneId: tx.kommuneId, decidedOn: { gte: dateOf(from), lte: dateOf(to) }, application: { ordningId } }, orderBy: { decidedAt: 'asc' } })
  return rows.map(decisionOf)
}

/** A letter ready to be set and sent. */
export interface NewLetter {
  id: string; childId: string; receiverId: string; applicationId: string; decisionId: string | null; title: string
  content: LetterContent; plain: { language: Language }; templateVersion: number
}

/** Puts a letter in the line to be sent. */
export async function addLetter(tx: Tx, { content, plain, ...letter }: NewLetter): Promise<void> {
  await tx.db.letter.createMany({ data: [{
    kommuneId: tx.kommuneId, ...letter, kind: content.kind, content: toJson(content), plain: toJson(plain), state: 'queued', createdAt: tx.now.at,
  }] })
}

/** The letter that carried each decision to the actor (or, for staff, to the first receiver), by decision id. */
export async function loadLetterIds(tx: Tx, decisionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.letter.findMany({ where: { kommuneId: tx.kommuneId, decisionId: { in: [...decisionIds] } }, select: { id: true, decisionId: true }, orderBy: { id: 'desc' } })
  return new Map(rows.flatMap(({ id, decisionId }) => (decisionId ? [[decisionId, id]] : [])))
}

function decisionOf(row: Decision): StoredDecision {
  return {
    id: row.id, applicationId: row.applicationId, childId: row.childId, versionId: row.ordningVersionId, result: row.result as DecisionResult, automatic: row.automatic,
    deciderId: row.deciderId, deciderName: row.deciderName, decidedOn: dayOf(row.decidedOn), legalBasis: row.legalBasis, lawText: row.lawText,
    considerations: row.considerations, individualFacts: row.individualFacts, childView: row.childView, appealText: row.appealText, replacesId: row.replacesId,
    items: fromJson<StoredDecision['items']>(row.items),
  }
}
