import { accountKey, type Account } from './accounts.ts'
import { negate, sum, zero, type Ore } from './ore.ts'

/** The business acts that move money. Each has one function that makes its entry, in the room that decides the act. */
export type EntryKind =
  | 'pool-funded' | 'pool-cut'
  | 'pass-issued' | 'held' | 'released' | 'returned'
  | 'claim-confirmed' | 'claim-reversed'
  | 'co-payment-received' | 'co-payment-refunded' | 'co-payment-refund-failed' | 'co-payment-confirmed'
  | 'co-payment-paid-otherwise' | 'co-payment-paid-otherwise-undone'
  | 'card-disputed' | 'card-dispute-won' | 'laid-out-covered'
  | 'payout-sent' | 'payout-confirmed' | 'payout-failed'
  | 'clawback-repaid' | 'clawback-set-off'
  | 'reversal'

/** One line of an entry: an amount in øre, never zero, onto (+) or away from (−) an account. */
export type Posting = { readonly account: Account; readonly amount: Ore }

declare const entryBrand: unique symbol

/** A balanced, unchangeable entry. Only `makeEntry` and `reverse` make one; a mistake is reversed, never edited. */
export type Entry = {
  readonly id: string
  readonly kind: EntryKind
  /** Id of the entry that this one takes back; only on kind `reversal`. */
  readonly reverses: string | null
  readonly postings: readonly Posting[]
  readonly [entryBrand]: true
}

/** What was wrong with an entry. */
export type EntryFault = 'no-id' | 'too-few-postings' | 'zero-posting' | 'account-twice' | 'unbalanced' | 'not-reversible'

/** Thrown when an entry would break the books. It is a fault in the program, never a citizen's: no sentence for it. */
export class EntryRefused extends Error {
  readonly fault: EntryFault

  constructor(fault: EntryFault, id: string) {
    super(`entry ${id} refused: ${fault}`)
    this.name = 'EntryRefused'
    this.fault = fault
  }
}

/**
 * Makes an entry. Throws EntryRefused unless it has an id, two or more postings, no zero, no account twice, and sums
 * to zero.
 */
export const makeEntry = (id: string, kind: Exclude<EntryKind, 'reversal'>, postings: readonly Posting[]): Entry =>
  checked(id, kind, null, postings)

/**
 * The entry that takes another back, to the øre. Throws EntryRefused for a reversal: what was reversed by mistake is
 * entered anew, so that nobody has to count the signs.
 */
export const reverse = (entry: Entry, id: string): Entry => {
  if (entry.kind === 'reversal') throw new EntryRefused('not-reversible', id)
  return checked(id, 'reversal', entry.id, entry.postings.map(({ account, amount }) => ({ account, amount: negate(amount) })))
}

/** A posting of an amount in øre onto an account, and the same amount away from another. */
export const move = (amount: Ore, from: Account, to: Account): Posting[] => [
  { account: from, amount: negate(amount) }, { account: to, amount },
]

/** Gathers postings so that each account stands once, in order of first mention; what comes to zero falls away. */
export const gather = (postings: readonly Posting[]): Posting[] => {
  const byKey = new Map<string, Posting>()
  for (const { account, amount } of postings) {
    const key = accountKey(account)
    byKey.set(key, { account, amount: sum([byKey.get(key)?.amount ?? zero, amount]) })
  }
  return [...byKey.values()].filter(({ amount }) => amount !== zero)
}

const checked = (id: string, kind: EntryKind, reverses: string | null, postings: readonly Posting[]): Entry => {
  const fault = faultOf(id, postings)
  if (fault) throw new EntryRefused(fault, id)
  const frozen = postings.map((posting) => Object.freeze({ ...posting }))
  return Object.freeze({ id, kind, reverses, postings: Object.freeze(frozen) }) as unknown as Entry
}

const faultOf = (id: string, postings: readonly Posting[]): EntryFault | null => {
  if (id === '') return 'no-id'
  if (postings.length < 2) return 'too-few-postings'
  if (postings.some(({ amount }) => amount === zero)) return 'zero-posting'
  if (new Set(postings.map(({ account }) => accountKey(account))).size < postings.length) return 'account-twice'
  return sum(postings.map(({ amount }) => amount)) === zero ? null : 'unbalanced'
}
