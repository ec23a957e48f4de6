import { max, type Ore } from '@medspil/ledger'
import { daysBetween, type Day } from '../day.ts'
import { payoutTotal, type Payout, type PayoutAnswer } from './payout.ts'
import type { SubsidyWhyNot } from './why-not.ts'

/** Payment details younger than this many days need one more approver (promises.md 8). */
export const daysUntilPayeeTrusted = 7

/** The person who releases: the human behind the login, with the roles held at this moment. */
export type Approver = { readonly personId: string; readonly roles: readonly string[] }

/** Highest sum in øre that a role may release; a role that is not listed may release nothing. */
export type ReleaseCaps = Readonly<Record<string, Ore>>

/** The day each receiver's payment details last changed, by payee id; a payee that never changed is absent. */
export type PayeeChanges = Readonly<Record<string, Day>>

/** How many different persons must release: one, or two when details of any receiver changed less than 7 days ago. */
export const approvalsNeeded = (payout: Pick<Payout, 'lines'>, payeeChanges: PayeeChanges, today: Day): number =>
  payout.lines.some(({ payeeId }) => {
    const changed = payeeChanges[payeeId]
    return changed !== undefined && daysBetween(changed, today) < daysUntilPayeeTrusted
  }) ? 2 : 1

/**
 * A person releases a payout. It is `approved` when enough different persons have, and else stays `submitted`.
 * @param seenHash hash of the lines on the approver's screen
 * @param presentHash hash of `payoutLinesText` of the lines as stored now, made by the shell
 */
export const approve = ({ payout, approver, seenHash, presentHash, caps, payeeChanges, today }: {
  payout: Payout; approver: Approver; seenHash: string; presentHash: string
  caps: ReleaseCaps; payeeChanges: PayeeChanges; today: Day
}): PayoutAnswer => {
  const needed = approvalsNeeded(payout, payeeChanges, today)
  const whyNot = whyNotApprove({ payout, approver, seenHash, presentHash, caps, needed })
  if (whyNot) return { ok: false, whyNot }
  const approvals = [...payout.approvals, { personId: approver.personId, linesHash: presentHash }]
  return { ok: true, payout: { ...payout, approvals, state: approvals.length >= needed ? 'approved' : 'submitted' } }
}

const whyNotApprove = ({ payout, approver, seenHash, presentHash, caps, needed }: {
  payout: Payout; approver: Approver; seenHash: string; presentHash: string; caps: ReleaseCaps; needed: number
}): SubsidyWhyNot | null => {
  const { personId, roles } = approver
  // An approved payout takes one more when payment details changed between approval and sending.
  const isOpen = payout.state === 'submitted' || (payout.state === 'approved' && payout.approvals.length < needed)
  if (!isOpen) {
    return { reason: 'payout-step-skipped', from: payout.state, to: 'approved' }
  }
  if (personId === payout.preparedBy || personId === payout.submittedBy) return { reason: 'same-person-prepared' }
  if (payout.approvals.some((approval) => approval.personId === personId)) return { reason: 'same-person-approved' }
  if (seenHash !== presentHash || presentHash !== payout.linesHash) return { reason: 'payout-lines-changed' }
  const [first, ...rest] = roles.flatMap((role) => (Object.hasOwn(caps, role) ? [caps[role] as Ore] : []))
  if (first === undefined) return { reason: 'role-may-not-release', roles }
  const [cap, total] = [max(first, ...rest), payoutTotal(payout.lines)]
  return total > cap ? { reason: 'amount-above-cap', total, cap } : null
}

/**
 * Marks a payout as sent, just before the call goes out, so that a crash leaves "sent" and is looked up. Everything
 * that was true at approval is asked again: the lines, and whether payment details changed since.
 */
export const send = ({ payout, presentHash, payeeChanges, today }: {
  payout: Payout; presentHash: string; payeeChanges: PayeeChanges; today: Day
}): PayoutAnswer => {
  if (payout.state !== 'approved') return { ok: false, whyNot: { reason: 'payout-step-skipped', from: payout.state, to: 'sent' } }
  if (payout.approvals.some(({ linesHash }) => linesHash !== presentHash)) return { ok: false, whyNot: { reason: 'payout-lines-changed' } }
  const [given, needed] = [payout.approvals.length, approvalsNeeded(payout, payeeChanges, today)]
  if (given < needed) return { ok: false, whyNot: { reason: 'further-approval-needed', given, needed } }
  return { ok: true, payout: { ...payout, state: 'sent', lines: payout.lines.map((line) => ({ ...line, state: 'sent' })) } }
}
