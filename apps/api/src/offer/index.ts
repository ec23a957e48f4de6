/** The front door of the room offer: what the holiday programme shows its activities with. */
export { loadChild } from './load-child.ts'
export { type ChildOfView, priceFor } from './offer-view.ts'
export { listOffers } from './show-offers.ts'
