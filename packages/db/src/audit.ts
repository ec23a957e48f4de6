import { actorName } from '@medspil/domain/access'
import { uuidv7 } from 'uuidv7'
import type { Tx } from './as-actor.ts'

/** Facts of a change: ids, states and amounts. Never a name, a CPR number or free text. */
export type AuditFacts = Record<string, string | number | boolean | null>

/**
 * Writes who changed what, in the change's own transaction: no audit row, no change.
 * @param event room and past participle, such as `fritidspas.issued`
 */
export async function audit(tx: Tx, event: string, subject: { id: string; childId?: string | null }, facts: AuditFacts = {}): Promise<void> {
  // createMany: whoever may add a row may not always read it back, as INSERT … RETURNING would.
  await tx.db.auditEvent.createMany({ data: [{
    kommuneId: tx.kommuneId, id: uuidv7(), at: tx.now.at, actorKind: tx.actor.kind, actorId: tx.actor.id, actorName: actorName(tx.actor),
    event, subjectId: subject.id, childId: subject.childId ?? null, facts,
  }] })
}

/**
 * Writes who looked at which children and at what, in the reading transaction: no log, no data (promise 13).
 * Store functions call it, so that no verb can forget it.
 * @param why the relation that gives the right to look, as the citizen may read it
 * @param fields the groups of fields that were shown, such as `name`, `address`, `reason`
 */
export async function logRead(tx: Tx, childIds: readonly string[], why: string, fields: readonly string[]): Promise<void> {
  const unique = [...new Set(childIds)]
  if (unique.length === 0) return
  await tx.db.readLog.createMany({ data: unique.map((childId) => ({
    kommuneId: tx.kommuneId, id: uuidv7(), at: tx.now.at, actorKind: tx.actor.kind, actorId: tx.actor.id, actorName: actorName(tx.actor),
    childId, why, fields: [...fields], procedure: tx.procedure,
  })) })
}
