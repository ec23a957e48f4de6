import type { CaseView, CriterionView, DecisionDraft, LineView } from '@medspil/contracts/application'
import type { FieldProblem } from '@medspil/ui'

/** What a caseworker has chosen and typed for a judged criterion, saved or not. */
export interface TypedJudgement {
  result: 'met' | 'not-met' | null
  reason: string
}
export type TypedJudgements = Readonly<Record<string, TypedJudgement>>

/** One line of the decision: given or not, and with how much (øre; null for help that is no money). */
export interface LineChoice {
  give: boolean
  amount: bigint | null
}

/** What the caseworker writes in the letter. */
export type DecisionTexts = { rules: string; considerations: string; facts: string; weighed: string; whatWouldChange: string; childView: string }

/** The answer to a criterion with what is typed but not yet saved. */
export function answerOf(criterion: CriterionView, typed: TypedJudgements): 'met' | 'not-met' | 'unknown' | 'judged' {
  if (criterion.result !== 'judged') return criterion.result
  return typed[criterion.criterionId]?.result ?? criterion.judgement?.result ?? 'judged'
}

/** To judge first, then what lacks an answer, then not met, then met; within each as the ordning lists them. */
export function inOrder(criteria: readonly CriterionView[]): CriterionView[] {
  const place = ({ result }: CriterionView) => ['judged', 'unknown', 'not-met', 'met'].indexOf(result)
  return [...criteria].sort((a, b) => place(a) - place(b))
}

/** What the rules leave for a line: all that was asked for, no more than the ceiling, nothing where a criterion stands in the way. */
export function suggestedLine(line: LineView, criteria: readonly CriterionView[], typed: TypedJudgements): LineChoice {
  const stops = (id: string) => {
    const criterion = criteria.find(({ criterionId }) => criterionId === id)
    return criterion ? answerOf(criterion, typed) === 'not-met' : false
  }
  // What was judged a moment ago counts before the server's own list, which still knows the earlier answer.
  const blocked = line.blockedBy.some((id) => criteria.find(({ criterionId }) => criterionId === id)?.result !== 'judged' || stops(id))
  const give = line.offered && !blocked && !line.waitsFor.some(stops)
  const amount = line.asked === null ? null : line.most !== null && line.most < line.asked ? line.most : line.asked
  return { give: give && amount !== 0n, amount: give ? amount : null }
}

/** The outcome that follows from the lines; nobody chooses it. */
export function outcomeOf(lines: readonly LineView[], choices: readonly LineChoice[]): 'granted' | 'partly-granted' | 'refused' {
  if (choices.every(({ give }) => !give)) return 'refused'
  const full = lines.every((line, at) => choices[at]?.give && (line.asked === null || choices[at].amount === line.asked))
  return full ? 'granted' : 'partly-granted'
}

/** What the facts already say, so that the caseworker mends sentences instead of beginning with none. */
export function suggestedTexts(view: CaseView, typed: TypedJudgements): DecisionTexts {
  const against = view.criteria.filter((criterion) => answerOf(criterion, typed) === 'not-met')
  const reasons = view.criteria.map(({ criterionId, judgement }) => (typed[criterionId]?.reason ?? judgement?.reason ?? '').trim())
  return {
    rules: against.length === 0 ? '' : `${view.ordningName} kræver: ${against.map(({ says }) => says).join('. ')}.`,
    considerations: reasons.filter((reason) => reason !== '').join(' '),
    facts: [...new Set(against.flatMap(({ facts }) => facts.map(({ says }) => says)))].join(' '),
    weighed: '', whatWouldChange: '', childView: view.childView,
  }
}

/** The decision as it would be sent. A full yes carries no reasons. */
export function draftOf(view: CaseView, choices: readonly LineChoice[], texts: DecisionTexts): DecisionDraft {
  const { rules, considerations, facts, weighed, whatWouldChange, childView } = texts
  return {
    applicationId: view.applicationId,
    given: view.lines.flatMap(({ kind }, at) => (choices[at]?.give ? [{ kind, amount: choices[at].amount }] : [])),
    reasons: outcomeOf(view.lines, choices) === 'granted' ? null : { rules, considerations, facts }, weighed, whatWouldChange, childView,
  }
}

/** Fields that must be filled in before the letter can go, each with its words. */
export function missingTexts(view: CaseView, choices: readonly LineChoice[], texts: DecisionTexts): FieldProblem[] {
  const isNo = outcomeOf(view.lines, choices) !== 'granted'
  const needed: [keyof DecisionTexts, string, boolean][] = [
    ['considerations', 'Skriv, hvad der er lagt vægt på', isNo],
    ['facts', `Skriv, hvilke fakta om ${view.childFirstName} svaret bygger på`, isNo],
    ['rules', 'Skriv, hvilken regel svaret følger', isNo],
    ['whatWouldChange', 'Skriv, hvad der kan ændre svaret', isNo],
    ['weighed', 'Skriv, hvad familiens svar har betydet', isNo && Boolean(view.hearing?.answer)],
    ['childView', `Skriv, hvad ${view.childFirstName} selv siger, eller hvorfor barnet ikke er spurgt`, true],
  ]
  return needed.filter(([field, , isNeeded]) => isNeeded && texts[field].trim() === '').map(([field, text]) => ({ id: `brev-${field}`, text }))
}

/** Judged criteria whose typed answer is not saved, or that have none at all, and that a given line rests on. */
export function missingJudgements(view: CaseView, choices: readonly LineChoice[], typed: TypedJudgements): FieldProblem[] {
  const given = view.lines.filter((_, at) => choices[at]?.give).map(({ kind }) => kind)
  return view.criteria.filter((criterion) => criterion.result === 'judged').flatMap((criterion): FieldProblem[] => {
    const { criterionId, judgement, gates, says } = criterion
    const saved = judgement?.result
    const now = typed[criterionId]
    if (now && (now.result !== (saved ?? null) || now.reason.trim() !== (judgement?.reason ?? ''))) {
      return [{ id: `vurder-${criterionId}`, text: `Gem din vurdering: ${says}` }]
    }
    const needed = gates.length === 0 || gates.some((kind) => given.includes(kind))
    return saved === undefined && needed && given.length > 0 ? [{ id: `vurder-${criterionId}`, text: `Vurder først: ${says}` }] : []
  })
}
