import { CheckPayment, NotePaidOtherwise, OwedRefund, OwedRefundView, PaymentStarted, PaymentView, ShowPayment, StartPayment, UndoPaidOtherwise } from '@medspil/contracts/payment'
import { Done } from '@medspil/contracts/shared'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { familyMutation, familyQuery, kommuneMutation, kommuneQuery, outsideMutation, router } from '../trpc/procedure.ts'
import { notePaidOtherwise, readOwed, undoPaidOtherwise } from './pay-otherwise.ts'
import { checkPayment, readPayment, readReceipts } from './show-payment.ts'
import { startPayment } from './start-payment.ts'

/** A family's own share by card: begun, followed, its receipts, and what staff pay back where Stripe could not. */
export const paymentRouter = router({
  start: outsideMutation(policy['payment.start'].kinds).input(StartPayment).output(PaymentStarted).mutation(({ ctx, input }) => startPayment(ctx, input)),
  show: familyQuery.input(ShowPayment).output(PaymentView).query(({ ctx, input }) => readPayment(ctx, input)),
  check: familyMutation.input(CheckPayment).output(PaymentView).mutation(({ ctx, input }) => checkPayment(ctx, input)),
  receipts: familyQuery.output(z.array(PaymentView)).query(({ ctx }) => readReceipts(ctx)),
  owed: kommuneQuery.input(OwedRefund).output(OwedRefundView).query(({ ctx, input }) => readOwed(ctx, input)),
  notePaidOtherwise: kommuneMutation.input(NotePaidOtherwise).output(Done).mutation(({ ctx, input }) => notePaidOtherwise(ctx, input)),
  undoPaidOtherwise: kommuneMutation.input(UndoPaidOtherwise).output(Done).mutation(({ ctx, input }) => undoPaidOtherwise(ctx, input)),
})
