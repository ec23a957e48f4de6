import type { MoneyLine, MoneyView } from '@medspil/contracts/forening'
import { loadClaimsOf, loadClawbacksOf, loadForening, loadPaidLines } from '@medspil/db/forening'
import { mayBePaid } from '@medspil/domain/forening'
import { sum } from '@medspil/ledger'
import { nowAt } from '../clock.ts'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf } from './reach.ts'

type StoredClaim = Awaited<ReturnType<typeof loadClaimsOf>>[number]

/** What the treasurer sees: each payout with its children's references, and what is missing before the rest is paid. */
export async function readMoney(shell: Shell): Promise<MoneyView> {
  await allow(shell, 'forening.money')
  const { tx } = shell
  const { id } = holderOf(shell.actor, 'forening-desk')
  const forening = await loadForening(tx, id)
  if (!forening) throw new NotFound('forening')
  const payable = mayBePaid(forening.rules, tx.now.day)
  const claims = await loadClaimsOf(tx, id)
  const lineOf = (claim: StoredClaim): MoneyLine => {
    const { id: claimId, reference, displayName, offerTitle, periodFrom, periodTo, amount, heldBackWhy } = claim
    const state = claim.state as MoneyLine['state']
    const isOpen = state === 'confirmed' || state === 'checked'
    return { claimId, reference, displayName, offerTitle, periodFrom, periodTo, amount, state, missing: isOpen ? (payable.ok ? heldBackWhy : payable.whyNot.reason) : null }
  }
  const paid = await loadPaidLines(tx, id)
  const payouts = new Map<string, typeof paid>()
  for (const line of paid) payouts.set(line.payoutId, [...(payouts.get(line.payoutId) ?? []), line])
  const unpaid = claims.filter(({ state }) => state !== 'paid' && state !== 'reversed').map(lineOf)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const clawbacks = await loadClawbacksOf(tx, id)
  return {
    foreningName: forening.name, cvr: forening.cvr, paid: sum(paid.map(({ amount }) => amount)), waiting: sum(claims.filter(({ state }) => state !== 'paid' && state !== 'reversed').map(({ amount }) => amount)),
    payouts: [...payouts].map(([payoutId, lines]) => ({
      payoutId, reference: lines[0]?.payoutReference ?? '', paidOn: lines[0]?.paidAt ? nowAt(lines[0].paidAt).day : null, total: sum(lines.map(({ amount }) => amount)),
      lines: lines.flatMap(({ claimId, amount }) => { const claim = byId.get(claimId); return claim ? [{ ...lineOf(claim), amount }] : [] }),
    })),
    unpaid,
    askedBack: clawbacks.map(({ id: clawbackId, claimId, amount, cause, state, deadline }) => ({
      clawbackId, reference: byId.get(claimId)?.reference ?? '', amount, cause, state: state as MoneyView['askedBack'][number]['state'], deadline,
    })),
  }
}
