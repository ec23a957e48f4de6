import type { ClaimView, HeldBackReason, HeldBackView } from '@medspil/contracts/subsidy'
import type { NamelessClaim, Payee } from '@medspil/db/subsidy'
import { daysBetween, type Day } from '@medspil/domain/day'
import { mayBePaid } from '@medspil/domain/forening'
import { daysUntilPayeeTrusted, payable } from '@medspil/domain/subsidy'
import { NotFound } from '../errors.ts'

/** Who receives, as a screen shows it. */
export const payeeView = ({ foreningId, name, cvr }: Payee) => ({ foreningId, name, cvr })

/** The holiday activities behind some claims, by sign-up. */
export type Activities = ReadonlyMap<string, { id: string; title: string }>

/** A claim without its child. */
export function claimView(claim: NamelessClaim, payee: Payee, activities: Activities): ClaimView {
  return {
    claimId: claim.id, reference: claim.reference, payee: payeeView(payee), pays: claim.source.kind === 'fritidspas' ? claim.source.pays : null, activity: activities.get(claim.signupId) ?? null,
    period: claim.period, amount: claim.amount, payable: payable(claim),
  }
}

/** The same, with why it is not paid. */
export function heldBackView(claim: NamelessClaim, payee: Payee, activities: Activities, why: string, daysAgo: number | null = null): HeldBackView {
  return { ...claimView(claim, payee, activities), why: why as HeldBackReason, daysAgo }
}

/** The forening of a claim; every claim has one by foreign key. */
export function payeeOf(payees: ReadonlyMap<string, Payee>, foreningId: string): Payee {
  const payee = payees.get(foreningId)
  if (!payee) throw new NotFound()
  return payee
}

/** How many days ago a forening's payment details changed, while a payout to it takes one more person; else null. */
export function payeeChangedDaysAgo({ payeeChangedOn }: Payee, today: Day): number | null {
  if (payeeChangedOn === null) return null
  const days = daysBetween(payeeChangedOn, today)
  return days < daysUntilPayeeTrusted ? days : null
}

/** When each receiver's details changed, by the reference that stands on the lines. */
export function payeeChangesOf(lines: readonly { foreningId: string; payeeId: string }[], payees: ReadonlyMap<string, Payee>): Record<string, Day> {
  return Object.fromEntries(lines.flatMap(({ foreningId, payeeId }) => {
    const changed = payees.get(foreningId)?.payeeChangedOn
    return changed ? [[payeeId, changed]] : []
  }))
}

/** Why a forening can be paid nothing today, as a reason; null when it can be paid. */
export function whyNotPaid(payee: Payee, today: Day): string | null {
  const answer = mayBePaid(payee.facts, today)
  return answer.ok ? null : answer.whyNot.reason
}
