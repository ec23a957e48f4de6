import { audit, newId, type Tx } from '@medspil/db'
import { saveEntries } from '@medspil/db/ledger'
import { loadClaims, loadClawbacks, loadPaidLine, lockClaims, lockClawback, saveClaim, saveClawback, saveTrack, type StoredClaim, type StoredClawback } from '@medspil/db/subsidy'
import { collectClawback, entryForClawbackRepaid, entryForClawbackSetOff, payable, setOffAgainst, takeBackFromClaim } from '@medspil/domain/subsidy'
import type { Ore } from '@medspil/ledger'
import { Refused, Unavailable } from '../errors.ts'
import type { Tick } from '../jobs/ticks.ts'
import { log } from '../log.ts'
import { giveBack } from './give-back.ts'
import { coverLaidOut } from './recover-share.ts'

/**
 * Collects what foreninger agreed to give back or the kommune decided: set off against another claim that is ready to be
 * paid, else taken back from the transfer that paid it. A refusal at Stripe, such as too little money there, leaves it open
 * and in sight.
 */
export const collectClawbacks: Tick = async (job) => {
  const { transfers } = job.gateways
  const open = await job.inTx((tx) => loadClawbacks(tx, ['agreed', 'decided']))
  for (const { id, amount, claimId } of open) {
    if (await job.inTx((tx) => setOff(tx, id))) continue
    const line = await job.inTx((tx) => loadPaidLine(tx, claimId))
    if (!line?.transferId || line.payout.rail !== 'stripe') continue
    const order = { lineId: line.id, payoutId: line.payoutId }
    try {
      // Looked up first, whatever we remember: after a day Stripe would take the same key for a new request.
      const isBack = ((await transfers.find(order))?.reversed ?? 0n) >= amount
      const reversal = isBack ? null : await transfers.reverse({ transferId: line.transferId, amount, key: id, lineId: line.id })
      await job.inTx((tx) => paidBack(tx, id, line.id, reversal?.id ?? null))
    } catch (error) {
      log(error instanceof Unavailable ? 'info' : 'warn', 'clawback-not-collected', { clawbackId: id, error })
    }
  }
}

/** Pays another claim of the forening with the money it has in hand. @returns false when no claim is large enough */
async function setOff(tx: Tx, clawbackId: string): Promise<boolean> {
  const clawback = await lockClawback(tx, clawbackId)
  if (!clawback || !collectClawback(clawback, 'set-off').ok) return true
  const candidate = (await loadClaims(tx, ['checked'])).find((claim) => claim.foreningId === clawback.foreningId && claim.id !== clawback.claimId && payable(claim) >= clawback.amount)
  if (!candidate) return false
  const locked = await lockClaims(tx, [candidate.id, clawback.claimId])
  const [against, claim] = [locked.find(({ id }) => id === candidate.id), locked.find(({ id }) => id === clawback.claimId)]
  if (!against || !claim || against.state !== 'checked' || payable(against) < clawback.amount) return false
  const less = setOffAgainst(against, clawback.amount as Ore)
  if (!less.ok) throw new Refused(less.whyNot)
  await saveClaim(tx, less.claim)
  const toPool = await takeBack(tx, clawback, claim, 'set-off')
  await saveEntries(tx, [{ entry: entryForClawbackSetOff(newId(), clawback, claim, toPool, against), subjectId: clawback.id }])
  if (claim.source.kind === 'co-payment') await coverLaidOut(tx, claim.signupId)
  return true
}

async function paidBack(tx: Tx, clawbackId: string, lineId: string, reversalId: string | null): Promise<void> {
  const clawback = await lockClawback(tx, clawbackId)
  if (!clawback || !collectClawback(clawback, 'paid-back').ok) return
  const [claim] = await lockClaims(tx, [clawback.claimId])
  if (!claim) return
  if (reversalId) await saveTrack(tx, lineId, { reversalId })
  const toPool = await takeBack(tx, clawback, claim, 'paid-back')
  await saveEntries(tx, [{ entry: entryForClawbackRepaid(newId(), clawback, claim, toPool, 'stripe'), subjectId: clawback.id }])
  if (claim.source.kind === 'co-payment') await coverLaidOut(tx, claim.signupId)
}

async function takeBack(tx: Tx, clawback: StoredClawback, claim: StoredClaim, by: 'set-off' | 'paid-back'): Promise<boolean> {
  const [collected, less] = [collectClawback(clawback, by), takeBackFromClaim(claim, clawback.amount, clawback.parts)]
  if (!collected.ok) throw new Refused(collected.whyNot)
  if (!less.ok) throw new Refused(less.whyNot)
  await saveClawback(tx, collected.clawback)
  await saveClaim(tx, less.claim, { reversalWhy: clawback.cause })
  await audit(tx, 'clawback.collected', { id: clawback.id, childId: claim.childId }, { by, amount: String(clawback.amount) })
  return giveBack(tx, claim.source, clawback.parts, clawback.toPurse)
}
