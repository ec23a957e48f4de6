import type { Decided, ReconsiderInput } from '@medspil/contracts/application'
import { loadDecisions } from '@medspil/db/application'
import type { Support } from '@medspil/domain/application'
import { isOver } from '@medspil/domain/fritidspas'
import { purseKinds } from '@medspil/domain/ordning'
import { add, type Ore } from '@medspil/ledger'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { endPass } from '../fritidspas/index.ts'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { endWithdrawnCourse } from './end-course.ts'
import { openCase } from './open-case.ts'
import { takeApplication } from './own-application.ts'
import { recordDecision } from './record-decision.ts'
import { weighDraft } from './weigh-draft.ts'

/**
 * Decides anew: the old decision stays as it was and the new one names it. The old pass ends and its unused money goes back;
 * what a forening has been promised stays, and is not given twice. Nothing given where something was is a withdrawal:
 * its letter tells the family, and the course closes when nothing of it is left.
 * @throws Conflict when the named decision is not the newest; Refused by the same rules as a first decision
 */
export async function reconsiderCase(shell: Shell, input: ReconsiderInput): Promise<Decided> {
  const application = await takeApplication(shell, input.applicationId, 'sagsbehandling')
  await allow(shell, 'application.decide', application)
  await barOwnInterest(shell, [application.childId])
  const decisions = await loadDecisions(shell.tx, [application.id])
  const [newest] = decisions
  if (!decisions.some(({ id }) => id === input.replacesId)) throw new NotFound()
  if (newest?.id !== input.replacesId) throw new Conflict('this decision has a newer one')
  const old = (await openCase(shell, application, 'sagsbehandling')).ownPasses.find(({ decisionId }) => decisionId === newest.id)
  const already: Support[] = old ? purseKinds.flatMap((kind) => old.purses.filter(({ purse, held, spent }) => purse === kind && held + spent > 0n)
    .map(({ held, spent }) => ({ kind, amount: add(held, spent) as Ore }))) : []
  if (old && !isOver(old)) await endPass(shell, old.id, 'revoked')
  const opened = await openCase(shell, application, 'sagsbehandling')
  const { told, verdict } = weighDraft(shell, withoutOld(opened, already), input)
  if (!verdict.ok) throw new Refused(verdict.whyNot)
  const wasGiven = newest.result === 'granted' || newest.result === 'partly-granted'
  const result = told.result === 'refused' && wasGiven ? 'withdrawn' : told.result
  const { decisionId, fritidspasId, letterIds } = await recordDecision(shell, opened, { ...told, result }, { decisionId: input.requestId, replacesId: newest.id, already })
  if (result === 'withdrawn') await endWithdrawnCourse(shell.tx, application)
  return { applicationId: application.id, decisionId, result, state: result, fritidspasId, letterIds }
}

/** What the replaced decision still binds is part of the new one, so it takes nothing of the ceilings or the pool again. */
function withoutOld(opened: Awaited<ReturnType<typeof openCase>>, already: readonly Support[]): Awaited<ReturnType<typeof openCase>> {
  const boundOf = (kind: Support['kind']) => already.find((support) => support.kind === kind)?.amount ?? (0n as Ore)
  const total = already.reduce((all, { amount }) => add(all, amount ?? (0n as Ore)), 0n as Ore)
  const { check } = opened
  return { ...opened, check: {
    ...check, poolFree: check.poolFree === null ? null : add(check.poolFree, total),
    lines: check.lines.map((line) => (line.most === null ? line : { ...line, most: add(line.most, boundOf(line.kind)) })),
  } }
}
