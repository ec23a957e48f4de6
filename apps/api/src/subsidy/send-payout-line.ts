import { audit, enqueue, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { linesHashOf, loadPayees, lockPayout, savePayout, saveTrack, type StoredPayout } from '@medspil/db/subsidy'
import { entryForPayoutSent, type Payout, type PayoutLine, send } from '@medspil/domain/subsidy'
import { NotFound, Unavailable } from '../errors.ts'
import type { Transfers } from '../gateways/index.ts'
import type { JobHandler } from '../jobs/job.ts'
import { log } from '../log.ts'
import { type Heard, settleLine } from './settle-line.ts'
import { payeeChangesOf, payeeOf, whyNotPaid } from './views.ts'

/**
 * Sends one line, at most once for ever. Before the call the line is marked with its key; whoever finds a marked line, after
 * a crash or beside another worker, looks it up instead of calling. Stripe must answer before anything is marked, so that an
 * outage leaves lines waiting and not unknown.
 */
export const sendPayoutLine: JobHandler<'send-payout-line'> = async (job, { payoutId, lineId }) => {
  const { transfers } = job.gateways
  const free = await transfers.balance()
  const order = await job.inTx((tx) => mark(tx, payoutId, lineId, free))
  if (!order) return
  const heard = await call(transfers, order)
  await job.inTx(async (tx) => {
    await settleLine(tx, payoutId, lineId, heard)
    if (heard.truth === 'no-answer') await enqueue(tx, 'look-up-payout-line', { payoutId, lineId })
  })
}

type Order = Parameters<Transfers['send']>[0]

/** Makes everything that was true at approval true again, then marks the line. Null: there is nothing to call for. */
async function mark(tx: Tx, payoutId: string, lineId: string, free: bigint): Promise<Order | null> {
  const stored = await lockPayout(tx, payoutId)
  if (!stored) throw new NotFound()
  const payout = await startSending(tx, stored)
  const line = payout?.lines.find(({ id }) => id === lineId)
  if (!payout || line?.state !== 'sent') return null
  if (stored.track.get(lineId)?.sendKey) {
    await enqueue(tx, 'look-up-payout-line', { payoutId, lineId })
    return null
  }
  const why = await whyNotSent(tx, payout, line)
  if (why) {
    await settleLine(tx, payoutId, lineId, { truth: 'failed', failedWhy: why })
    return null
  }
  if (line.amount > free) throw new Unavailable('money at Stripe')
  await saveTrack(tx, lineId, { sendKey: lineId, firstSentAt: tx.now.at })
  return { lineId, payoutId, kommuneId: tx.kommuneId, amount: line.amount, account: line.payeeId, key: lineId }
}

/** The first line of an approved payout turns all of them to sent, with one entry; null while it may not go out. */
async function startSending(tx: Tx, { payout, reference }: StoredPayout): Promise<Payout | null> {
  if (payout.state !== 'approved') return payout.state === 'submitted' || payout.state === 'void' ? null : payout
  const payees = await loadPayees(tx, payout.rail, payout.lines.map(({ foreningId }) => foreningId))
  const answer = send({ payout, presentHash: linesHashOf(payout.lines), payeeChanges: payeeChangesOf(payout.lines, payees), today: tx.now.day })
  if (!answer.ok) {
    // Payment details changed since the release: one more person is asked, and that release sends again.
    log('warn', 'payout-not-sent', { payoutId: payout.id, reason: answer.whyNot.reason })
    return null
  }
  await savePayout(tx, payout, answer.payout)
  await saveEntries(tx, [{ entry: entryForPayoutSent(newId(), answer.payout.lines), subjectId: payout.id }])
  await audit(tx, 'payout.sent', { id: payout.id }, { reference, lines: payout.lines.length })
  return answer.payout
}

/** Why this line may not leave today although it was released; null when it may. */
async function whyNotSent(tx: Tx, { rail }: Payout, { foreningId, payeeId }: PayoutLine): Promise<string | null> {
  const payee = payeeOf(await loadPayees(tx, rail, [foreningId]), foreningId)
  return payee.payeeId === payeeId ? whyNotPaid(payee, tx.now.day) : 'payee-changed'
}

async function call(transfers: Transfers, order: Order): Promise<Heard> {
  try {
    return { truth: 'succeeded', transferId: (await transfers.send(order)).id }
  } catch (error) {
    if (error instanceof Unavailable) return { truth: 'no-answer' }
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    log('warn', 'payout-line-refused', { lineId: order.lineId, refusal })
    return afterRefusal(transfers, order, refusal)
  }
}

/** Even a plain no is looked up: what counts is whether the money is there. */
async function afterRefusal(transfers: Transfers, order: Order, refusal: string): Promise<Heard> {
  try {
    const found = await transfers.find(order)
    return found ? { truth: 'succeeded', transferId: found.id } : { truth: 'failed', failedWhy: refusal }
  } catch (away) {
    if (away instanceof Unavailable) return { truth: 'no-answer' }
    throw away
  }
}

/** Stripe's word for a plain no, such as `balance_insufficient`; null for anything else, such as a fault of our own. */
function refusalOf(error: unknown): string | null {
  const { statusCode, code } = (typeof error === 'object' && error !== null ? error : {}) as { statusCode?: unknown; code?: unknown }
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? (typeof code === 'string' ? code : 'refused') : null
}
