import { add, ore, subtract, zero, type Ore } from '@medspil/ledger'
import { given, type Leaf } from './leaf.ts'

/**
 * The income rules that published ordninger use (schemes.md 6 and 7). Amounts in øre a year before tax.
 * - `limit`: a base limit, an addition for each child beyond the first, and what a single parent's household gets.
 * - `table`: one limit per household size (fritidsbutik.dk, 1 to 8).
 * - `friplads`: derived from the share of friplads the family has been granted.
 * - `benefits`: one parent or both are on a listed benefit (Favrskov: both, 11 listed).
 */
export type IncomeRule =
  | { kind: 'limit'; base: Leaf<Ore>; perChildBeyondFirst: Leaf<Ore>; singleParent: SingleParent; compare: Compare }
  | { kind: 'table'; rows: { householdSize: number; limit: Ore }[]; compare: Compare }
  | { kind: 'friplads'; atLeastPercent: Leaf<number> }
  | { kind: 'benefits'; listed: Leaf<string[]>; onListed: 'oneParent' | 'everyParent' }

/** Nordfyn raises the limit for a single parent; Aarhus lets the single parent subtract from the income. */
export type SingleParent =
  | { kind: 'none' } | { kind: 'raisesLimit'; by: Leaf<Ore> } | { kind: 'lowersIncome'; by: Leaf<Ore> }

/** Whether an income exactly on the limit is inside. */
export type Compare = 'strictlyBelow' | 'atMost'

/** What is known about a household. `null` is "not known". */
export type HouseholdFacts = {
  /** Yearly income, øre. */
  income: Ore | null
  adults: number | null
  children: number | null
  /** Granted friplads, percent. */
  fripladsPercent: number | null
  /** For each parent, the benefit the parent is on, or null for none. */
  benefits: (string | null)[] | null
}

/** One line of the sum as a family can follow it; amounts in øre, `of` is how many children or which household size. */
export type IncomeLine = {
  line: 'base-limit' | 'extra-children' | 'single-parent' | 'table-limit' | 'income' | 'single-parent-subtracts'
  amount: Ore
  of?: number
}

/** The answer with the worked sum behind it: `limit` and `income` are what was compared. */
export type WorkedIncome = {
  result: 'met' | 'not-met' | 'unknown'
  lines: IncomeLine[]
  limit: Ore | null
  income: Ore | null
}

const unknownSum: WorkedIncome = { result: 'unknown', lines: [], limit: null, income: null }
const plain = (holds: boolean): WorkedIncome => ({ ...unknownSum, result: holds ? 'met' : 'not-met' })

/** Works the sum line by line. `unknown` when a fact or a value of the rule is missing. */
export const workIncome = (rule: IncomeRule, facts: HouseholdFacts): WorkedIncome => {
  switch (rule.kind) {
    case 'limit':
      return workLimit(rule, facts)
    case 'table': {
      if (facts.income === null || facts.adults === null || facts.children === null) return unknownSum
      const size = facts.adults + facts.children
      const limit = rule.rows.find((row) => row.householdSize === size)?.limit
      if (limit === undefined) return unknownSum
      const lines: IncomeLine[] = [{ line: 'table-limit', amount: limit, of: size }, { line: 'income', amount: facts.income }]
      return compared(lines, limit, facts.income, rule.compare)
    }
    case 'friplads': {
      const least = given(rule.atLeastPercent)
      return least === null || facts.fripladsPercent === null ? unknownSum : plain(facts.fripladsPercent >= least)
    }
    case 'benefits': {
      const listed = given(rule.listed)
      if (listed === null || facts.benefits === null || facts.benefits.length === 0) return unknownSum
      const isListed = (benefit: string | null): boolean => benefit !== null && listed.includes(benefit)
      return plain(rule.onListed === 'oneParent' ? facts.benefits.some(isListed) : facts.benefits.every(isListed))
    }
  }
}

const workLimit = (rule: Extract<IncomeRule, { kind: 'limit' }>, facts: HouseholdFacts): WorkedIncome => {
  const [base, perChild] = [given(rule.base), given(rule.perChildBeyondFirst)]
  const single = rule.singleParent.kind === 'none' ? zero : given(rule.singleParent.by)
  if (base === null || perChild === null || single === null) return unknownSum
  if (facts.income === null || facts.adults === null || facts.children === null) return unknownSum
  const extraChildren = Math.max(0, facts.children - 1)
  const extra = ore(perChild * BigInt(extraChildren))
  const isSingle = facts.adults === 1 && rule.singleParent.kind !== 'none'
  const raises = isSingle && rule.singleParent.kind === 'raisesLimit'
  const lowers = isSingle && rule.singleParent.kind === 'lowersIncome'
  const lines: IncomeLine[] = [
    { line: 'base-limit', amount: base },
    ...(extraChildren > 0 ? [{ line: 'extra-children', amount: extra, of: extraChildren } as const] : []),
    ...(raises ? [{ line: 'single-parent', amount: single } as const] : []),
    { line: 'income', amount: facts.income },
    ...(lowers ? [{ line: 'single-parent-subtracts', amount: single } as const] : []),
  ]
  const limit = add(add(base, extra), raises ? single : zero)
  return compared(lines, limit, lowers ? subtract(facts.income, single) : facts.income, rule.compare)
}

const compared = (lines: IncomeLine[], limit: Ore, income: Ore, compare: Compare): WorkedIncome => ({
  result: (compare === 'atMost' ? income <= limit : income < limit) ? 'met' : 'not-met', lines, limit, income,
})
