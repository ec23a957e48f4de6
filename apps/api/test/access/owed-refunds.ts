import { dateOf, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { addPaidOtherwise, loadPayment } from '@medspil/db/payment'
import { entryForPaidOtherwise } from '@medspil/domain/payment'
import { ore } from '@medspil/ledger'
import { now } from './people.ts'
import type { World } from './world.ts'

const failedId = (amount: bigint) => `01a20000-0000-7000-8000-00000000${String(amount)}`

/** A task about a refund that never reached its family. */
export async function plantOwed(tx: Tx, { ids }: World, amount: bigint): Promise<string> {
  const [id, refundId, { kommuneId }] = [newId(), failedId(amount), tx]
  const line = await tx.db.paymentLine.findFirstOrThrow({ where: { kommuneId, paymentId: ids.payment } })
  await tx.db.refund.createMany({ data: [{
    kommuneId, id: refundId, paymentId: ids.payment, lineId: line.id, signupId: line.signupId, childId: line.childId, amount, cause: 'cancelled-by-family', state: 'failed', sendKey: refundId, createdAt: now.at, failedWhy: 'refused',
  }] })
  await tx.db.task.createMany({ data: [{
    kommuneId, id, paymentId: ids.payment, kind: 'refund-failed', dueOn: dateOf(now.day), ownerRole: 'fritidsvejleder', state: 'open', createdAt: now.at, key: id,
    facts: { refundId, paymentId: ids.payment, programId: ids.program, offerId: ids.holidayOffer, title: 'Kajak i ferien', amount: { $ore: String(amount) }, failedOn: now.day, stripeId: null },
  }] })
  return id
}

/** The fritidsvejleder has said that it was paid by bank. */
export async function notePaid(tx: Tx, { town, ids }: World, amount: bigint): Promise<void> {
  const [stored, saidBy] = [(await loadPayment(tx, ids.payment))!, town.staff.fritidsvejleder.id]
  const { id: lineId, signupId } = stored.payment.lines[0]!
  const refund = { id: newId(), lineId, amount: ore(amount), cause: 'cancelled-by-family' as const, state: 'paid-otherwise' as const, stripeId: null }
  await addPaidOtherwise(tx, stored, refund, { replacesId: failedId(amount), saidBy, paidOn: now.day, reference: 'Bilag 7' })
  await saveEntries(tx, [{ entry: entryForPaidOtherwise(newId(), signupId, ore(amount), ore(0)), subjectId: ids.payment }])
  await tx.db.task.updateMany({ where: { kommuneId: tx.kommuneId, id: ids.notedTask }, data: { state: 'done', outcome: 'paid-otherwise', doneAt: now.at, doneBy: saidBy } })
}
