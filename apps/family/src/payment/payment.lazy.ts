import { createLazyRoute } from '@tanstack/react-router'
import { PaymentPage } from './payment-page.tsx'
import { ReceiptsPage } from './receipts-page.tsx'

/** Loaded when one of the pages is opened. */
export const paymentRoute = createLazyRoute('/$kommune/betaling/$paymentId')({ component: PaymentPage })
export const receiptsRoute = createLazyRoute('/$kommune/betalinger')({ component: ReceiptsPage })
