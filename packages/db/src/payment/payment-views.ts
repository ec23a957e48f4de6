import type { LineOutcome, PaymentState, RefundState } from '@medspil/domain/payment'
import type { SignupState } from '@medspil/domain/signup'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dayOf } from '../days.ts'

/** A payment as its payer may read it. Amounts in øre. */
export interface PaymentOfFamily {
  id: string; state: PaymentState; amount: bigint; sessionUrl: string | null; programId: string; programName: string; expiresAt: Date; createdAt: Date; paidAt: Date | null
  lines: {
    signupId: string; childName: string; signupState: SignupState; outcome: LineOutcome | null; amount: bigint; refunded: bigint; passPays: bigint; heldUntil: Date | null
    offerTitle: string; foreningName: string; firstDay: string; lastDay: string
  }[]
  refunds: { amount: bigint; state: RefundState; at: Date; paidOn: string | null }[]
}

/** The payments that the actor made itself, newest first; one when an id is given. */
export async function loadOwnPayments(tx: Tx, id: string | null): Promise<PaymentOfFamily[]> {
  const rows = await tx.db.payment.findMany({
    where: { kommuneId: tx.kommuneId, ...(id !== null && { id }) }, include: { lines: { orderBy: { id: 'asc' } } }, orderBy: { createdAt: 'desc' }, take: 100,
  })
  const ids = rows.map((row) => row.id)
  const refunds = await tx.db.refund.findMany({ where: { kommuneId: tx.kommuneId, paymentId: { in: ids } }, orderBy: { createdAt: 'asc' } })
  const signups = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, id: { in: rows.flatMap(({ lines }) => lines.map(({ signupId }) => signupId)) } },
    include: { child: { select: { name: true } }, offer: { include: { forening: { select: { name: true } } } } },
  })
  const programs = await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId, id: { in: rows.map(({ programId }) => programId) } }, select: { id: true, name: true } })
  await logRead(tx, signups.map(({ childId }) => childId), 'own-family', ['name', 'signup', 'payment'])
  const signupOf = new Map(signups.map((signup) => [signup.id, signup]))
  return rows.map((row) => ({
    id: row.id, state: row.state as PaymentState, amount: row.amount, sessionUrl: row.sessionUrl, expiresAt: row.expiresAt, createdAt: row.createdAt, paidAt: row.paidAt,
    programId: row.programId, programName: programs.find((program) => program.id === row.programId)?.name ?? '',
    lines: row.lines.flatMap((line) => {
      const signup = signupOf.get(line.signupId)
      // Custody may have changed since: a child who is no longer the payer's is not told of.
      if (!signup) return []
      return [{
        signupId: line.signupId, childName: signup.child.name, signupState: signup.state as SignupState, outcome: line.outcome as LineOutcome | null, amount: line.amount, refunded: line.refunded,
        passPays: signup.passPays, heldUntil: signup.heldUntil, offerTitle: signup.offer.title, foreningName: signup.offer.forening.name,
        firstDay: dayOf(signup.offer.seasonFrom), lastDay: dayOf(signup.offer.seasonTo),
      }]
    }),
    refunds: refunds.filter((refund) => refund.paymentId === row.id).map(({ amount, state, createdAt, paidOn }) => ({ amount, state: state as RefundState, at: createdAt, paidOn: paidOn && dayOf(paidOn) })),
  }))
}
