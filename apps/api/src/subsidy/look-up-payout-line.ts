import { saveEffect, enqueue } from '@medspil/db'
import { loadOpenLines, loadPayout } from '@medspil/db/subsidy'
import { NotFound, Unavailable } from '../errors.ts'
import type { JobHandler } from '../jobs/job.ts'
import type { Tick } from '../jobs/ticks.ts'
import { log } from '../log.ts'
import { type Heard, settleLine } from './settle-line.ts'

/** Milliseconds after which Stripe has forgotten our key and nothing of the first call can still arrive. */
const absentAfterMs = 24 * 3600 * 1000

/**
 * Settles a line of unknown fate by reading what stands at Stripe under our line id. It never sends. Not there a day after
 * the call: it did not happen, the forening is owed its money as before, and two people may pay it again.
 */
export const lookUpPayoutLine: JobHandler<'look-up-payout-line'> = async (job, { payoutId, lineId }) => {
  const stored = await job.inTx((tx) => loadPayout(tx, payoutId))
  const line = stored?.payout.lines.find(({ id }) => id === lineId)
  const firstSentAt = stored?.track.get(lineId)?.firstSentAt
  if (!stored || !line) throw new NotFound()
  if (!firstSentAt || line.state === 'confirmed') return
  const found = await job.gateways.transfers.find({ lineId, payoutId }).catch((error: unknown) => {
    if (error instanceof Unavailable) return 'away' as const
    throw error
  })
  if (found && found !== 'away' && (found.amount !== line.amount || found.destination !== line.payeeId)) log('alarm', 'transfer-differs', { payoutId, lineId, transfer: found.id })
  const isOld = job.clock().at.getTime() - firstSentAt.getTime() >= absentAfterMs
  const heard: Heard = found === 'away' || (found === null && !isOld) ? { truth: 'no-answer' }
    : found === null ? { truth: 'absent', failedWhy: 'absent-after-a-day' } : { truth: 'succeeded', transferId: found.id }
  await job.inTx((tx) => settleLine(tx, payoutId, lineId, heard))
}

/** Every hour: lines on their way are asked for again, and lines whose job was lost get a new one. */
export const chaseLines: Tick = async (job) => {
  const hour = job.clock().at.toISOString().slice(0, 13)
  await job.inTx(async (tx) => {
    for (const { payoutId, lineId, sendKey } of await loadOpenLines(tx))
      if (await saveEffect(tx, `chase/${lineId}/${hour}`)) await enqueue(tx, sendKey ? 'look-up-payout-line' : 'send-payout-line', { payoutId, lineId })
  })
}
