import { enqueue, hasEffect, saveEffect } from '@medspil/db'
import { addTask, loadTeams, loadUnanswered } from '@medspil/db/forening'
import { dayOf } from '@medspil/db'
import { teamDays } from '@medspil/domain/attendance'
import { addDays } from '@medspil/domain/day'
import { foreningSilentTask } from '@medspil/domain/follow-up'
import { nowAt } from '../clock.ts'
import type { Tick } from '../jobs/ticks.ts'

/** Days after which a forening is reminded, and after which a person rings it (eksempel). */
const remindAfterDays = 5
const silentAfterDays = 10

/** Hour of the day from which a coach gets the list of today's team. */
const listHour = 12

/** Reminds foreninger that have not answered, once, and gives a person the task when the reminder did not help. */
export const remindForeninger: Tick = (job) => job.inTx(async (tx) => {
  const { day: today } = tx.now
  for (const { id, childId, courseId, createdAt } of await loadUnanswered(tx)) {
    const askedOn = nowAt(createdAt).day
    if (addDays(askedOn, remindAfterDays) <= today && await saveEffect(tx, `forening-reminded:${id}`)) await enqueue(tx, 'ask-forening', { signupId: id, purpose: 'reminder' })
    const because = foreningSilentTask(askedOn, false, silentAfterDays, today)
    if (because) await addTask(tx, { key: `forening-silent:${id}`, childId, courseId, signupId: id, because, dueOn: today })
  }
})

/** Sends each team's list to its forening on the day the team meets, whoever its children are. */
export const sendTeamLists: Tick = (job) => job.inTx(async (tx) => {
  if (tx.now.hour < listHour) return
  for (const { id, foreningId, weekday, seasonFrom, seasonTo, occurrences } of await loadTeams(tx)) {
    const { past } = teamDays({ weekday, seasonFrom: dayOf(seasonFrom), seasonTo: dayOf(seasonTo), days: occurrences.map(({ day }) => dayOf(day)) }, tx.now.day)
    const key = `team-list:${id}:${tx.now.day}`
    if (past[0] !== tx.now.day || await hasEffect(tx, key)) continue
    await saveEffect(tx, key)
    await enqueue(tx, 'tell-forening', { foreningId, purpose: 'team-list', subjectId: id })
  }
})
