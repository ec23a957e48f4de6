export { type AheadChild, type AheadOffer, loadAhead } from './signup/ahead-reads.ts'
export type {
  BatchFacts, BatchOffer, BatchPaymentLine, BatchSignup, BatchWanted, OfferElsewhere, SignupElsewhere, StoredAnswer,
} from './signup/batch-facts.ts'
export { lockAndLoad } from './signup/batch-load.ts'
export { type BatchChanges, type BatchJob, type ChangedBy, saveBatch } from './signup/batch-save.ts'
export { type BatchTx, inSignupBatch } from './signup/batch-transaction.ts'
export { holdOf, passOf } from './signup/pass-rows.ts'
export {
  countWaiting, findSignup, loadDueHolds, loadDueOffers, loadDueReservations, loadDueSeats, loadGroup, loadLineHistory, loadLines, loadSignupsOf, type LineFacts, type SignupOfChild,
} from './signup/signup-reads.ts'
