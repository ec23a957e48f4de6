import { CheckPayment, PaymentStarted, PaymentView, ShowPayment, StartPayment } from '@medspil/contracts/payment'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { familyMutation, familyQuery, outsideMutation, router } from '../trpc/procedure.ts'
import { checkPayment, readPayment, readReceipts } from './show-payment.ts'
import { startPayment } from './start-payment.ts'

/** A family's own share by card: begun, followed, and its receipts. */
export const paymentRouter = router({
  start: outsideMutation(policy['payment.start'].kinds).input(StartPayment).output(PaymentStarted).mutation(({ ctx, input }) => startPayment(ctx, input)),
  show: familyQuery.input(ShowPayment).output(PaymentView).query(({ ctx, input }) => readPayment(ctx, input)),
  check: familyMutation.input(CheckPayment).output(PaymentView).mutation(({ ctx, input }) => checkPayment(ctx, input)),
  receipts: familyQuery.output(z.array(PaymentView)).query(({ ctx }) => readReceipts(ctx)),
})
