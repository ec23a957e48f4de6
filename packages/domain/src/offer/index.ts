/** Offers: which fit a child and why, and when one may be shown. */
export { fitsChild } from './fits.ts'
export type { ChildWishes, Fit, FitLine, FittingOffer, SupportAnswer } from './fits.ts'
export { isPublic, mayAskToPublish, moveOffer, offerMoves } from './publish.ts'
export type { Listing, OfferState, OfferText } from './publish.ts'
export type { OfferWhyNot } from './why-not.ts'
