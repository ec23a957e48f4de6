/** The front door of the room subsidy: a family's share as the organiser's claim, and what follows when a child never came or withdrew. */
export { claimShare } from './claim-share.ts'
export { noShowRule } from './no-show-rule.ts'
export { recoverShare } from './recover-share.ts'
export { settleAbsence } from './settle-absence.ts'
