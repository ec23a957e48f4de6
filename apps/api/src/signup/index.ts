/** The front door of the room signup: what jobs and the seed may use. */
export type { SignupAct } from './acts.ts'
export { acceptFee, answerSignup } from './answer-signup.ts'
export { expireOffer, expireOffers, lapseSeat, lapseSeats, promoteFromList, releaseReservations, timeOutHolds } from './line-jobs.ts'
export type { OnSignup as SignupNames } from './acts.ts'
export { loadGoingAlong } from './going-along.ts'
export { signupBatcher } from './signup-batcher.ts'
