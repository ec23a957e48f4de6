import { saveEffect, type Tx } from '@medspil/db'
import { loadWithdrawals, type Withdrawal, withdrawalKey } from '@medspil/db/subsidy'
import type { Tick } from '../jobs/ticks.ts'
import { noShowRule } from './no-show-rule.ts'
import { settleAbsence } from './settle-absence.ts'

/** Most that one round takes; the rest comes with the next round. */
const roundSize = 200

/** What comes right by itself: the bank answers, or a person completes the ordning. Until then the next round asks again. */
const waitsFor: readonly string[] = ['claim-in-payout', 'claim-partly-set-off']

/**
 * Settles the money of those who took a sign-up back after the forening's yes, once each: an unpaid claim is reversed and the
 * money is on the pass again or in the pool, a paid one is asked back, as the ordning says (`domain/subsidy/no-show.ts`).
 */
export const settleWithdrawals: Tick = async (job) => {
  for (const withdrawal of await job.inTx((tx) => loadWithdrawals(tx, roundSize))) await job.inTx((tx) => settleOne(tx, withdrawal))
}

async function settleOne(tx: Tx, { claimId, lastDay }: Withdrawal): Promise<void> {
  const rule = await noShowRule(tx, claimId)
  if (rule === null) return
  const follows = await settleAbsence(tx, { claimId, rule, absence: { kind: 'withdrew', lastDay }, reason: 'Familien har meldt barnet fra.', proposedBy: null })
  if (!follows.ok && waitsFor.includes(follows.whyNot.reason)) return
  // Two workers may hold the same list: whoever notes it second takes its own work back.
  if (!(await saveEffect(tx, withdrawalKey(claimId)))) throw new Error(`the withdrawal of claim ${claimId} is settled already`)
}
