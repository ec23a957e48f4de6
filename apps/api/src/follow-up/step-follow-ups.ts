import { audit, enqueue, type Tx } from '@medspil/db'
import {
  changeFollowUp, type Contact, type DueFollowUp, type FollowUpChange, isReachable, loadBarred, loadContacts, loadMarksSince, loadStandingStop, lockFollowUps, saveTask,
} from '@medspil/db/follow-up'
import { addDays, type Day } from '@medspil/domain/day'
import { type CheckAnswer, stepFollowUp, type TaskReason, weighCheck } from '@medspil/domain/follow-up'
import { nowAt } from '../clock.ts'
import { planReader } from './plan-of.ts'
import { deskOf, type ResolvedPlan } from './resolve-plan.ts'

/** Days before a check whose marks speak about it: four weekly meetings. */
const marksWindow = 28

/** What a step needs beside its follow-up. */
interface Around { plan: ResolvedPlan; contact: Contact | null; barred: boolean }

/** Takes the step that is due for each of these follow-ups, if any; those another worker holds are left alone. */
export async function stepFollowUps(tx: Tx, ids: readonly string[]): Promise<void> {
  const due = await lockFollowUps(tx, ids)
  const childIds = due.map(({ childId }) => childId)
  const contacts = await loadContacts(tx, childIds)
  const barred = await loadBarred(tx, childIds)
  const planOf = planReader(tx)
  for (const followUp of due) {
    const plan = await planOf(followUp.ordningVersionId)
    const known = contacts.get(followUp.childId) ?? []
    if (!plan) continue
    const around = { plan, contact: known.find(isReachable) ?? null, barred: barred.has(followUp.childId) }
    await (followUp.state === 'answered' ? weighAnswer(tx, followUp) : stepOne(tx, followUp, around))
  }
}

async function stepOne(tx: Tx, followUp: DueFollowUp, { plan, contact, barred }: Around): Promise<void> {
  const { followUp: next, act } = stepFollowUp(
    followUp, plan, { closed: followUp.courseState === 'closed', contactBarred: barred, reachable: plan.channel === 'link' && contact !== null }, { today: tx.now.day, hour: tx.now.hour })
  if (next.state === 'unanswered') return weighSilence(tx, followUp)
  if (next.state === followUp.state) return
  if (act && await hasStopped(tx, followUp)) return
  if (act?.act === 'ask' && contact) {
    if (await move(tx, followUp, { state: 'asked', askedAt: tx.now.at }))
      await enqueue(tx, 'tell-family', { personId: contact.personId, childId: followUp.childId, purpose: 'follow-up', subjectId: followUp.id })
    return
  }
  if (!await move(tx, followUp, { state: next.state }) || act?.act !== 'open-task') return
  await giveTask(tx, followUp, plan.channel === 'link' ? act.reason : { reason: 'time-to-ask', checkId: followUp.checkId, how: plan.channel })
}

/** A child that has stopped, and begun on nothing since, is not asked again how it goes; the stop is what is known. */
async function hasStopped(tx: Tx, followUp: DueFollowUp): Promise<boolean> {
  if (!await loadStandingStop(tx, followUp.courseId)) return false
  return move(tx, followUp, { state: 'answered', result: 'stopped', reason: 'stopped-before', answeredBy: 'earlier-answer' })
}

/** Silence: marks speak for the child, else a person gets the task. */
async function weighSilence(tx: Tx, followUp: DueFollowUp): Promise<void> {
  const marks = await loadMarksSince(tx, followUp.courseId, windowStart(followUp))
  const { result, task } = weighCheck(followUp.checkId, followUp.askedOn ?? followUp.dueOn, null, marks)
  if (!task) return void await move(tx, followUp, { state: 'answered', result, answeredBy: 'marks', answeredAt: tx.now.at })
  if (await move(tx, followUp, { state: 'task', result })) await giveTask(tx, followUp, task)
}

/** An answer is held against the marks for two weeks, since marks may come after it. */
async function weighAnswer(tx: Tx, followUp: DueFollowUp): Promise<void> {
  const answer = answerOf(followUp)
  if (!answer) return
  const { task } = weighCheck(followUp.checkId, followUp.askedOn ?? followUp.dueOn, answer, await loadMarksSince(tx, followUp.courseId, windowStart(followUp)))
  if (task) await giveTask(tx, followUp, task)
}

function answerOf({ result, reason, answeredAt }: DueFollowUp): CheckAnswer {
  if (!answeredAt || result === null || result === 'unknown' || reason === 'stopped-before') return null
  return { said: reason === 'something-else' ? 'something-else' : result, on: nowAt(answeredAt).day }
}

const windowStart = ({ dueOn }: DueFollowUp): Day => addDays(dueOn, -marksWindow)

async function giveTask(tx: Tx, followUp: DueFollowUp, because: TaskReason): Promise<void> {
  await saveTask(tx, {
    key: `${because.reason}:${followUp.id}`, childId: followUp.childId, courseId: followUp.courseId, followUpId: followUp.id, because, dueOn: tx.now.day, ownerRole: deskOf(followUp.owner),
  })
}

async function move(tx: Tx, { id, childId, state }: DueFollowUp, change: FollowUpChange): Promise<boolean> {
  if (!await changeFollowUp(tx, id, state, change)) return false
  await audit(tx, `follow-up.${change.state}`, { id, childId }, { from: state, result: change.result ?? null })
  return true
}
