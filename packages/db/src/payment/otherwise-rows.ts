import type { Day } from '@medspil/domain/day'
import type { Refund } from '@medspil/domain/payment'
import type { Tx } from '../as-actor.ts'
import { logRead } from '../audit.ts'
import { dateOf, dayOf } from '../days.ts'
import { inKommunesName } from '../forening/kommunes-name.ts'
import type { StoredPayment } from './payment-rows.ts'
import { recountRefunds } from './refund-rows.ts'

/** Whom money that did not arrive is owed to: the child it was about, and the one who paid. */
export interface OwedTo {
  childId: string
  /** Null where the family's name or address is protected and the actor does not work with the child. */
  family: { childName: string; payer: { name: string; phone: string | null; mail: string | null; contactBarred: boolean } } | null
}

/**
 * Who a failed refund is about, for the one who pays it in another way. The look stands in the log as the actor's own: who
 * paid is told to whoever has the task, since nobody else can give the money back.
 */
export async function loadOwedTo(tx: Tx, { payerId, lines }: StoredPayment, failed: Refund): Promise<OwedTo | null> {
  const childId = lines.find(({ id }) => id === failed.lineId)?.childId
  if (childId === undefined) return null
  const of = { kommuneId: tx.kommuneId }
  const isOwn = (await tx.db.person.count({ where: { ...of, id: childId } })) > 0
  const found = await inKommunesName(tx, async (kommune) => {
    const persons = await kommune.db.person.findMany({
      where: { ...of, id: { in: [childId, payerId] } },
      select: { id: true, name: true, phone: true, mail: true, contactBarred: true, nameProtected: true, addressProtected: true },
    })
    const [sheltered] = await kommune.db.$queryRaw<{ is: boolean }[]>`select medspil.is_sheltered(${childId}::uuid) as is`
    return { child: persons.find(({ id }) => id === childId), payer: persons.find(({ id }) => id === payerId), isSheltered: sheltered?.is ?? true }
  })
  const { child, payer, isSheltered } = found
  if (!child || !payer) return null
  const isHidden = !isOwn && (isSheltered || payer.nameProtected || payer.addressProtected)
  await logRead(tx, [childId], 'refund-failed', isHidden ? ['payment'] : ['displayName', 'payment', 'contact'])
  if (isHidden) return { childId, family: null }
  return { childId, family: { childName: child.name, payer: { name: payer.name, phone: payer.phone, mail: payer.mail, contactBarred: payer.contactBarred || child.contactBarred } } }
}

/** Why Stripe said a refund failed, in its own word; null when the bank sent it back. */
export async function loadFailedWhy(tx: Tx, refundId: string): Promise<string | null> {
  const row = await tx.db.refund.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: refundId } }, select: { failedWhy: true } })
  return row?.failedWhy ?? null
}

/** What was paid in another way: the failed refund it stands for, who says so, the day, and what finds it at the bank. */
export interface OtherwiseFacts { replacesId: string; saidBy: string; paidOn: Day; reference: string }

/** Writes that a person paid a failed refund in another way; the line then has had its money. */
export async function addPaidOtherwise(tx: Tx, { payment, lines }: StoredPayment, refund: Refund, { replacesId, saidBy, paidOn, reference }: OtherwiseFacts): Promise<void> {
  const line = lines.find(({ id }) => id === refund.lineId)
  if (!line) throw new Error('a refund without its line')
  const { id, amount, cause, state } = refund
  await tx.db.refund.createMany({ data: [{
    kommuneId: tx.kommuneId, id, paymentId: payment.id, lineId: line.id, signupId: line.signupId, childId: line.childId, amount, cause, state, sendKey: id,
    askedBy: saidBy, replacesId, paidOn: dateOf(paidOn), reference, createdAt: tx.now.at, settledAt: tx.now.at,
  }] })
  await recountRefunds(tx, id)
}

/** What was noted as paid in another way for a failed refund; null when nothing is. */
export async function findPaidOtherwise(tx: Tx, replacesId: string): Promise<{ id: string; signupId: string; childId: string; amount: bigint; paidOn: Day } | null> {
  const row = await tx.db.refund.findFirst({ where: { kommuneId: tx.kommuneId, replacesId, state: 'paid-otherwise' } })
  return row?.signupId && row.childId && row.paidOn ? { id: row.id, signupId: row.signupId, childId: row.childId, amount: row.amount, paidOn: dayOf(row.paidOn) } : null
}
