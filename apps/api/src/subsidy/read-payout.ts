import type { PayoutInput, PayoutView } from '@medspil/contracts/subsidy'
import { inKommunesName } from '@medspil/db/forening'
import { hasOtherPayment, loadActivitiesOf, loadClaims, loadClaimsById, loadPayees, loadPayout, type NamelessClaim, type Payee, type StoredPayout } from '@medspil/db/subsidy'
import { decideAccess } from '@medspil/domain/access'
import { yearOf } from '@medspil/domain/day'
import { approvalsNeeded, payoutTotal } from '@medspil/domain/subsidy'
import { ore, sum } from '@medspil/ledger'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { whyNotApprove } from './may-approve.ts'
import { staffOf } from './staff.ts'
import { type Activities, heldBackView, payeeChangedDaysAgo, payeeChangesOf, payeeOf, payeeView, whyNotPaid } from './views.ts'

const beforeSending = ['draft', 'submitted', 'approved']

/** One payout: the sum, exactly its lines, what was tested, and what is kept out and why. No name of a child. */
export async function readPayout(shell: Shell, input: PayoutInput): Promise<PayoutView> {
  await allow(shell, 'subsidy.read')
  return payoutView(shell, input.payoutId)
}

/** The view itself, for the verbs that answer with it; they have asked for leave already. */
export const payoutView = async (shell: Shell, payoutId: string): Promise<PayoutView> => {
  const { tx, now, actor } = shell
  const stored = await loadPayout(tx, payoutId)
  if (!stored) throw new NotFound()
  const { payout } = stored
  const payees = await loadPayees(tx, payout.rail)
  const claims = await loadClaimsById(tx, payout.lines.map(({ claimId }) => claimId))
  const isOpen = beforeSending.includes(payout.state)
  const keptBack = isOpen ? await loadClaims(tx, ['confirmed', 'checked']) : []
  const activities = await inKommunesName(tx, (kommune) => loadActivitiesOf(kommune, [...claims.values(), ...keptBack].map(({ signupId }) => signupId)))
  const whyNot = whyNotApprove(shell, stored, payees)
  const mayChange = isOpen && decideAccess(actor, 'subsidy.void') === 'allowed'
  const isMine = staffOf(shell).personKey === payout.preparedBy
  return {
    payoutId, reference: stored.reference, state: payout.state, rail: payout.rail, total: stored.total, linesHash: payout.linesHash ?? '',
    preparedBy: stored.preparedBy.name, preparedAt: stored.preparedAt.toISOString(), note: stored.note,
    approvals: stored.approvals.map(({ name, at }) => ({ name, at: at.toISOString() })), approvalsNeeded: approvalsNeeded(payout, payeeChangesOf(payout.lines, payees), now.day),
    sentAt: stored.sentAt?.toISOString() ?? null, confirmedAt: stored.confirmedAt?.toISOString() ?? null,
    groups: groupsOf(stored, claims, payees, activities, shell), checks: await checksOf(shell, stored, claims, payees), heldBack: keptOut(shell, keptBack, payees, activities),
    year: yearOf(now.day), mayApprove: whyNot === null, maySendBack: mayChange && !isMine, mayVoid: mayChange && isMine,
  }
}

function groupsOf({ payout, track }: StoredPayout, claims: ReadonlyMap<string, NamelessClaim>, payees: ReadonlyMap<string, Payee>, activities: Activities, { now }: Shell): PayoutView['groups'] {
  return [...new Set(payout.lines.map(({ foreningId }) => foreningId))].map((foreningId) => {
    const lines = payout.lines.filter((line) => line.foreningId === foreningId)
    const payee = payeeOf(payees, foreningId)
    return {
      payee: payeeView(payee), total: payoutTotal(lines), payeeChangedDaysAgo: payeeChangedDaysAgo(payee, now.day),
      lines: lines.flatMap((line) => {
        const claim = claims.get(line.claimId)
        if (!claim) return []
        const whole = sum([line.amount, claim.setOff])
        return [{
          lineId: line.id, reference: claim.reference, pays: claim.source.kind === 'fritidspas' ? claim.source.pays : null,
          activity: activities.get(claim.signupId) ?? null, period: claim.period,
          amount: line.amount, of: whole === line.amount ? null : ore(whole), state: line.state, why: track.get(line.id)?.failedWhy ?? null,
        }]
      }),
    }
  })
}

async function checksOf(shell: Shell, stored: StoredPayout, claims: ReadonlyMap<string, NamelessClaim>, payees: ReadonlyMap<string, Payee>): Promise<PayoutView['checks']> {
  const { payout } = stored
  const staff = staffOf(shell)
  const isOther = staff.personKey !== payout.preparedBy && staff.personKey !== payout.submittedBy
  const needsTwo = approvalsNeeded(payout, payeeChangesOf(payout.lines, payees), shell.now.day) > 1
  return [
    { check: 'forening-confirmed', holds: payout.lines.every(({ claimId }) => !['due', 'disputed', 'rejected'].includes(claims.get(claimId)?.state ?? 'due')) },
    { check: 'not-paid-before', holds: !(await hasOtherPayment(shell.tx, payout)) },
    { check: 'declarations', holds: payout.lines.every(({ foreningId }) => whyNotPaid(payeeOf(payees, foreningId), shell.now.day) === null) },
    { check: 'other-person', holds: isOther },
    ...(staff.kind === 'payer' ? [{ check: 'within-cap' as const, holds: staff.capOre !== null && stored.total <= staff.capOre }] : []),
    ...(needsTwo ? [{ check: 'fresh-payee' as const, holds: payout.approvals.length >= 2 }] : []),
  ]
}

/** Claims that could stand here and do not: held back by a rule, or waiting because payment details are new. */
function keptOut({ now }: Shell, claims: readonly NamelessClaim[], payees: ReadonlyMap<string, Payee>, activities: Activities): PayoutView['heldBack'] {
  return claims.flatMap((claim) => {
    const payee = payeeOf(payees, claim.foreningId)
    const daysAgo = payeeChangedDaysAgo(payee, now.day)
    const why = claim.heldBackWhy ?? (claim.state === 'checked' ? whyNotPaid(payee, now.day) ?? (daysAgo === null ? null : 'payee-changed') : null)
    return why === null ? [] : [heldBackView(claim, payee, activities, why, why === 'payee-changed' ? daysAgo : null)]
  })
}
