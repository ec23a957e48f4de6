import { linesHashOf, type Payee, type StoredPayout } from '@medspil/db/subsidy'
import { mayBePaid } from '@medspil/domain/forening'
import { approve, type Payout } from '@medspil/domain/subsidy'
import type { WhyNot } from '@medspil/domain/why-not'
import type { Shell } from '../shell.ts'
import { capsOf, staffOf } from './staff.ts'
import { payeeChangesOf, payeeOf } from './views.ts'

/**
 * What the rules say to this person releasing this payout now. The screen's button and the verb ask the same.
 * @param seenHash hash of the lines on the approver's screen; left out, the lines as they stand
 */
export function tryApprove(shell: Shell, { payout }: StoredPayout, payees: ReadonlyMap<string, Payee>, seenHash?: string): { ok: true; payout: Payout; presentHash: string } | { ok: false; whyNot: WhyNot } {
  const staff = staffOf(shell)
  const presentHash = linesHashOf(payout.lines)
  for (const foreningId of new Set(payout.lines.map((line) => line.foreningId))) {
    const paid = mayBePaid(payeeOf(payees, foreningId).facts, shell.now.day)
    if (!paid.ok) return paid
  }
  const answer = approve({
    payout, approver: { personId: staff.personKey, roles: [staff.kind] }, seenHash: seenHash ?? presentHash, presentHash,
    caps: staff.kind === 'payer' ? capsOf(staff) : {}, payeeChanges: payeeChangesOf(payout.lines, payees), today: shell.now.day,
  })
  return answer.ok ? { ...answer, presentHash } : answer
}

/** Why this person cannot release this payout now; null when nothing but fresh proof is missing. */
export function whyNotApprove(shell: Shell, stored: StoredPayout, payees: ReadonlyMap<string, Payee>): WhyNot | null {
  const answer = tryApprove(shell, stored, payees)
  return answer.ok ? null : answer.whyNot
}
