import type { InviteOrganisers } from '@medspil/contracts/holiday-program/desk'
import { audit, enqueue } from '@medspil/db'
import { loadForeninger } from '@medspil/db/forening'
import { loadDeskProgram, markInvited } from '@medspil/db/holiday-program'
import { mayDescribe } from '@medspil/domain/holiday-program'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * Asks organisers to describe their activities: each gets a message with a link of its own. Asking again sends a fresh link
 * and ends the old one.
 * @throws Refused when the time to describe is over
 */
export async function inviteOrganisers(shell: Shell, { programId, foreningIds }: InviteOrganisers): Promise<{ done: true }> {
  await allow(shell, 'holiday-program.write')
  const { tx } = shell
  const program = await loadDeskProgram(tx, programId)
  if (!program) throw new NotFound('program')
  const may = mayDescribe({ state: program.state, answerBy: program.plan.answerBy }, tx.now.day)
  if (!may.ok) throw new Refused(may.whyNot)
  const known = new Set((await loadForeninger(tx)).map(({ id }) => id))
  const asked = [...new Set(foreningIds)]
  if (asked.some((id) => !known.has(id))) throw new NotFound('forening')
  for (const foreningId of asked) await enqueue(tx, 'tell-forening', { foreningId, purpose: 'describe-activities', subjectId: programId })
  await markInvited(tx, programId)
  await audit(tx, 'program.organisers-invited', { id: programId }, { organisers: asked.length })
  return { done: true }
}
