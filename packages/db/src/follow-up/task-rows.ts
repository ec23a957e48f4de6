import type { Day } from '@medspil/domain/day'
import type { TaskReason } from '@medspil/domain/follow-up'
import { fromJson, toJson } from '../json.ts'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf } from '../days.ts'
import { newId } from '../new-id.ts'
import type { Prisma } from '../prisma-client/client.ts'

/** A task as it is given. `key` is unique for ever, so that the same reason gives one task however often it is found. */
export interface NewTask {
  key: string
  childId: string
  because: TaskReason
  dueOn: Day
  /** The desk where it lies. */
  ownerRole: 'fritidsvejleder' | 'fagperson'
  courseId?: string | null
  followUpId?: string | null
  signupId?: string | null
}

/** Gives a task. @returns false when the same key was given before, also when that task is long done */
export async function saveTask(tx: Tx, { because, dueOn, ...task }: NewTask): Promise<boolean> {
  const { reason, ...facts } = because
  const { count } = await tx.db.task.createMany({ skipDuplicates: true, data: [{
    kommuneId: tx.kommuneId, id: newId(), ...task, kind: reason, facts: toJson(facts), dueOn: dateOf(dueOn), state: 'open', createdAt: tx.now.at,
  }] })
  return count === 1
}

/** A task as it stands. */
export interface StoredTask {
  id: string
  childId: string
  courseId: string | null
  followUpId: string | null
  signupId: string | null
  because: TaskReason
  dueOn: Day
  ownerRole: string
  ownerId: string | null
  state: 'open' | 'done'
  outcome: string | null
  note: string | null
  doneAt: Date | null
  doneBy: string | null
}

/** One task about a child, logged as read; null when there is none that the actor may see. */
export async function loadTask(tx: Tx, id: string): Promise<StoredTask | null> {
  const row = await tx.db.task.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
  if (!row?.childId) return null
  await logRead(tx, [row.childId], 'follow-up', ['task', 'signup'])
  return taskOf(row)
}

/** The open tasks of a desk about children: those nobody holds alone, and one's own. */
export async function loadOpenTasks(tx: Tx, desk: string, staffId: string): Promise<StoredTask[]> {
  const rows = await tx.db.task.findMany({
    where: { kommuneId: tx.kommuneId, state: 'open', childId: { not: null }, OR: [{ ownerId: staffId }, { ownerId: null, ownerRole: desk }] }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(taskOf)
}

/** All tasks about a child, newest first. */
export async function loadTasksOf(tx: Tx, childId: string): Promise<StoredTask[]> {
  const rows = await tx.db.task.findMany({ where: { kommuneId: tx.kommuneId, childId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  return rows.map(taskOf)
}

/** Ends an open task. @returns false when it was not open any more */
export async function closeTask(tx: Tx, id: string, done: { outcome: string; note: string | null; doneBy: string | null }): Promise<boolean> {
  const { count } = await tx.db.task.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'open' }, data: { state: 'done', doneAt: tx.now.at, ...done } })
  return count === 1
}

/** Opens a task again that was ended by mistake. @returns false when it was not done */
export async function reopenTask(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.task.updateMany({
    where: { kommuneId: tx.kommuneId, id, state: 'done' }, data: { state: 'open', outcome: null, note: null, doneAt: null, doneBy: null },
  })
  return count === 1
}

/** Gives an open task to somebody else. */
export async function giveTask(tx: Tx, id: string, to: { ownerId: string; ownerRole: string; note: string | null }): Promise<boolean> {
  const { count } = await tx.db.task.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'open' }, data: to })
  return count === 1
}

/** Those who may be given a task about this child: fritidsvejledere, and staff who hold its file. */
export async function loadTaskTakers(tx: Tx, childId: string) {
  const holders = await tx.db.childAccess.findMany({ where: { kommuneId: tx.kommuneId, childId, endedAt: null, staffId: { not: null } }, select: { staffId: true } })
  return tx.db.staff.findMany({
    where: {
      kommuneId: tx.kommuneId, active: true,
      OR: [{ role: 'fritidsvejleder' }, { role: 'fagperson', id: { in: holders.map(({ staffId }) => staffId).filter((id) => id !== null) } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, workplace: true, role: true },
  })
}

type Row = Prisma.TaskGetPayload<object>

function taskOf({ id, childId, courseId, followUpId, signupId, kind, facts, dueOn, ownerRole, ownerId, state, outcome, note, doneAt, doneBy }: Row): StoredTask {
  return {
    id, childId: childId!, courseId, followUpId, signupId, because: { reason: kind, ...fromJson<object>(facts) } as TaskReason, dueOn: dayOf(dueOn), ownerRole, ownerId,
    state: state as StoredTask['state'], outcome, note, doneAt, doneBy,
  }
}
