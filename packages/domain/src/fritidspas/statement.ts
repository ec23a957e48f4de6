import { add, subtract, sum, type Ore } from '@medspil/ledger'
import { compareDays, type Day } from '../day.ts'

/** One expense of a child; øre. The four facts of a receipt (forening, item, price, date) and the period it covers. */
export type Expense = {
  readonly foreningName: string
  readonly item: string
  readonly price: Ore
  /** What the pass paid of the price. */
  readonly paidByPass: Ore
  readonly paidOn: Day
  readonly period: { readonly firstDay: Day; readonly lastDay: Day } | null
}

/** One line of the family's statement; price = paidByPass + paidByYou. */
export type StatementLine = Expense & {
  readonly paidByYou: Ore
  /** The expense is covered by the pass, whole or in part, and the receipt must say so. */
  readonly isCoveredByPass: boolean
}

/** A child's statement with its sums in øre. */
export type Statement = { lines: StatementLine[]; price: Ore; paidByPass: Ore; paidByYou: Ore }

/**
 * The statement "paid by the pass / paid by you". Only `paidByYou` can document fritidstillæg: an expense the pass
 * covers cannot be used again (law.md 6). Lines by date, oldest first. Throws RangeError when a pass would have paid
 * more than a price.
 */
export const statementOf = (expenses: readonly Expense[]): Statement => {
  const lines = expenses.map((expense) => {
    if (expense.paidByPass < 0n || expense.paidByPass > expense.price) throw new RangeError('the pass paid more than the price')
    return { ...expense, paidByYou: subtract(expense.price, expense.paidByPass), isCoveredByPass: expense.paidByPass > 0n }
  }).sort((a, b) => compareDays(a.paidOn, b.paidOn))
  const paidByPass = sum(lines.map((line) => line.paidByPass))
  const paidByYou = sum(lines.map((line) => line.paidByYou))
  return { lines, paidByPass, paidByYou, price: add(paidByPass, paidByYou) }
}
