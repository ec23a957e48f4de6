import type { DecisionDraft } from '@medspil/contracts/application'
import { isStaff } from '@medspil/domain/access'
import { decideApplication, type Given, outcomeOf } from '@medspil/domain/application'
import { ore } from '@medspil/ledger'
import { NotFound } from '../errors.ts'
import type { Step } from './step.ts'
import type { ToldDecision } from './letter-facts.ts'
import type { Case } from './open-case.ts'

/** A draft held against the rules: what it would say, and why it cannot be decided so, if it cannot. */
export function weighDraft({ actor, now }: Step, opened: Case, draft: DecisionDraft): { told: ToldDecision; verdict: ReturnType<typeof decideApplication> } {
  if (!isStaff(actor)) throw new NotFound()
  const { request } = opened.application.asked
  const given: Given = { supports: draft.given.map(({ kind, amount }) => ({ kind, amount: amount === null ? null : ore(amount) })), period: draft.given.length === 0 ? null : request.period, activity: request.activity }
  const childView = draft.childView || opened.application.childView
  const judgements = opened.judgements.map(({ criterionId, result, reason }) => ({ criterionId, result, reason }))
  const verdict = decideApplication({ check: opened.check, judgements, given, reasons: draft.reasons, hearing: opened.hearing, childView, deciderId: actor.id, today: now.day })
  const result = verdict.ok ? verdict.decision.outcome : outcomeOf(request, given)
  const { reasons, weighed, whatWouldChange } = draft
  return { verdict, told: { result, request, given, reasons: result === 'granted' ? null : reasons, childView, weighed, whatWouldChange, deciderId: actor.id, deciderName: actor.name } }
}
