import { audit, enqueue, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { lockClaims, lockPayout, moveClaims, savePayout, saveTrack, spendHolds, type StoredPayout } from '@medspil/db/subsidy'
import { entryForPayoutConfirmed, entryForPayoutFailed, type LineTruth, type PayoutLine, settle } from '@medspil/domain/subsidy'
import { NotFound, Refused } from '../errors.ts'
import { log } from '../log.ts'

/** What was heard of a line, and what to keep of it. */
export interface Heard { truth: LineTruth; transferId?: string; failedWhy?: string }

/**
 * Settles one line by what the outside world says now: payout, claim, hold and ledger follow in one transaction. Heard
 * again, it changes nothing. A line that ended one way and now hears the other wakes a person and changes nothing.
 */
export async function settleLine(tx: Tx, payoutId: string, lineId: string, { truth, ...kept }: Heard): Promise<void> {
  const stored = await lockPayout(tx, payoutId)
  const line = stored?.payout.lines.find(({ id }) => id === lineId)
  if (!stored || !line) throw new NotFound()
  const settled = settle(stored.payout, { [lineId]: truth })
  if (!settled.ok) throw new Refused(settled.whyNot)
  if (settled.contradictedLineIds.length > 0) {
    log('alarm', 'payout-line-contradicted', { payoutId, lineId, state: line.state, truth })
    await audit(tx, 'payout.contradicted', { id: payoutId }, { lineId, state: line.state, truth })
  }
  await savePayout(tx, stored.payout, settled.payout)
  if (settled.confirmedLineIds.length > 0) await pay(tx, stored, line)
  if (settled.failedLineIds.length > 0) await fail(tx, stored, line)
  if (settled.confirmedLineIds.length + settled.failedLineIds.length === 0) return
  await saveTrack(tx, lineId, kept)
  await audit(tx, `payout.line-${truth === 'succeeded' ? 'confirmed' : 'failed'}`, { id: payoutId }, { lineId, amount: String(line.amount), why: kept.failedWhy ?? null })
  const ofForening = settled.payout.lines.filter(({ foreningId }) => foreningId === line.foreningId)
  const isDone = ofForening.every(({ state }) => state === 'confirmed' || state === 'failed')
  // One message per forening and payout: when the last of its lines has come to an end and one of them is money.
  if (isDone && ofForening.some(({ state }) => state === 'confirmed')) await enqueue(tx, 'tell-forening', { foreningId: line.foreningId, purpose: 'paid', subjectId: payoutId })
}

async function pay(tx: Tx, { payout }: StoredPayout, line: PayoutLine): Promise<void> {
  const [claim] = await lockClaims(tx, [line.claimId])
  await moveClaims(tx, [line.claimId], 'paid', payout.id)
  if (claim?.source.kind === 'fritidspas') await spendHolds(tx, [claim.source.holdId])
  await saveEntries(tx, [{ entry: entryForPayoutConfirmed(newId(), payout.rail, [line]), subjectId: line.id }])
}

/** The forening is owed its money as before: the claim can be paid by a new payout with new approvals. */
async function fail(tx: Tx, { payout }: StoredPayout, line: PayoutLine): Promise<void> {
  await lockClaims(tx, [line.claimId])
  await moveClaims(tx, [line.claimId], 'checked', null)
  await saveEntries(tx, [{ entry: entryForPayoutFailed(newId(), [line]), subjectId: line.id }])
  log('warn', 'payout-line-failed', { payoutId: payout.id, lineId: line.id })
}
