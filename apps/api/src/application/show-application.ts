import type { ApplicationInput, ApplicationView, FamilyAnswers, Wishes } from '@medspil/contracts/application'
import { loadKommune } from '@medspil/db/access'
import { loadConsents, loadDecisions, loadHearing, loadLetterIds } from '@medspil/db/application'
import { loadStaffNames } from '@medspil/db/ordning'
import { actsFrom } from '@medspil/domain/application'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { askedItems, hearingView } from './asked-items.ts'
import { linesOf } from './letter-facts.ts'
import { viewsOf } from './my-applications.ts'
import { readApplication } from './own-application.ts'

/** The family's own application: what was sent, the way so far, what comes next and whom to ask. */
export async function showApplication(shell: Shell, { applicationId }: ApplicationInput): Promise<ApplicationView> {
  const { tx } = shell
  const application = await readApplication(shell, applicationId, 'værge')
  await allow(shell, 'application.read-own', application)
  const [view] = await viewsOf(tx, [application])
  if (!view) throw new NotFound()
  const [decision] = await loadDecisions(tx, [application.id])
  const { phone, phoneHours } = await loadKommune(tx)
  const names = await loadStaffNames(tx, [application.staffId, decision?.deciderId ?? null])
  const { request } = application.asked
  const lines = decision ? linesOf({ request, given: decision.items.given, result: decision.result }) : null
  return {
    ...view, door: application.door, givenBy: application.staffId === null ? null : names.get(application.staffId) ?? null,
    supports: request.supports.map(({ kind, amount }, at) => ({ kind, asked: amount, given: lines?.[at]?.given ?? null, isGiven: lines?.[at]?.isGiven ?? null })),
    answers: application.asked.answers as FamilyAnswers, wishes: application.wishes as Wishes, childView: application.childView, activity: request.activity,
    asked: await askedItems(tx, application), hearing: hearingView(await loadHearing(tx, application.id)),
    contact: { name: decision?.deciderId ? names.get(decision.deciderId) ?? null : null, phone, phoneHours },
    decision: decision ? {
      decisionId: decision.id, result: decision.result, on: decision.decidedOn, by: decision.deciderName, automatic: decision.automatic,
      letterId: (await loadLetterIds(tx, [decision.id])).get(decision.id) ?? null,
    } : null,
    consents: (await loadConsents(tx, { applicationIds: [application.id] })).map(({ id, givenBy, givenOn, how, textShown, withdrawnAt }) =>
      ({ consentId: id, givenBy, givenOn, how, textShown, withdrawnAt: withdrawnAt?.toISOString() ?? null })),
    mayWithdraw: actsFrom(application.state).includes('withdraw'),
  }
}
