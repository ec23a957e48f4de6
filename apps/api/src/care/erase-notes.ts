import { audit } from '@medspil/db'
import { eraseNotes, loadStandingNotes } from '@medspil/db/care'
import { isCareDue } from '@medspil/domain/attendance'
import type { Tick } from '../jobs/ticks.ts'

/** Erases care notes whose days are over, and those of children who are not coming after all. */
export const eraseCareNotes: Tick = (job) => job.inTx(async (tx) => {
  const due = (await loadStandingNotes(tx)).filter(({ state, days }) => isCareDue(state, days, tx.now.day))
  if (due.length === 0) return
  await eraseNotes(tx, due.map(({ id }) => id))
  for (const { signupId, childId, state } of due) await audit(tx, 'care.erased', { id: signupId, childId }, { because: state === 'ended' || state === 'started' || state === 'confirmed' ? 'days-over' : state })
})
