import { audit, type Tx } from '@medspil/db'
import { loadAnswersDue, lockApplication, saveDelay } from '@medspil/db/application'
import { type ApplicationState, isEnded } from '@medspil/domain/application'
import { addDays } from '@medspil/domain/day'
import { delayedTo } from '@medspil/domain/ordning'
import type { Tick } from '../jobs/ticks.ts'
import { holidaysFrom } from '../ordning/index.ts'
import { letterBase } from './letter-facts.ts'
import { openCase } from './open-case.ts'
import { sendLetters } from './send-letters.ts'

/** More than any lead of working days reaches over (60 at most) with all the holidays of a spring. */
const looksAhead = 120

/** Why it takes longer, in words that blame nobody. */
const reasons: Partial<Record<ApplicationState, string>> = {
  'needs-info': 'Vi har spurgt om noget og har ikke alle svar endnu.', hearing: 'Vi vil gerne høre jer, før vi svarer.',
  'waiting-for-pool': 'Der er ikke penge i puljen lige nu.', frozen: 'Ansøgningen er sat i bero.',
}

/**
 * Tells a family before its day for an answer has passed that the answer will be late, why, and by which day it comes
 * (retssikkerhedsloven § 3 stk. 2; law.md 1). The new day is a promise of its own, and is watched in the same way.
 */
export const noticeDelays: Tick = async (job) => {
  for (const id of await job.inTx((tx) => loadAnswersDue(tx, addDays(tx.now.day, looksAhead)))) await job.inTx((tx) => noticeOne(tx, id))
}

async function noticeOne(tx: Tx, id: string): Promise<void> {
  const { now, actor } = tx
  const application = await lockApplication(tx, id, 'sagsbehandling')
  if (!application || isEnded(application.state) || application.answerBy === null) return
  const opened = await openCase({ tx, now, actor }, application, 'sagsbehandling')
  const { answerBy: oldDate } = application
  const newDate = delayedTo(opened.version.rules.answer, oldDate, now.day, holidaysFrom(now.day))
  if (newDate === null) return
  const because = reasons[application.state] ?? 'Vi er ikke færdige med at se på ansøgningen.'
  const letterIds = await sendLetters({ tx, now, actor }, opened, (name) => ({ ...letterBase(opened, name, opened.ordning.department, now.day), kind: 'delay', oldDate, newDate, because }), null)
  await saveDelay(tx, id, newDate)
  await audit(tx, 'application.delay-told', { id, childId: application.childId }, { oldDate, newDate, inTime: now.day <= oldDate, letters: letterIds.length })
}
