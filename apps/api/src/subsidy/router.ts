import { Done } from '@medspil/contracts/shared'
import {
  ApprovePayout, ClawbackList, DecideClawback, HealthView, PayoutInput, PayoutList, PayoutView, PreparePayout, ReadyView, SendBackPayout, VoidPayout,
} from '@medspil/contracts/subsidy'
import { kommuneMutation, kommuneQuery, router } from '../trpc/procedure.ts'
import { approvePayout } from './approve-payout.ts'
import { decideClawback } from './decide-clawback.ts'
import { preparePayout } from './prepare-payout.ts'
import { readClawbacks } from './read-clawbacks.ts'
import { readHealth } from './read-health.ts'
import { readPayout } from './read-payout.ts'
import { readPayouts } from './read-payouts.ts'
import { readReady } from './read-ready.ts'
import { sendBackPayout, voidPayout } from './void-payout.ts'

/** Money to foreninger: prepared by one person, released by another, sent once, taken back by reversal. */
export const subsidyRouter = router({
  ready: kommuneQuery.output(ReadyView).query(({ ctx }) => readReady(ctx)),
  prepare: kommuneMutation.input(PreparePayout).output(PayoutView).mutation(({ ctx, input }) => preparePayout(ctx, input)),
  payouts: kommuneQuery.output(PayoutList).query(({ ctx }) => readPayouts(ctx)),
  payout: kommuneQuery.input(PayoutInput).output(PayoutView).query(({ ctx, input }) => readPayout(ctx, input)),
  approve: kommuneMutation.input(ApprovePayout).output(PayoutView).mutation(({ ctx, input }) => approvePayout(ctx, input)),
  sendBack: kommuneMutation.input(SendBackPayout).output(PayoutView).mutation(({ ctx, input }) => sendBackPayout(ctx, input)),
  void: kommuneMutation.input(VoidPayout).output(PayoutView).mutation(({ ctx, input }) => voidPayout(ctx, input)),
  clawbacks: kommuneQuery.output(ClawbackList).query(({ ctx }) => readClawbacks(ctx)),
  decideClawback: kommuneMutation.input(DecideClawback).output(Done).mutation(({ ctx, input }) => decideClawback(ctx, input)),
  health: kommuneQuery.output(HealthView).query(({ ctx }) => readHealth(ctx)),
})
