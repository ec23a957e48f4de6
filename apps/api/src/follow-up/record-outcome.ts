import { audit, newId } from '@medspil/db'
import {
  addNews, changeFollowUp, closeTask, giveTask, loadActivities, loadFollowUp, loadTask, loadTaskTakers, reopenTask, type StoredTask, takeBackNews, takeBackOutcome,
} from '@medspil/db/follow-up'
import { type CheckResult, followUpMoves } from '@medspil/domain/follow-up'
import type { HandOverInput, RecordInput, Recorded, ReopenInput, TaskInput } from '@medspil/contracts/follow-up'
import { nowAt } from '../clock.ts'
import { Conflict, NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** Notes what came of a task. News of the child goes to the check that asked, or stands as an entry of its own. */
export async function recordOutcome(shell: Shell, { taskId, outcome, note }: RecordInput): Promise<Recorded> {
  const { tx, actor } = shell
  const task = await found(shell, taskId)
  await allow(shell, 'follow-up.record', { childId: task.childId })
  if (!await closeTask(tx, taskId, { outcome: outcome.kind, note, doneBy: actor.id })) throw new Conflict('the task is done')
  const result: CheckResult | null = outcome.kind === 'active' || outcome.kind === 'stopped' ? outcome.kind : null
  const reason = outcome.kind === 'stopped' ? outcome.why : null
  const settled = outcome.kind !== 'done' && await settleCheck(shell, task, result, reason)
  if (!settled && result && task.courseId)
    await addNews(tx, { id: newId(), courseId: task.courseId, childId: task.childId, source: task.id, result, reason, ownerRole: task.ownerRole, answeredBy: 'desk' })
  await audit(tx, 'task.done', { id: taskId, childId: task.childId }, { kind: task.because.reason, outcome: outcome.kind, reason })
  const places = outcome.kind === 'stopped' ? (await loadActivities(tx, [task.childId])).filter(({ place }) => place) : []
  return { taskId, childId: task.childId, places: places.map(({ id, offer }) => ({ signupId: id, title: offer.title })) }
}

/** @returns whether the task stood for a check that waited for this */
async function settleCheck({ tx, now }: Shell, { followUpId }: StoredTask, result: CheckResult | null, reason: string | null): Promise<boolean> {
  const followUp = followUpId && await loadFollowUp(tx, followUpId)
  if (!followUp) return false
  const state = result ? 'reached' : 'not-reached'
  if (!followUpMoves[followUp.state].includes(state)) return false
  return changeFollowUp(tx, followUp.id, followUp.state, { state, result: result ?? 'unknown', reason, answeredBy: 'desk', answeredAt: result ? now.at : null })
}

/** Opens a task again that one ended by mistake, on the same day. @throws NotFound when another did it or the day is over */
export async function reopenOwnTask(shell: Shell, { taskId }: ReopenInput): Promise<{ done: true }> {
  const { tx, now, actor } = shell
  const task = await found(shell, taskId)
  await allow(shell, 'follow-up.record', { childId: task.childId })
  const isMine = task.doneBy === actor.id && task.doneAt !== null && nowAt(task.doneAt).day === now.day
  if (!isMine || !await reopenTask(tx, taskId)) throw new NotFound()
  if (task.followUpId) await takeBackOutcome(tx, task.followUpId)
  if (task.courseId) await takeBackNews(tx, task.courseId, task.id)
  await audit(tx, 'task.reopened', { id: taskId, childId: task.childId }, { kind: task.because.reason })
  return { done: true }
}

/** Those who may take a task. */
export async function readColleagues(shell: Shell, { taskId }: TaskInput) {
  const task = await found(shell, taskId)
  await allow(shell, 'follow-up.hand-over', { childId: task.childId })
  const takers = await loadTaskTakers(shell.tx, task.childId)
  return takers.filter(({ id }) => id !== shell.actor.id).map(({ id, name, workplace }) => ({ staffId: id, name, workplace }))
}

/** Gives a task to a colleague who may see the child. */
export async function handOver(shell: Shell, { taskId, toStaffId, note }: HandOverInput): Promise<{ done: true }> {
  const { tx } = shell
  const task = await found(shell, taskId)
  await allow(shell, 'follow-up.hand-over', { childId: task.childId })
  const taker = (await loadTaskTakers(tx, task.childId)).find(({ id }) => id === toStaffId)
  if (!taker) throw new NotFound()
  if (!await giveTask(tx, taskId, { ownerId: taker.id, ownerRole: taker.role, note })) throw new Conflict('the task is done')
  await audit(tx, 'task.handed-over', { id: taskId, childId: task.childId }, { toStaffId })
  return { done: true }
}

/** A task the actor may see; whose child it is about is then for the table to allow. */
async function found({ tx }: Shell, taskId: string): Promise<StoredTask> {
  const task = await loadTask(tx, taskId)
  if (!task) throw new NotFound('task')
  return task
}
