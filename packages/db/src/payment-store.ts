export * from './payment/payment-rows.ts'
export * from './payment/refund-rows.ts'
export * from './payment/payment-views.ts'
export * from './payment/cancel-reads.ts'
