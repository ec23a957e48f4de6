export {
  type AskedSignup, loadAskedSignup, loadDeciders, loadFamilyToTell, lockAskedSignup, saveAnswer, saveConfirmed, saveOver, useLink,
} from './forening/asked-signup.ts'
export { closeHold, findPassClaim, loadHeld, loadOrdningOfCourse, saveHold } from './forening/claims.ts'
export {
  addDeclaration, loadForening, loadForeninger, loadStaffName, saveApproval, savePayee, type StoredForening,
} from './forening/foreninger.ts'
export { inKommunesName } from './forening/kommunes-name.ts'
export { loadClaimsOf, loadClawbacksOf, loadPaidLines } from './forening/money.ts'
export { addOffer, countWork, loadAwaiting, loadInModeration, loadOffersOf, loadWrittenOffer, saveModeration, saveOffer, type WrittenOffer } from './forening/offers.ts'
export { addTask } from './forening/reasoned-task.ts'
export { loadTeams, loadUnanswered } from './forening/silent.ts'
