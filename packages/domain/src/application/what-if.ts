import type { OrdningRules } from '../ordning/index.ts'
import { checkApplication, gatesOf, type CheckInput } from './check.ts'
import type { Outcome } from './request.ts'

/** A decided application of earlier, with the facts it was decided on. */
export type PastApplication = { id: string; input: Omit<CheckInput, 'rules' | 'version'>; outcome: Outcome; metWhenJudged: string[] }

/** What the new rules would have made possible: all, part or none of what was asked, or a person would be needed. */
export type Forecast = 'all' | 'part' | 'none' | 'person-needed'

/** One earlier application under the new rules; `because` names the criteria that stand in the way. */
export type WhatIfRow = { id: string; before: Outcome; after: Forecast; isChanged: boolean; because: string[] }

/** The trial's rows and how many fall in each forecast. */
export type WhatIf = { rows: WhatIfRow[]; counts: Record<Forecast, number>; changed: number }

/**
 * Runs new rules over earlier applications. It only reads: nothing is decided, stored or sent. A judged criterion that
 * a person found met then counts as met again; a new one needs a person.
 */
export const whatIf = (rules: OrdningRules, past: readonly PastApplication[]): WhatIf => {
  const rows = past.map((application) => forecast(rules, application))
  const count = (after: Forecast): number => rows.filter((row) => row.after === after).length
  return {
    rows, changed: rows.filter(({ isChanged }) => isChanged).length,
    counts: { all: count('all'), part: count('part'), none: count('none'), 'person-needed': count('person-needed') },
  }
}

const sameAs: Record<Outcome, Forecast> = { granted: 'all', 'partly-granted': 'part', refused: 'none' }

const forecast = (rules: OrdningRules, { id, input, outcome, metWhenJudged }: PastApplication): WhatIfRow => {
  const check = checkApplication({ ...input, rules, version: { ordningKey: 'what-if', number: 0 } })
  const criteria = check.criteria.map((criterion) =>
    criterion.result === 'judged' && metWhenJudged.includes(criterion.id) ? { ...criterion, result: 'met' as const } : criterion)
  const gates = check.lines.map((line) => ({ line, ...gatesOf(criteria, line.kind) }))
  const open = gates.filter(({ line, blockedBy }) => line.offered && blockedBy.length === 0)
  const full = open.filter(({ line }) => line.asked === null || line.most === null || line.most >= line.asked)
  const after: Forecast =
    open.some(({ waitsFor }) => waitsFor.length > 0) ? 'person-needed'
    : open.length === 0 ? 'none'
    : full.length === check.lines.length ? 'all' : 'part'
  const because = [...new Set(gates.flatMap(({ blockedBy }) => blockedBy))]
  return { id, before: outcome, after, isChanged: after !== sameAs[outcome], because }
}
