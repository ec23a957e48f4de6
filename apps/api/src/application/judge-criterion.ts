import type { CaseView, JudgeInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { loadJudgements, saveCriteria, saveJudgement } from '@medspil/db/application'
import { isEnded } from '@medspil/domain/application'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { caseView } from './case-view.ts'
import { openCase } from './open-case.ts'
import { takeApplication } from './own-application.ts'

/**
 * A caseworker answers a judged criterion, with the reason in own words. May be answered anew until the decision.
 * @throws Refused when the criterion is not for judgement or the reason is empty
 */
export async function judgeCriterion(shell: Shell, { applicationId, criterionId, result, reason }: JudgeInput): Promise<CaseView> {
  const { tx, actor } = shell
  const application = await takeApplication(shell, applicationId, 'sagsbehandling')
  await allow(shell, 'application.judge', application)
  await barOwnInterest(shell, [application.childId])
  if (isEnded(application.state)) throw new Refused({ reason: 'application-not-there', state: application.state, act: 'grant' })
  const opened = await openCase(shell, application, 'sagsbehandling')
  const criterion = opened.check.criteria.find(({ id }) => id === criterionId)
  if (!criterion) throw new NotFound()
  if (criterion.result !== 'judged') throw new Refused({ reason: 'judgement-not-asked-for', criteria: [criterionId] })
  if (reason.trim() === '') throw new Refused({ reason: 'judgement-without-reason', criteria: [criterionId] })
  await saveCriteria(tx, application, opened.check.criteria)
  await saveJudgement(tx, applicationId, { criterionId, result, reason }, actor.id ?? '')
  await audit(tx, 'application.judged', { id: applicationId, childId: application.childId }, { criterion: criterionId, result })
  return caseView(shell, { ...opened, judgements: await loadJudgements(tx, applicationId) })
}
