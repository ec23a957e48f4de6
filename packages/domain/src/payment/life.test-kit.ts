import { emptyBook, ore, post, zero, type Book } from '@medspil/ledger'
import type { SignupState } from '../signup/index.ts'
import { applyTruth, entryForMovement, fateOfLine, type CheckoutTruth, type LineOutcome, type Payment } from './index.ts'

/** One family's payment with all that hangs on it: what a database keeps of it. */
export type Life = { payment: Payment; book: Book; outcome: LineOutcome | null; signup: SignupState; told: ReadonlySet<string>; entries: number }

/** 150 kr. for one place that is held, nothing heard yet. */
export const begin = (): Life => ({
  payment: { id: 'p', state: 'open', amount: ore(15_000), dispute: null, disputeAmount: zero, lines: [{ id: 'l', signupId: 's', amount: ore(15_000) }], refunds: [] },
  book: emptyBook, outcome: null, signup: 'awaiting-payment', told: new Set(), entries: 0,
})

/** A truth of that payment. */
export const truth = (part: Partial<CheckoutTruth> = {}): CheckoutTruth =>
  ({ session: 'open', charged: zero, pending: false, intentId: null, chargeId: null, refunds: [], dispute: null, ...part })

/** Lays a truth over the life as the job does: state and ledger, then the place, then the words. */
export const hear = (life: Life, heard: CheckoutTruth): Life => {
  const { payment, movements, hasFailed, foreignRefunds } = applyTruth(life.payment, heard, () => `r${life.payment.refunds.length}`)
  let { book, outcome, signup, entries } = life
  const told = new Set(life.told)
  for (const movement of movements) {
    const posted = post(book, entryForMovement(`e${entries += 1}`, movement))
    if (!posted.ok) throw new Error(posted.fault.reason)
    book = posted.book
  }
  if (hasFailed) told.add('failed')
  for (const { stripeId } of foreignRefunds) told.add(`refund ${stripeId}`)
  const fate = payment.state === 'paid' ? fateOfLine({ outcome, signupState: signup, mayHavePlaceBack: () => false }) : { kind: 'nothing' as const }
  if (fate.kind === 'place') [outcome, signup] = ['placed', 'confirmed']
  if (outcome === 'placed') told.add('receipt')
  return { payment, book, outcome, signup, told, entries }
}

/** All orders of a list. */
export const ordersOf = <T>(items: readonly T[]): T[][] =>
  items.length < 2 ? [[...items]] : items.flatMap((item, at) => ordersOf(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]))

/** What two lives must agree on: state, every balance and every message. */
export const endOf = ({ payment, book, outcome, signup, told }: Life): string => JSON.stringify({
  payment, balances: [...book.balances].filter(([, amount]) => amount !== zero).sort(), outcome, signup, told: [...told].sort(),
}, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
