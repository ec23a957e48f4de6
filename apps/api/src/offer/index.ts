/** The front door of the room offer: what the holiday programme shows its activities with. */
export { loadChild } from './load-child.ts'
export { offerDetail } from './offer-view.ts'
export { waitingAt } from './show-offers.ts'
