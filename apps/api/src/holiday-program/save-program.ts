import type { MoveProgram, ProgramSaved, SaveProgram } from '@medspil/contracts/holiday-program/desk'
import { audit, type Tx } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { addProgram, changeProgram, countProgramChildren, loadDeskProgram, saveProgramState } from '@medspil/db/holiday-program'
import { loadOrdning } from '@medspil/db/ordning'
import { moveProgram, planFaults } from '@medspil/domain/holiday-program'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { localDayOf } from './program-clock.ts'
import { planOf } from './program-plan.ts'

/**
 * Makes a programme or changes a draft.
 * @throws Refused when the plan has a fault, or the programme is public
 */
export async function saveProgram(shell: Shell, { requestId, programId, ordningId, plan: text }: SaveProgram): Promise<ProgramSaved> {
  await allow(shell, 'holiday-program.write')
  const { tx } = shell
  const known = programId && (await loadDeskProgram(tx, programId, true))
  if (programId && !known) throw new NotFound('program')
  if (known && known.state !== 'draft') throw new Refused({ reason: 'program-not-draft', state: known.state })
  const ordningVersionId = await versionOn(tx, ordningId)
  const plan = planOf(text)
  const faults = planFaults(plan, localDayOf)
  if (faults.length > 0) throw new Refused({ reason: 'program-plan-faulty', faults })
  const id = programId ?? requestId
  if (known) await changeProgram(tx, id, { ordningId, ordningVersionId, plan })
  else await addProgram(tx, { id, ordningId, ordningVersionId, copiedFromId: null, plan })
  await audit(tx, known ? 'program.changed' : 'program.made', { id }, { way: plan.way, opensAt: plan.opensAt, closesAt: plan.closesAt, stages: plan.stages.length })
  return { programId: id, state: 'draft' }
}

/** The version of an ordning that holds today. @throws NotFound when it has none */
export async function versionOn(tx: Tx, ordningId: string): Promise<string> {
  const ordning = await loadOrdning(tx, { id: ordningId })
  const published = ordning?.versions.filter(({ state, validTo }) => state === 'published' && (validTo === null || tx.now.day <= validTo))
  const version = published?.find(({ validFrom }) => validFrom <= tx.now.day) ?? published?.at(-1)
  if (!version) throw new NotFound('ordning')
  return version.id
}

/**
 * Publishes a programme, or makes it a draft again.
 * @throws Refused when there is no such way, or a child has asked for a place
 */
export async function moveProgramTo(shell: Shell, { programId, to }: MoveProgram): Promise<ProgramSaved> {
  await allow(shell, 'holiday-program.write')
  const { tx } = shell
  const program = await loadDeskProgram(tx, programId, true)
  if (!program) throw new NotFound('program')
  const moved = moveProgram(program.state, to)
  if (!moved.ok) throw new Refused(moved.whyNot)
  const faults = to === 'published' ? planFaults(program.plan, localDayOf) : []
  if (faults.length > 0) throw new Refused({ reason: 'program-plan-faulty', faults })
  const children = to === 'draft' ? await inKommunesName(tx, (job) => countProgramChildren(job, programId)) : 0
  if (children > 0) throw new Refused({ reason: 'program-has-signups', children })
  await saveProgramState(tx, programId, moved.state)
  await audit(tx, 'program.moved', { id: programId }, { from: program.state, to })
  return { programId, state: moved.state }
}
