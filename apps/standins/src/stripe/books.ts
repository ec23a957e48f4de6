import type Stripe from 'stripe'
import type { Store } from '../store.ts'

/** Whose balance: the platform's own, or a connected account's id. */
export type Owner = 'platform' | (string & {})

/** One movement: legs sum to zero. `outside` is everybody's bank. */
export type BookEntry = { id: string; source: string; legs: Array<{ account: Owner | 'outside'; amount: number }> }

/** A balance transaction with the balance it belongs to. */
export type OwnedTransaction = { owner: Owner; transaction: Stripe.BalanceTransaction }

/** Double entry behind Stripe's balances; amounts in øre. */
export type Books = {
  /** Moves money. Throws when the legs do not sum to zero: a mistake in the emulator itself. */
  post(entry: BookEntry, transactions: OwnedTransaction[]): void
  /** In øre, at a simulated second. */
  balance(owner: Owner, atSecond: number): { available: number; pending: number }
  transactions(keep: (one: OwnedTransaction) => boolean): OwnedTransaction[]
  /** Sum of all legs by account; the sum over accounts is always 0. */
  sums(): Record<string, number>
}

/** Opens the books kept in `store`. */
export function openBooks(store: Store): Books {
  const entries = store.collection<BookEntry>('book-entry')
  const kept = store.collection<OwnedTransaction>('balance-transaction')
  const moved = new Map<Owner, Array<{ amount: number; availableOn: number }>>()
  const remember = ({ owner, transaction }: OwnedTransaction) => {
    const list = moved.get(owner) ?? []
    list.push({ amount: transaction.net, availableOn: transaction.available_on })
    moved.set(owner, list)
  }
  kept.all().forEach(remember)
  return {
    post(entry, transactions) {
      if (entry.legs.reduce((sum, leg) => sum + leg.amount, 0) !== 0) throw new Error(`Book entry ${entry.id} does not balance`)
      entries.put(entry.id, entry)
      for (const one of transactions) {
        kept.put(one.transaction.id, one)
        remember(one)
      }
    },
    balance(owner, atSecond) {
      let available = 0
      let pending = 0
      for (const { amount, availableOn } of moved.get(owner) ?? []) {
        // A transfer out of a payment that is still pending leaves the pending side, as its money does.
        if (availableOn <= atSecond) available += amount
        else pending += amount
      }
      return { available, pending }
    },
    transactions: keep => kept.all(keep),
    sums() {
      const sums: Record<string, number> = {}
      for (const { legs } of entries.all()) for (const { account, amount } of legs) sums[account] = (sums[account] ?? 0) + amount
      return sums
    },
  }
}
