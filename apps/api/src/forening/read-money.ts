import type { MoneyLine, MoneyView } from '@medspil/contracts/forening'
import { groupBy } from '@medspil/db'
import { loadClaimsOf, loadClawbacksOf, loadForening, loadPaidLines } from '@medspil/db/forening'
import { mayBePaid } from '@medspil/domain/forening'
import { sum } from '@medspil/ledger'
import { nowAt } from '../clock.ts'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf } from './reach.ts'

type StoredClaim = Awaited<ReturnType<typeof loadClaimsOf>>[number]

/** How far a claim has come, furthest last: a line of several tells of the one that is furthest behind. */
const steps: readonly MoneyLine['state'][] = ['due', 'disputed', 'confirmed', 'checked', 'in-payout', 'paid']

/** What the treasurer sees: each payout with its children's references, and what is missing before the rest is paid. */
export async function readMoney(shell: Shell): Promise<MoneyView> {
  await allow(shell, 'forening.money')
  const { tx } = shell
  const { id } = holderOf(shell.actor, 'forening-desk')
  const forening = await loadForening(tx, id)
  if (!forening) throw new NotFound('forening')
  const answer = mayBePaid(forening.rules, tx.now.day)
  const notPayable = answer.ok ? null : answer.whyNot.reason
  const claims = await loadClaimsOf(tx, id)
  const paid = await loadPaidLines(tx, id)
  const payouts = new Map<string, typeof paid>()
  for (const line of paid) payouts.set(line.payoutId, [...(payouts.get(line.payoutId) ?? []), line])
  const unpaid = claims.filter(({ state }) => state !== 'paid' && state !== 'reversed')
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const clawbacks = await loadClawbacksOf(tx, id)
  return {
    foreningName: forening.name, cvr: forening.cvr, paid: sum(paid.map(({ amount }) => amount)), waiting: sum(unpaid.map(({ amount }) => amount)),
    payouts: [...payouts].map(([payoutId, lines]) => ({
      payoutId, reference: lines[0]?.payoutReference ?? '', paidOn: lines[0]?.paidAt ? nowAt(lines[0].paidAt).day : null, total: sum(lines.map(({ amount }) => amount)),
      lines: linesOf(lines.flatMap(({ claimId, amount }) => { const claim = byId.get(claimId); return claim ? [{ ...claim, amount }] : [] }), notPayable),
    })),
    unpaid: linesOf(unpaid, notPayable),
    askedBack: clawbacks.map(({ id: clawbackId, claimId, amount, cause, state, deadline }) => ({
      clawbackId, reference: byId.get(claimId)?.reference ?? '', amount, cause, state: state as MoneyView['askedBack'][number]['state'], deadline,
    })),
  }
}

/** A line per child of a season team, and one per holiday activity: a sum that says nothing of any one child. */
function linesOf(claims: readonly StoredClaim[], notPayable: string | null): MoneyLine[] {
  return [...groupBy(claims, ({ id, activityId }) => activityId ?? id)].map(([claimId, together]) => {
    const { reference, displayName, offerTitle, periodFrom, periodTo, heldBackWhy, activityId } = together[0]!
    const state = steps.find((step) => together.some((claim) => claim.state === step)) ?? together[0]!.state as MoneyLine['state']
    const isOpen = state === 'confirmed' || state === 'checked'
    return {
      claimId, reference, displayName, offerTitle, periodFrom, periodTo, amount: sum(together.map(({ amount }) => amount)), state,
      // Why one claim of an activity waits may be its child's own matter; what the forening itself lacks is said.
      missing: isOpen ? notPayable ?? (activityId === null ? heldBackWhy : null) : null,
    }
  })
}
