import {
  add, emptyBook, ore, post, subtract, sum, zero, type Book, type Entry, type Ore,
} from '@medspil/ledger'
import { addDays, day, type Day } from '../day.ts'
import {
  confirmHold, entryForHold, entryForIssue, entryForRelease, entryForReturn, hold, openFritidspas, partsTotal,
  release, restore, returnUnused, type Fritidspas, type GrantedDecision, type Hold, type PursePart,
} from '../fritidspas/index.ts'
import {
  entryForCut, entryForFunding, holdInPool, openPool, releaseInPool, resize, spendFromPool, takeBackInPool,
  type Pool, type PoolAnswer,
} from '../pool/index.ts'
import { entryForMovement, entryForPaidOtherwise, entryForPaidOtherwiseUndone } from '../payment/index.ts'
import * as subsidy from './index.ts'

/** A tiny kommune in memory: what the shell would store, changed only by the product's own decisions and entries. */
export class MoneyWorld {
  today: Day = day('2026-08-01')
  book: Book = emptyBook
  entries: Entry[] = []
  pool: Pool = openPool({ id: 'pool', ordningId: 'o', year: 2026, total: zero, whenEmpty: 'stop' })
  unissued: GrantedDecision[] = []
  passes = new Map<string, Fritidspas>()
  holds = new Map<string, Hold>()
  claims = new Map<string, subsidy.Claim>()
  payouts = new Map<string, subsidy.Payout>()
  clawbacks = new Map<string, subsidy.Clawback>()
  coPayments = new Map<string, Ore>()
  /** What families had back outside Stripe, by sign-up. */
  paidOtherwise = new Map<string, Ore>()
  done: Record<string, number> = {}
  private ids = 0

  id(prefix: string): string {
    this.ids += 1
    return `${prefix}${this.ids}`
  }

  record(entry: Entry): void {
    const answer = post(this.book, entry)
    if (!answer.ok) throw new Error(`${entry.kind}: ${answer.fault.reason}`)
    this.book = answer.book
    this.entries.push(entry)
    this.done[entry.kind] = (this.done[entry.kind] ?? 0) + 1
  }

  movePool(answer: PoolAnswer): void {
    if (!answer.ok) throw new Error(answer.whyNot.reason)
    this.pool = answer.pool
  }

  /** Money of a claim or clawback is back: pass, pool and returned parts follow; answers whether it went to the pool. */
  giveBack(source: subsidy.ClaimSource, parts: readonly PursePart[], toPurse: boolean): boolean {
    if (source.kind !== 'fritidspas') return false
    const back = restore(this.passes.get(source.fritidspasId)!, source.pays, parts, { toPurse, today: this.today })
    this.passes.set(source.fritidspasId, back.fritidspas)
    this.pool = takeBackInPool(this.pool, partsTotal(parts), back.toPool ? 'free' : 'promised')
    return back.toPool
  }
}

/** The answer of a rule that cannot refuse here; anything else is a fault the property must show. */
const must = <T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<T, { ok: true }>
}

const pick = <T>(map: ReadonlyMap<string, T>, n: number): T | undefined => [...map.values()][n % Math.max(1, map.size)]
const rule = (n: number): subsidy.NoShowRule => ({
  neverCame: n % 5 === 0 ? 'fee-stands' : 'nothing-owed',
  withdrew: n % 3 === 0 ? 'nothing-owed' : 'unused-days-come-back', moneyGoesTo: n % 2 === 0 ? 'purse' : 'pool',
})

/** The business acts; `n` is what chance chose. An act that the rules refuse changes nothing. */
export const acts: Record<string, (w: MoneyWorld, n: number) => void> = {
  fund(w, n) {
    const total = ore(n % 2 === 0 ? w.pool.total + BigInt(n * 97) : w.pool.total / 2n)
    const answer = resize(w.pool, total)
    const change = subtract(total, w.pool.total)
    if (!answer.ok || change === zero) return
    w.pool = answer.pool
    w.record(change > zero ? entryForFunding(w.id('e'), 'pool', change) : entryForCut(w.id('e'), 'pool', ore(-change)))
  },
  grant(w, n) {
    const purses = [
      { purse: 'kontingent', pays: ['kontingent'], amount: ore(1 + (n * 31) % 9000) },
      { purse: 'together', pays: ['kontingent', 'kit', 'trip'], amount: ore((n * 17) % 5000) },
    ] as const
    const answer = holdInPool(w.pool, sum(purses.map((purse) => purse.amount)))
    if (!answer.ok) return
    w.pool = answer.pool
    w.unissued.push({
      id: w.id('d'), result: 'granted', childId: w.id('b'), poolId: 'pool', replacedBy: null, purses,
      firstDay: day('2026-08-01'), lastDay: addDays(w.today, 20 + n % 200),
      rules: { kindCeilings: n % 4 === 0 ? { kit: ore(700) } : {}, togetherCeiling: n % 3 === 0 ? ore(6000) : null, periodCeiling: null, providerTypes: ['f'] },
    })
  },
  issue(w, n) {
    const decision = w.unissued.splice(n % Math.max(1, w.unissued.length), 1)[0]
    if (!decision) return
    const opened = openFritidspas({ decision, pool: w.pool, id: w.id('f'), grantedInPeriod: zero, today: w.today })
    if (!opened.ok) return w.movePool(releaseInPool(w.pool, sum(decision.purses.map(({ amount }) => amount))))
    w.passes.set(opened.fritidspas.id, opened.fritidspas)
    w.record(entryForIssue(w.id('e'), opened.fritidspas))
  },
  hold(w, n) {
    const pass = pick(w.passes, n)
    if (!pass) return
    const kind = (['kontingent', 'kit', 'trip'] as const)[n % 3]!
    const held = hold(pass, {
      id: w.id('h'), signupId: w.id('s'), kind, amount: ore(1 + (n * 13) % 4000), providerType: 'f', today: w.today, keptUntil: addDays(w.today, 30),
    })
    if (!held.ok) return
    w.passes.set(pass.id, held.fritidspas)
    w.holds.set(held.hold.id, held.hold)
    w.record(entryForHold(w.id('e'), pass, held.hold.parts))
    const claim = subsidy.dueClaim({
      id: w.id('c'), foreningId: `forening${n % 2}`, signupId: held.hold.signupId, amount: partsTotal(held.hold.parts),
      period: { firstDay: w.today, lastDay: addDays(w.today, 10 + n % 90) },
      source: { kind: 'fritidspas', fritidspasId: pass.id, poolId: 'pool', holdId: held.hold.id, pays: kind, parts: held.hold.parts },
    })
    w.claims.set(claim.id, claim)
  },
  confirm(w, n) {
    const claim = pick(w.claims, n)
    if (claim?.source.kind !== 'fritidspas') return
    const pass = w.passes.get(claim.source.fritidspasId)!
    const reserved = claim.amount
    const fee = n % 4 === 0 ? ore(1n + reserved / 2n) : n % 9 === 0 ? add(reserved, ore(1)) : reserved
    const confirmed = confirmHold(pass, w.holds.get(claim.source.holdId)!, { fee, today: w.today })
    if (!confirmed.ok) return
    const moved = must(subsidy.confirmClaim(claim, confirmed.spent))
    w.passes.set(pass.id, confirmed.fritidspas)
    w.holds.set(confirmed.hold.id, confirmed.hold)
    w.claims.set(claim.id, moved.claim)
    w.movePool(spendFromPool(w.pool, fee))
    if (confirmed.toPool) w.movePool(releaseInPool(w.pool, partsTotal(confirmed.letGo)))
    w.record(subsidy.entryForConfirm(w.id('e'), claim, confirmed.spent, confirmed.letGo, confirmed.toPool))
  },
  release(w, n) {
    const held = pick(w.holds, n)
    if (!held) return
    const letGo = release(w.passes.get(held.fritidspasId)!, held, 'cancelled')
    if (!letGo.ok) return
    w.passes.set(held.fritidspasId, letGo.fritidspas)
    w.holds.set(held.id, letGo.hold)
    if (letGo.toPool) w.movePool(releaseInPool(w.pool, partsTotal(held.parts)))
    w.record(entryForRelease(w.id('e'), letGo.fritidspas, held.parts, letGo.toPool))
    const claim = [...w.claims.values()].find(({ signupId }) => signupId === held.signupId)!
    w.claims.set(claim.id, { ...claim, state: 'rejected' })
  },
  end(w, n) {
    const pass = pick(w.passes, n)
    const ended = pass && n % 3 === 0 ? returnUnused(pass, n % 2 === 0 ? 'closed' : 'revoked') : null
    if (!ended?.ok) return
    w.passes.set(ended.fritidspas.id, ended.fritidspas)
    if (ended.returned.length === 0) return
    w.movePool(releaseInPool(w.pool, partsTotal(ended.returned)))
    w.record(entryForReturn(w.id('e'), ended.fritidspas, ended.returned))
  },
  pay(w, n) {
    for (const claim of w.claims.values()) {
      const checked = subsidy.stepClaim(claim, 'checked')
      if (claim.state === 'confirmed' && checked.ok) w.claims.set(claim.id, checked.claim)
    }
    if (n % 2 === 0) return
    const checked = [...w.claims.values()].filter(({ state }) => state === 'checked').slice(0, 1 + n % 4)
    const draft = subsidy.draftPayout({
      id: w.id('p'), rail: n % 3 === 0 ? 'stripe' : 'bank-file', preparedBy: 'per',
      lines: checked.map((claim) => ({
        id: w.id('l'), claimId: claim.id, foreningId: claim.foreningId, payeeId: claim.foreningId, amount: subsidy.payable(claim), reference: 'YA',
      })),
    })
    if (!draft.ok) return
    const text = subsidy.payoutLinesText(draft.payout.lines)
    const submitted = must(subsidy.submit(draft.payout, 'per', text)).payout
    const approved = must(subsidy.approve({
      payout: submitted, approver: { personId: 'lone', roles: ['payer'] }, seenHash: text, presentHash: text,
      caps: { payer: ore(10n ** 12n) }, payeeChanges: {}, today: w.today,
    })).payout
    const sent = must(subsidy.send({ payout: approved, presentHash: text, payeeChanges: {}, today: w.today })).payout
    w.payouts.set(sent.id, sent)
    for (const claim of checked) w.claims.set(claim.id, { ...claim, state: 'in-payout' })
    w.record(subsidy.entryForPayoutSent(w.id('e'), sent.lines))
  },
  settle(w, n) {
    const payout = pick(w.payouts, n)
    if (!payout) return
    const truths = (['succeeded', 'failed', 'no-answer', 'pending', 'absent', 'succeeded', 'succeeded'] as const)
    const settled = subsidy.settle(payout, Object.fromEntries(payout.lines.map(({ id }, at) => [id, truths[(n + at * 3) % truths.length]!])))
    if (!settled.ok) return
    w.payouts.set(payout.id, settled.payout)
    const ended = (ids: string[]) => payout.lines.filter(({ id }) => ids.includes(id))
    const [paid, failed] = [ended(settled.confirmedLineIds), ended(settled.failedLineIds)]
    for (const { claimId } of paid) w.claims.set(claimId, { ...w.claims.get(claimId)!, state: 'paid' })
    for (const { claimId } of failed) w.claims.set(claimId, { ...w.claims.get(claimId)!, state: 'checked' })
    if (paid.length > 0) w.record(subsidy.entryForPayoutConfirmed(w.id('e'), payout.rail, paid))
    if (failed.length > 0) w.record(subsidy.entryForPayoutFailed(w.id('e'), failed))
  },
  absence(w, n) {
    const claim = pick(w.claims, n)
    if (!claim) return
    const absence: subsidy.Absence = n % 2 === 0 ? { kind: 'never-came' } : { kind: 'withdrew', lastDay: addDays(claim.period.firstDay, n % 60) }
    const follows = subsidy.afterAbsence({ claim, rule: rule(n), absence })
    if (!follows.ok || follows.act === 'release-hold') return
    if (follows.act === 'propose-clawback') {
      if ([...w.clawbacks.values()].some(({ claimId, state }) => claimId === claim.id && state !== 'collected')) return
      const proposed = must(subsidy.proposeClawback(claim, { id: w.id('k'), ...follows, cause: absence.kind, deadline: addDays(w.today, 14) }))
      w.clawbacks.set(proposed.clawback.id, must(subsidy.stepClawback(proposed.clawback, 'agreed')).clawback)
      return
    }
    const less = must(subsidy.takeBackFromClaim(claim, follows.amount, follows.parts))
    w.claims.set(claim.id, less.claim)
    if (claim.source.kind === 'co-payment') w.coPayments.set(claim.signupId, add(w.coPayments.get(claim.signupId) ?? zero, follows.amount))
    w.record(subsidy.entryForClaimReversed(w.id('e'), claim, follows, w.giveBack(claim.source, follows.parts, follows.toPurse)))
  },
  collect(w, n) {
    const clawback = [...w.clawbacks.values()].find(({ state }) => state === 'agreed')
    const claim = clawback && w.claims.get(clawback.claimId)
    if (!clawback || claim?.state !== 'paid') return
    const against = [...w.claims.values()].find((other) => other.state === 'checked' && other.foreningId === claim.foreningId
      && other.id !== claim.id && subsidy.payable(other) >= clawback.amount)
    if (!against && n % 6 > 0) return
    w.clawbacks.set(clawback.id, must(subsidy.collectClawback(clawback, against ? 'set-off' : 'paid-back')).clawback)
    w.claims.set(claim.id, must(subsidy.takeBackFromClaim(claim, clawback.amount, clawback.parts)).claim)
    const toPool = w.giveBack(claim.source, clawback.parts, clawback.toPurse)
    if (claim.source.kind === 'co-payment') w.coPayments.set(claim.signupId, add(w.coPayments.get(claim.signupId) ?? zero, clawback.amount))
    if (against) w.claims.set(against.id, must(subsidy.setOffAgainst(against, clawback.amount)).claim)
    w.record(against
      ? subsidy.entryForClawbackSetOff(w.id('e'), clawback, claim, toPool, against)
      : subsidy.entryForClawbackRepaid(w.id('e'), clawback, claim, toPool, 'bank-file'))
  },
  coPayment(w, n) {
    const paid = [...w.coPayments].find(([, amount]) => amount > zero)
    if (!paid || n % 3 === 0) {
      const [signupId, amount] = [w.id('s'), ore(1 + n % 800)]
      w.coPayments.set(signupId, amount)
      return w.record(entryForMovement(w.id('e'), { kind: 'received', signupId, amount }))
    }
    const [signupId, amount] = paid
    w.coPayments.set(signupId, zero)
    if (n % 3 === 1) return w.record(entryForMovement(w.id('e'), { kind: 'refunded', signupId, amount }))
    const due = subsidy.dueClaim({
      id: w.id('c'), foreningId: `forening${n % 2}`, signupId, amount, source: { kind: 'co-payment' },
      period: { firstDay: w.today, lastDay: addDays(w.today, 60) },
    })
    w.claims.set(due.id, must(subsidy.confirmClaim(due, null)).claim)
    w.record(subsidy.entryForCoPaymentConfirmed(w.id('e'), due, amount))
  },
  payOtherwise(w, n) {
    const [noted] = w.paidOtherwise
    if (noted && n % 4 === 0) {
      const [signupId, amount] = noted
      w.paidOtherwise.delete(signupId)
      w.coPayments.set(signupId, add(w.coPayments.get(signupId) ?? zero, amount))
      return w.record(entryForPaidOtherwiseUndone(w.id('e'), signupId, amount))
    }
    const paid = [...w.coPayments].find(([, amount]) => amount > zero)
    if (!paid) return
    const [signupId, held] = paid
    const amount = ore(1n + held / 2n)
    if (amount > held) return
    w.coPayments.set(signupId, subtract(held, amount))
    w.paidOtherwise.set(signupId, add(w.paidOtherwise.get(signupId) ?? zero, amount))
    w.record(entryForPaidOtherwise(w.id('e'), signupId, amount, held))
  },
  wait(w, n) {
    w.today = addDays(w.today, n % 12)
  },
}
