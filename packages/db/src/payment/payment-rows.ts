import type { DisputeState, LineOutcome, Payment, PaymentState, Refund, RefundCause, RefundState } from '@medspil/domain/payment'
import type { Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'

/** A payment with what is kept beside its money: the session, and each line's sign-up. */
export interface StoredPayment {
  payment: Payment
  payerId: string
  programId: string
  sendKey: string
  sessionId: string | null
  sessionUrl: string | null
  intentId: string | null
  createdAt: Date
  expiresAt: Date
  lines: { id: string; signupId: string; childId: string; offerId: string; outcome: LineOutcome | null }[]
}

/** A payment with its row locked, so that two who heard of it change it one after the other; null when there is none. */
export async function lockPayment(tx: Tx, id: string): Promise<StoredPayment | null> {
  await tx.db.$queryRaw`select 1 from payment where kommune_id = ${tx.kommuneId}::uuid and id = ${id}::uuid for no key update`
  return loadPayment(tx, id)
}

/** A payment as it stands; null when there is none. */
export async function loadPayment(tx: Tx, id: string): Promise<StoredPayment | null> {
  const row = await tx.db.payment.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, include: { lines: { orderBy: { id: 'asc' } } } })
  if (!row) return null
  const refunds = await tx.db.refund.findMany({ where: { kommuneId: tx.kommuneId, paymentId: id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const signups = await tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, id: { in: row.lines.map(({ signupId }) => signupId) } }, select: { id: true, offerId: true } })
  return {
    payment: {
      id, state: row.state as PaymentState, amount: row.amount as Ore, dispute: row.dispute as DisputeState | null, disputeAmount: row.disputeAmount as Ore,
      lines: row.lines.map((line) => ({ id: line.id, signupId: line.signupId, amount: line.amount as Ore })),
      refunds: refunds.map((refund): Refund => ({
        id: refund.id, lineId: refund.lineId ?? '', amount: refund.amount as Ore, cause: refund.cause as RefundCause, state: refund.state as RefundState, stripeId: refund.stripeId,
      })),
    },
    payerId: row.payerId, programId: row.programId, sendKey: row.sendKey, sessionId: row.sessionId, sessionUrl: row.sessionUrl, intentId: row.intentId,
    createdAt: row.createdAt, expiresAt: row.expiresAt,
    lines: row.lines.map((line) => ({ id: line.id, signupId: line.signupId, childId: line.childId, offerId: signups.find(({ id: signupId }) => signupId === line.signupId)?.offerId ?? '', outcome: line.outcome as LineOutcome | null })),
  }
}

/** Writes the session that Stripe made for a payment. */
export async function saveSession(tx: Tx, id: string, { sessionId, url }: { sessionId: string; url: string | null }): Promise<void> {
  await tx.db.payment.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: { sessionId, sessionUrl: url } })
}

/** Writes a payment after a truth: its state, whether its lines can still be paid, its refunds as they stand, and new ones. */
export async function saveApplied(tx: Tx, before: StoredPayment, after: Payment, ids: { intentId: string | null; chargeId: string | null }): Promise<void> {
  const { payment: { state: known, refunds: knownRefunds } } = before
  const key = { kommuneId: tx.kommuneId, id: after.id }
  const isOpen = after.state === 'open' || after.state === 'processing'
  await tx.db.payment.updateMany({ where: key, data: {
    state: after.state, dispute: after.dispute, disputeAmount: after.disputeAmount,
    ...(ids.intentId !== null && { intentId: ids.intentId }), ...(ids.chargeId !== null && { chargeId: ids.chargeId }),
    ...(known !== after.state && after.state === 'paid' && { paidAt: tx.now.at }), ...(known !== after.state && !isOpen && { endedAt: tx.now.at, sessionUrl: null }),
  } })
  if (!isOpen) await tx.db.paymentLine.updateMany({ where: { kommuneId: tx.kommuneId, paymentId: after.id, open: true }, data: { open: false } })
  for (const refund of after.refunds) {
    const was = knownRefunds.find(({ id }) => id === refund.id)
    if (was && was.state === refund.state && was.stripeId === refund.stripeId && was.amount === refund.amount) continue
    if (was) await tx.db.refund.updateMany({ where: { kommuneId: tx.kommuneId, id: refund.id }, data: { state: refund.state, stripeId: refund.stripeId, amount: refund.amount, ...(refund.state === 'settled' && { settledAt: tx.now.at }) } })
    else await addRefund(tx, before, refund)
  }
  await countRefunded(tx, after)
}

async function addRefund(tx: Tx, { payment, lines }: StoredPayment, refund: Refund): Promise<void> {
  const line = lines.find(({ id }) => id === refund.lineId)
  if (!line) throw new Error('a refund without its line')
  await tx.db.refund.createMany({ data: [{
    kommuneId: tx.kommuneId, id: refund.id, paymentId: payment.id, lineId: line.id, signupId: line.signupId, childId: line.childId, amount: refund.amount, cause: refund.cause,
    state: refund.state, sendKey: refund.id, stripeId: refund.stripeId, createdAt: tx.now.at, sentAt: tx.now.at, settledAt: refund.state === 'settled' ? tx.now.at : null,
  }] })
}

async function countRefunded(tx: Tx, { id, lines, refunds }: Payment): Promise<void> {
  for (const line of lines) {
    const all = refunds.filter((refund) => refund.lineId === line.id && refund.state !== 'failed').reduce((sum, { amount }) => sum + amount, 0n)
    // One on its way that Stripe is about to refuse, because somebody gave money back by hand meanwhile, is counted as far as it can go.
    const refunded = all > line.amount ? line.amount : all
    await tx.db.paymentLine.updateMany({ where: { kommuneId: tx.kommuneId, paymentId: id, id: line.id, NOT: { refunded } }, data: { refunded } })
  }
}

/** Payments that can still be paid although their time is over, or whose session was never heard of: what a lost job left behind. */
export async function loadLingering(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.db.payment.findMany({
    where: { kommuneId: tx.kommuneId, OR: [{ state: { in: ['open', 'processing'] }, expiresAt: { lt: tx.now.at } }, { state: 'paid', lines: { some: { outcome: null } } }] },
    select: { id: true }, orderBy: { expiresAt: 'asc' }, take: limit,
  })
  return rows.map(({ id }) => id)
}

/** The programme's name, for the payer's page: no word of a child or an activity. */
export async function loadProgramName(tx: Tx, id: string): Promise<string> {
  return (await tx.db.holidayProgram.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { name: true } })).name
}

/** What the activity of a line is called. */
export async function loadActivityTitle(tx: Tx, offerId: string): Promise<string> {
  return (await tx.db.offer.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: offerId } }, select: { title: true } })).title
}

