import { enqueue, saveEffect } from '@medspil/db'
import { loadDeskProgram, loadEndingLinks } from '@medspil/db/holiday-program'
import { mayDescribe } from '@medspil/domain/holiday-program'
import type { Tick } from '../jobs/ticks.ts'

/** Days before a link ends on which its organiser is reminded (eksempel). */
const daysBefore = 3
const dayMs = 24 * 3_600_000

/** Local hours in which an organiser is written to. */
const awake = { from: 8, to: 20 }

/**
 * Reminds organisers whose link to describe activities soon ends while theirs are not all approved: once per link, with a
 * fresh one, as long as the programme still takes activities. Who has nothing left to do is left in peace.
 */
export const remindOrganisers: Tick = (job) => job.inTx(async (tx) => {
  const { at, day, hour } = tx.now
  if (hour < awake.from || hour >= awake.to) return
  for (const { id, foreningId, programId } of await loadEndingLinks(tx, new Date(at.getTime() + daysBefore * dayMs))) {
    const program = await loadDeskProgram(tx, programId)
    if (!program || !mayDescribe({ state: program.state, answerBy: program.plan.answerBy }, day).ok) continue
    if (await saveEffect(tx, `organiser-reminded:${id}`)) await enqueue(tx, 'tell-forening', { foreningId, purpose: 'activities-reminder', subjectId: programId })
  }
})
