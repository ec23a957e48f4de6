import type { Database } from '@medspil/db'
import { noticeDelays } from '../application/notice-delays.ts'
import { endActivities, offerMore, remindFamilies, sendDayLists } from '../attendance/index.ts'
import { eraseCareNotes } from '../care/index.ts'
import { rewrapKeys } from '../access/rewrap-keys.ts'
import { followUpsDue, watchMinimums } from '../follow-up/index.ts'
import { expirePasses } from '../fritidspas/index.ts'
import { claimHeld, remindForeninger, sendTeamLists } from '../forening/index.ts'
import { stopTrips } from '../guide-match/index.ts'
import { followDraws, followPrograms, remindOrganisers } from '../holiday-program/index.ts'
import { log } from '../log.ts'
import { chasePayments } from '../payment/index.ts'
import { expireOffers, lapseSeats, releaseReservations, timeOutHolds } from '../signup/index.ts'
import { checkClaims } from '../subsidy/check-claims.ts'
import { collectClawbacks } from '../subsidy/collect-clawbacks.ts'
import { compareBooks, sealLedger } from '../subsidy/compare-books.ts'
import { chaseLines } from '../subsidy/look-up-payout-line.ts'
import { recoverShares } from '../subsidy/recover-share.ts'
import { settleWithdrawals } from '../subsidy/settle-withdrawals.ts'
import type { Job, WorkerParts } from './job.ts'

/**
 * What time brings about: follow-ups that fall due, offers and passes that run out, applications nobody answered. A tick
 * finds what is due on `job.clock()` and writes it in transactions; it may come twice or late, so what it writes has keys of
 * its own. A room adds its line here.
 */
export type Tick = (job: Omit<Job, 'id'>) => Promise<void>
export const ticks: Record<string, Tick> = {
  'notice-delays': noticeDelays,
  'stop-trips': stopTrips,
  'expire-offers': expireOffers,
  'lapse-seats': lapseSeats,
  'chase-payments': chasePayments,
  'follow-draws': followDraws,
  'follow-programs': followPrograms,
  'remind-organisers': remindOrganisers,
  'release-reservations': releaseReservations,
  'expire-passes': expirePasses,
  'time-out-holds': timeOutHolds,
  'end-activities': endActivities,
  'claim-held': claimHeld,
  'settle-withdrawals': settleWithdrawals,
  'recover-shares': recoverShares,
  'check-claims': checkClaims,
  'chase-lines': chaseLines,
  'collect-clawbacks': collectClawbacks,
  'compare-books': compareBooks,
  'seal-ledger': sealLedger,
  'remind-foreninger': remindForeninger,
  'send-team-lists': sendTeamLists,
  'remind-families': remindFamilies,
  'send-day-lists': sendDayLists,
  'offer-more': offerMore,
  'erase-care-notes': eraseCareNotes,
  'follow-ups-due': followUpsDue,
  'watch-minimums': watchMinimums,
  'rewrap-keys': rewrapKeys,
}

/** A tick that takes longer is told of while it still runs: what stands behind it in the round is late. */
const slowMs = 5000

/**
 * Runs every tick in every kommune once, one after another. One that fails is logged and does not hold up its neighbours.
 * @param registry left out, all of them
 */
export async function runTicks(parts: WorkerParts, database: Database, registry: Record<string, Tick> = ticks): Promise<void> {
  const kommuner = await database.prisma.kommune.findMany({ select: { id: true }, orderBy: { key: 'asc' } })
  for (const { id: kommuneId } of kommuner)
    for (const [name, tick] of Object.entries(registry)) {
      const inTx: Job['inTx'] = (work) => parts.asActor({ kind: 'job', kommuneId, id: null, name }, { now: parts.clock(), procedure: name }, work)
      const watch = setTimeout(() => log('warn', 'tick-slow', { tick: name, kommuneId, afterMs: slowMs }), slowMs)
      await tick({ ...parts, kommuneId, inTx }).catch((error: unknown) => log('error', 'tick-failed', { tick: name, kommuneId, error }))
      clearTimeout(watch)
    }
}

/** Any number that no other lock uses. */
const tickLock = 7_321_001

/** The same, unless another worker is at it right now. */
export async function runTicksAlone(parts: WorkerParts, database: Database): Promise<void> {
  const client = await database.pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [tickLock])
    if (!rows[0]?.mine) return
    await runTicks(parts, database).finally(() => client.query('select pg_advisory_unlock($1)', [tickLock]))
  } finally {
    client.release()
  }
}
