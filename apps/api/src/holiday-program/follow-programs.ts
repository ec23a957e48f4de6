import { audit } from '@medspil/db'
import { type DeskProgram, emptyFriendGroups, loadDeskPrograms, saveProgramState } from '@medspil/db/holiday-program'
import type { Day } from '@medspil/domain/day'
import { moveProgram, type ProgramState } from '@medspil/domain/holiday-program'
import { instant, type Instant } from '@medspil/domain/signup'
import type { Job } from '../jobs/job.ts'

/** Where a programme stands by the clock; null where it stands already. Sign-up asks the opening minute itself and never waits for this. */
function dueState({ state, plan }: DeskProgram, at: Instant, today: Day): ProgramState | null {
  if (state === 'published' && plan.way === 'opening-minute' && plan.opensAt <= at) return 'opening'
  if ((state === 'opening' || state === 'leftovers' || state === 'paying') && plan.fromDay <= today) return 'running'
  return state === 'running' && plan.toDay < today ? 'finished' : null
}

/** What the clock does to every programme: it opens, runs and finishes. Wishes and draws follow their own. */
export async function followPrograms(job: Omit<Job, 'id'>): Promise<void> {
  await job.inTx(async (tx) => {
    for (const program of await loadDeskPrograms(tx)) {
      const next = dueState(program, instant(tx.now.at.toISOString()), tx.now.day)
      const moved = next && moveProgram(program.state, next)
      if (!moved?.ok) continue
      await saveProgramState(tx, program.id, moved.state)
      if (moved.state === 'finished') await emptyFriendGroups(tx, program.id)
      await audit(tx, 'program.moved', { id: program.id }, { from: program.state, to: moved.state })
    }
  })
}
