/** The front door of the room signup: what jobs and the seed may use. */
export { expireOffer, expireOffers, promoteFromList, timeOutHolds } from './line-jobs.ts'
export { signupBatcher } from './signup-batcher.ts'
