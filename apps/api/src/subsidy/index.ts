/** The front door of the room subsidy: what follows for the money when a child never came or withdrew. */
export { noShowRule } from './no-show-rule.ts'
export { settleAbsence } from './settle-absence.ts'
