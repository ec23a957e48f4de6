/**
 * The accounts money can stand on. The balance of an account is the sum of its postings: positive means that the money
 * stands there. The outside world's side (`appropriation`, `card`) is where money comes from, so it goes below zero.
 */

/** The two ways money leaves: the kommune's bank file by NemKonto, or a Stripe transfer where the jurist cleared it. */
export type Rail = 'bank-file' | 'stripe'

/** A typed reference to one account. Ids are opaque; no account knows a person's name. */
export type Account =
  /** What the council gave to a pool. Below zero: the pool's money came from here. */
  | { kind: 'appropriation'; poolId: string }
  /** Money of a pool that is on no pass: free, or promised by a decision whose pass is not opened yet. */
  | { kind: 'pool'; poolId: string }
  /** Available money of one purse of a pass. */
  | { kind: 'purse'; fritidspasId: string; purse: string }
  /** Money of one purse that is set aside for signups. */
  | { kind: 'held'; fritidspasId: string; purse: string }
  /** What parents paid by card through Stripe. Below zero: the money came from here. */
  | { kind: 'card' }
  /** What families' banks have taken back in disputes. Below zero: the kommune is short of it. */
  | { kind: 'disputed' }
  /** A family's own share, set aside for one signup; what a late cancellation did not give back stays here, as the kommune's. */
  | { kind: 'co-payment'; signupId: string }
  /** What a family was given back after the forening's claim had taken its share. Below zero: the kommune has laid it out. */
  | { kind: 'laid-out'; signupId: string }
  /** What families were given back outside Stripe, by bank or NemKonto: it has left the kommune. */
  | { kind: 'paid-otherwise' }
  /** What is owed to a forening for one claim. */
  | { kind: 'owed'; foreningId: string; claimId: string }
  /** Sent for one claim, not yet confirmed by bank or Stripe. */
  | { kind: 'in-transit'; foreningId: string; claimId: string }
  /**
   * What a forening has received on one rail, less what it sent back on it: equals the bank statement or the Stripe
   * account. Below zero when money sent on the other rail came back here.
   */
  | { kind: 'settled'; rail: Rail; foreningId: string }

/** Discriminant of an Account. */
export type AccountKind = Account['kind']

const mayGoBelowZero = {
  appropriation: true, pool: false, purse: false, held: false, card: true, disputed: true, 'co-payment': false, 'laid-out': true, 'paid-otherwise': false,
  owed: false, 'in-transit': false, settled: true,
} as const satisfies Record<AccountKind, boolean>

/** Whether an account may never have less than zero: all but where money comes from and goes to. */
export const isNeverNegative = (account: Account): boolean => !mayGoBelowZero[account.kind]

/** The one text form of an account, equal exactly when the accounts are the same. Used as key in database and fold. */
export const accountKey = (account: Account): string => {
  switch (account.kind) {
    case 'appropriation':
    case 'pool':
      return `${account.kind}:${account.poolId}`
    case 'purse':
    case 'held':
      return `${account.kind}:${account.fritidspasId}:${account.purse}`
    case 'card':
    case 'disputed':
    case 'paid-otherwise':
      return account.kind
    case 'co-payment':
    case 'laid-out':
      return `${account.kind}:${account.signupId}`
    case 'owed':
    case 'in-transit':
      return `${account.kind}:${account.foreningId}:${account.claimId}`
    case 'settled':
      return `${account.kind}:${account.rail}:${account.foreningId}`
  }
}
