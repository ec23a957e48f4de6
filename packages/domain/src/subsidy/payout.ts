import { sum, type Ore, type Rail } from '@medspil/ledger'
import type { SubsidyWhyNot } from './why-not.ts'

/** States of a payout. `confirmed`, `failed` and `void` are ends; `unknown` is looked up and never sent again. */
export type PayoutState = 'draft' | 'submitted' | 'approved' | 'sent' | 'confirmed' | 'void' | 'failed' | 'unknown'

/** States of one line after the payout was sent. `confirmed` and `failed` are ends. */
export type LineState = 'waiting' | 'sent' | 'confirmed' | 'failed' | 'unknown'

/** One payment of a payout. Its id is the idempotency key at Stripe and the end-to-end id in the bank file. */
export type PayoutLine = {
  readonly id: string
  readonly claimId: string
  readonly foreningId: string
  /** The receiver's payment details as the kommune or Stripe knows them: a reference, never an account number. */
  readonly payeeId: string
  /** Amount in øre. */
  readonly amount: Ore
  /** What the treasurer reads: initials and season (`remittanceText`). */
  readonly reference: string
  readonly state: LineState
}

/** One person's release of exactly these lines. `personId` is the human, not the login. */
export type Approval = { readonly personId: string; readonly linesHash: string }

/** A batch of claims, prepared by one person and released by another. */
export type Payout = {
  readonly id: string
  readonly rail: Rail
  readonly state: PayoutState
  readonly lines: readonly PayoutLine[]
  readonly preparedBy: string
  readonly submittedBy: string | null
  /** Hash of the lines at submission; null before. */
  readonly linesHash: string | null
  readonly approvals: readonly Approval[]
}

/** A changed payout, or why it did not change. */
export type PayoutAnswer = { ok: true; payout: Payout } | { ok: false; whyNot: SubsidyWhyNot }

const skipped = (from: PayoutState, to: PayoutState): PayoutAnswer =>
  ({ ok: false, whyNot: { reason: 'payout-step-skipped', from, to } })

/** A draft prepared by a person (`preparedBy`, a person id). Lines keep the order given: it is part of what is approved. */
export const draftPayout = ({ id, rail, preparedBy, lines }: {
  id: string; rail: Rail; preparedBy: string; lines: readonly Omit<PayoutLine, 'state'>[]
}): PayoutAnswer => {
  if (lines.length === 0) return { ok: false, whyNot: { reason: 'payout-empty' } }
  const twice = lines.find(({ claimId }, at) => lines.findIndex((line) => line.claimId === claimId) !== at)
  if (twice) return { ok: false, whyNot: { reason: 'claim-twice-in-payout', claimId: twice.claimId } }
  return {
    ok: true,
    payout: {
      id, rail, preparedBy, state: 'draft', submittedBy: null, linesHash: null, approvals: [],
      lines: lines.map((line) => ({ ...line, state: 'waiting' })),
    },
  }
}

/** Hands the draft over for release. `linesHash` is the hash of `payoutLinesText(payout.lines)`, made by the shell. */
export const submit = (payout: Payout, personId: string, linesHash: string): PayoutAnswer =>
  payout.state === 'draft'
    ? { ok: true, payout: { ...payout, state: 'submitted', submittedBy: personId, linesHash } }
    : skipped(payout.state, 'submitted')

/** Drops a payout before it is sent; its claims are checked again and can be paid by another. */
export const voidPayout = (payout: Payout): PayoutAnswer =>
  payout.state === 'draft' || payout.state === 'submitted' || payout.state === 'approved'
    ? { ok: true, payout: { ...payout, state: 'void' } }
    : skipped(payout.state, 'void')

/** Sum of a payout's lines in øre. */
export const payoutTotal = (lines: readonly Pick<PayoutLine, 'amount'>[]): Ore => sum(lines.map(({ amount }) => amount))

/**
 * The one text form of ordered lines. The shell hashes it at submission, at approval and before sending, so that what
 * was released is exactly what is paid. Line state is left out, since it changes afterwards. JSON keeps a separator
 * inside a field from looking like the next field.
 */
export const payoutLinesText = (lines: readonly PayoutLine[]): string =>
  ['medspil payout lines 1', ...lines.map(({ id, claimId, foreningId, payeeId, amount, reference }) =>
    JSON.stringify([id, claimId, foreningId, payeeId, String(amount), reference]))].join('\n')
