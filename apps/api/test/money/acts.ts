import { dateOf, newId, type Tx } from '@medspil/db'
import { lockFritidspas, saveFritidspas } from '@medspil/db/fritidspas'
import { saveEntries } from '@medspil/db/ledger'
import { loadPayment } from '@medspil/db/payment'
import { loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { loadClaims, loadShares, lockClaims, saveClaim } from '@medspil/db/subsidy'
import { addDays } from '@medspil/domain/day'
import { entryForRelease, entryForReturn, type Fritidspas, type Hold, partsTotal, release, returnUnused } from '@medspil/domain/fritidspas'
import { entryForCut, releaseInPool, resize } from '@medspil/domain/pool'
import { entriesForMovements } from '@medspil/domain/payment'
import type { NoShowRule } from '@medspil/domain/subsidy'
import { type Ore, ore, zero } from '@medspil/ledger'
import { makePerson, makeStaff } from '@medspil/testing/factories'
import { askToPayBack } from '../../src/payment/ask-to-pay-back.ts'
import { checkClaims } from '../../src/subsidy/check-claims.ts'
import { claimShare } from '../../src/subsidy/claim-share.ts'
import { collectClawbacks } from '../../src/subsidy/collect-clawbacks.ts'
import { chaseLines } from '../../src/subsidy/look-up-payout-line.ts'
import { recoverShare, recoverShares } from '../../src/subsidy/recover-share.ts'
import { settleAbsence } from '../../src/subsidy/settle-absence.ts'
import { confirm, drain, fund, issue, type MoneyKommune, must, plantSignup, setAside } from './money-kommune.ts'
import type { Outside } from './outside.ts'

/** One history: a kommune, the passes it has opened, and the holds and own shares that wait. */
export interface History {
  k: MoneyKommune
  outside: Outside
  passIds: string[]
  placed: { passId: string; hold: Hold; claimId: string }[]
  coPayments: OwnShare[]
  claimed: OwnShare[]
}

interface OwnShare { signupId: string; childId: string; foreningId: string; amount: bigint }

/** A business act; `n` is what chance chose. An act that the rules refuse changes nothing. */
export type Act = (h: History, n: number) => Promise<void>

const rule = (n: number): NoShowRule => ({
  neverCame: n % 5 === 0 ? 'fee-stands' : 'nothing-owed', withdrew: n % 3 === 0 ? 'nothing-owed' : 'unused-days-come-back', moneyGoesTo: n % 2 === 0 ? 'purse' : 'pool',
})
const forening = ({ k }: History, n: number) => k.foreninger[n % k.foreninger.length]!
const passOf = async (tx: Tx, id: string): Promise<Fritidspas> => (await lockFritidspas(tx, id))!
const giveToPool = async (tx: Tx, k: MoneyKommune, amount: ReturnType<typeof ore>) => {
  await lockPool(tx, k.poolId)
  await savePool(tx, must(releaseInPool((await loadPoolById(tx, k.poolId))!, amount)).pool)
}

/** Every act that moves money, by the product's own code where there is a verb, job or tick for it. */
export const acts: Record<string, Act> = {
  fund: ({ k }, n) => k.inTx((tx) => fund(tx, k, ore(1 + n * 97))),
  cut: ({ k }, n) => k.inTx(async (tx) => {
    await lockPool(tx, k.poolId)
    const pool = (await loadPoolById(tx, k.poolId))!
    const less = ore(BigInt(n * 13) % (pool.total / 4n + 1n))
    const answer = resize(pool, ore(pool.total - less))
    if (!answer.ok || less === zero) return
    await savePool(tx, answer.pool)
    await saveEntries(tx, [{ entry: entryForCut(newId(), k.poolId, less), subjectId: k.poolId }])
  }),
  issue: async ({ k, passIds }, n) => {
    const pass = await k.inTx((tx) => issue(tx, k, { kontingent: ore(1 + (n * 31) % 9000), together: ore((n * 17) % 5000) }))
    if (pass) passIds.push(pass.id)
  },
  hold: async (h, n) => {
    const passId = h.passIds[n % Math.max(1, h.passIds.length)]
    const placed = passId ? await h.k.inTx(async (tx) => setAside(tx, h.k, await passOf(tx, passId), forening(h, n), ore(1 + (n * 13) % 3000))) : null
    if (placed) h.placed.push({ passId: placed.pass.id, hold: placed.hold, claimId: placed.claimId })
  },
  confirm: async ({ k, placed }, n) => {
    const [one] = placed.splice(n % Math.max(1, placed.length), 1)
    if (!one) return
    const reserved = partsTotal(one.hold.parts)
    await k.inTx(async (tx) => confirm(tx, k, { ...one, pass: await passOf(tx, one.passId) }, n % 4 === 0 ? ore(1n + reserved / 2n) : reserved))
  },
  release: async ({ k, placed }, n) => {
    const [one] = placed.splice(n % Math.max(1, placed.length), 1)
    if (!one) return
    await k.inTx(async (tx) => {
      const freed = must(release(await passOf(tx, one.passId), one.hold, 'cancelled'))
      await saveFritidspas(tx, freed.fritidspas)
      await tx.db.hold.updateMany({ where: { kommuneId: tx.kommuneId, id: one.hold.id }, data: { state: 'released', releasedBecause: 'cancelled' } })
      if (freed.toPool) await giveToPool(tx, k, partsTotal(one.hold.parts))
      await saveEntries(tx, [{ entry: entryForRelease(newId(), freed.fritidspas, one.hold.parts, freed.toPool), subjectId: one.passId }])
      const [claim] = await lockClaims(tx, [one.claimId])
      await saveClaim(tx, { ...claim!, state: 'rejected' })
    })
  },
  end: async ({ k, passIds }, n) => {
    const passId = passIds[n % Math.max(1, passIds.length)]
    if (!passId || n % 3 > 0) return
    await k.inTx(async (tx) => {
      const ended = returnUnused(await passOf(tx, passId), n % 2 === 0 ? 'closed' : 'revoked')
      if (!ended.ok) return
      await saveFritidspas(tx, ended.fritidspas)
      if (ended.returned.length === 0) return
      await giveToPool(tx, k, partsTotal(ended.returned))
      await saveEntries(tx, [{ entry: entryForReturn(newId(), ended.fritidspas, ended.returned), subjectId: passId }])
    })
  },
  pay: async (h, n) => {
    const { k, outside } = h
    await k.tick(checkClaims)
    const { ready } = await k.as(k.staff.preparer).subsidy.ready()
    if (ready.length === 0) return
    const payoutId = newId()
    const { linesHash } = await k.as(k.staff.preparer).subsidy.prepare({ claimIds: ready.slice(0, 1 + n % 3).map(({ claimId }) => claimId), requestId: payoutId })
    if (n % 7 === 0) return void (await k.as(k.staff.payer).subsidy.sendBack({ payoutId, note: 'Se på det igen', requestId: newId() }))
    // Some stay with the one who is to release: nothing of them is on its way.
    if (n % 7 === 1) return
    await k.as(k.staff.payer).subsidy.approve({ payoutId, linesHash, requestId: newId() })
    const kinds = ['fail-after', 'fail-during', 'rate-limit', 'fail-before'] as const
    if (n % 3 === 0) await outside.control('faults', { kinds: [kinds[n % 4]], method: 'POST', path: '/v1/transfers', times: 1 })
    await drain(k, { workers: 1, tries: 1 })
  },
  wait: async ({ k, outside }) => {
    outside.standins.clock.advance({ days: 25 / 24 })
    await k.tick(chaseLines)
    await drain(k, { workers: 1 })
  },
  absence: async ({ k }, n) => {
    const claims = await k.inTx((tx) => loadClaims(tx, ['confirmed', 'checked', 'paid', 'in-payout']))
    const claim = claims[n % Math.max(1, claims.length)]
    const asked = claim && (await k.inTx((tx) => tx.db.clawback.count({ where: { kommuneId: tx.kommuneId, claimId: claim.id } })))
    if (!claim || asked) return
    await k.inTx(async (tx) => {
      const absence = n % 2 === 0 ? { kind: 'never-came' as const } : { kind: 'withdrew' as const, lastDay: addDays(claim.period.firstDay, n % 60) }
      await settleAbsence(tx, { claimId: claim.id, rule: rule(n), absence, reason: 'Barnet kom aldrig.', proposedBy: null })
    })
  },
  collect: async ({ k }, n) => {
    const open = (await k.as(k.staff.caseworker).subsidy.clawbacks()).filter(({ mayAnswer }) => mayAnswer)
    const one = open[n % Math.max(1, open.length)]
    if (one) await k.as(k.staff.caseworker).subsidy.decideClawback({ clawbackId: one.clawbackId, outcome: n % 8 === 0 ? 'dropped' : 'agreed', requestId: newId() })
    await k.tick(collectClawbacks)
  },
  coPayment: async (h, n) => {
    const { k, coPayments } = h
    const waiting = coPayments.pop()
    if (!waiting) {
      const [signupId, foreningId, amount] = [newId(), forening(h, n), ore(1 + n % 800)]
      await k.inTx(async (tx) => {
        const childId = await makePerson(tx)
        await plantSignup(tx, k, { signupId, childId, foreningId, passPays: zero, familyPays: amount })
        await plantPayment(tx, k, { signupId, childId, amount })
        await move(tx, { kind: 'received', signupId, amount })
        coPayments.push({ signupId, childId, foreningId, amount })
      })
      return
    }
    const { signupId, childId, foreningId, amount } = waiting
    await k.inTx(async (tx) => {
      if (n % 3 === 1) return giveBackShare(tx, waiting, ore(amount))
      const owed = await claimShare(tx, { signupId, childId, foreningId, ordningId: k.ordningId, offerId: k.offers.get(foreningId)!, firstDay: tx.now.day, lastDay: addDays(tx.now.day, 60) })
      if (owed !== amount) throw new Error('a whole share is owed once it is claimed')
    })
    if (n % 3 !== 1) h.claimed.push(waiting)
  },
  /** Staff give a family money back in Stripe's own pages, after the organiser's claim had taken its share. */
  refundClaimed: async ({ k, claimed }, n) => {
    const [share] = claimed.splice(n % Math.max(1, claimed.length), 1)
    if (share) await k.inTx((tx) => giveBackShare(tx, share, n % 2 === 0 ? ore(share.amount) : ore(1n + share.amount / 3n)))
    await k.tick(recoverShares)
  },
  /** Staff pay by bank what a refund did not bring, before or after the organiser's claim took the share; some take their word back. */
  payOtherwise: async ({ k, claimed, coPayments }, n) => {
    const from = n % 2 === 0 && coPayments.length > 0 ? coPayments : claimed
    const [share] = from.splice(n % Math.max(1, from.length), 1)
    if (!share) return
    const amount = n % 4 < 2 ? ore(share.amount) : ore(1n + share.amount / 3n)
    const { taskId, clerk, today } = await k.inTx(async (tx) => ({ taskId: await plantOwed(tx, share, amount), clerk: await makeStaff(tx, 'fritidsvejleder'), today: tx.now.day }))
    await k.as(clerk).payment.notePaidOtherwise({ requestId: newId(), taskId, amount, paidOn: today, reference: 'Bilag 1' })
    // Another history may have moved the clock past midnight, and a word stands once its day is over.
    if (n % 3 === 0) await k.as(clerk).payment.undoPaidOtherwise({ requestId: newId(), taskId }).catch((error: unknown) => { if (k.parts.clock().day === today) throw error })
    await k.tick(recoverShares)
  },
}

const move = async (tx: Tx, movement: { kind: 'received' | 'refunded'; signupId: string; amount: Ore }) => {
  const shares = await loadShares(tx, [movement.signupId])
  await saveEntries(tx, entriesForMovements([movement], shares, newId).map((entry) => ({ entry, subjectId: movement.signupId })))
}

async function giveBackShare(tx: Tx, { signupId, childId }: OwnShare, amount: Ore): Promise<void> {
  await plantRefund(tx, { signupId, childId, amount })
  await move(tx, { kind: 'refunded', signupId, amount })
  await recoverShare(tx, signupId)
}

/** What a family paid by card for a sign-up, as the payment tables keep it: the books are held against them. */
async function plantPayment(tx: Tx, k: MoneyKommune, { signupId, childId, amount }: { signupId: string; childId: string; amount: bigint }): Promise<void> {
  const { kommuneId } = tx
  const [programId, id] = [newId(), newId()]
  const day = dateOf(tx.now.day)
  await tx.db.holidayProgram.createMany({ data: [{
    kommuneId, id: programId, ordningId: k.ordningId, ordningVersionId: k.versionId, name: 'Aktiv Sommer', state: 'running', holiday: 'summer', fromDay: day, toDay: day,
    opensAt: new Date(tx.now.at.getTime() - 86_400_000), closesAt: tx.now.at, stages: [], offerHours: 24,
  }] })
  await tx.db.payment.createMany({ data: [{ kommuneId, id, payerId: childId, programId, state: 'paid', amount, sendKey: id, expiresAt: tx.now.at, createdAt: tx.now.at, paidAt: tx.now.at }] })
  await tx.db.paymentLine.createMany({ data: [{ kommuneId, id: newId(), paymentId: id, signupId, childId, amount, open: false }] })
}

async function plantRefund(tx: Tx, { signupId, childId, amount }: { signupId: string; childId: string; amount: bigint }): Promise<void> {
  const { kommuneId } = tx
  const { id: lineId, paymentId } = await tx.db.paymentLine.findFirstOrThrow({ where: { kommuneId, signupId } })
  await tx.db.paymentLine.updateMany({ where: { kommuneId, id: lineId }, data: { refunded: { increment: amount } } })
  await tx.db.refund.createMany({ data: [{ kommuneId, id: newId(), paymentId, lineId, signupId, childId, amount, cause: 'test', state: 'settled', sendKey: newId(), createdAt: tx.now.at, settledAt: tx.now.at }] })
}

/** A refund that never reached its family, and the task that asks for it. */
async function plantOwed(tx: Tx, { signupId, childId }: OwnShare, amount: Ore): Promise<string> {
  const { kommuneId } = tx
  const id = newId()
  const { id: lineId, paymentId } = await tx.db.paymentLine.findFirstOrThrow({ where: { kommuneId, signupId } })
  await tx.db.refund.createMany({ data: [{ kommuneId, id, paymentId, lineId, signupId, childId, amount, cause: 'dashboard', state: 'failed', sendKey: id, createdAt: tx.now.at, failedWhy: 'refused' }] })
  const stored = (await loadPayment(tx, paymentId))!
  await askToPayBack(tx, stored, stored.payment.refunds.find((refund) => refund.id === id)!)
  return (await tx.db.task.findFirstOrThrow({ where: { kommuneId, key: `refund-failed:${id}` } })).id
}
