import { accountKey, isNeverNegative, type Account } from './accounts.ts'
import type { Entry } from './entry.ts'
import { add, sum, zero, type Ore } from './ore.ts'

/** Append-only entries with the balance of every account they touch, in øre, keyed by `accountKey`. */
export type Book = {
  readonly balances: ReadonlyMap<string, Ore>
  readonly entryIds: ReadonlySet<string>
  readonly reversedIds: ReadonlySet<string>
}

/** Why an entry does not go into a book. */
export type PostFault =
  | { reason: 'entry-id-used'; entryId: string }
  | { reason: 'already-reversed'; entryId: string }
  | { reason: 'overdrawn'; account: Account; balance: Ore }

/** A book without entries. */
export const emptyBook: Book = { balances: new Map(), entryIds: new Set(), reversedIds: new Set() }

/** The balance of an account in øre; zero when nothing was posted there. */
export const balanceOf = (book: Book, account: Account): Ore => book.balances.get(accountKey(account)) ?? zero

/**
 * Adds an entry to a book. Refused when its id is used, when what it reverses was reversed before, or when an account
 * that may never be negative would be.
 */
export const post = (book: Book, entry: Entry): { ok: true; book: Book } | { ok: false; fault: PostFault } => {
  if (book.entryIds.has(entry.id)) return { ok: false, fault: { reason: 'entry-id-used', entryId: entry.id } }
  if (entry.reverses !== null && book.reversedIds.has(entry.reverses)) {
    return { ok: false, fault: { reason: 'already-reversed', entryId: entry.reverses } }
  }
  const balances = new Map(book.balances)
  for (const { account, amount } of entry.postings) {
    const balance = add(balances.get(accountKey(account)) ?? zero, amount)
    if (balance < zero && amount < zero && isNeverNegative(account)) {
      return { ok: false, fault: { reason: 'overdrawn', account, balance } }
    }
    balances.set(accountKey(account), balance)
  }
  const entryIds = new Set(book.entryIds).add(entry.id)
  const reversedIds = entry.reverses === null ? book.reversedIds : new Set(book.reversedIds).add(entry.reverses)
  return { ok: true, book: { balances, entryIds, reversedIds } }
}

/** Balances of all accounts as a plain fold over entries, for the nightly comparison with the stored projections. */
export const balancesOf = (entries: Iterable<Pick<Entry, 'postings'>>): Map<string, Ore> => {
  const balances = new Map<string, Ore>()
  for (const { postings } of entries) {
    for (const { account, amount } of postings) {
      const key = accountKey(account)
      balances.set(key, add(balances.get(key) ?? zero, amount))
    }
  }
  return balances
}

/** Whether each entry sums to zero; the property that the database checks again with a deferred constraint. */
export const allBalanced = (entries: Iterable<Pick<Entry, 'postings'>>): boolean => {
  for (const { postings } of entries) if (sum(postings.map(({ amount }) => amount)) !== zero) return false
  return true
}
