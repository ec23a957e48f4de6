/** The front door of the room subsidy: what follows for the money when a child never came or withdrew. */
export { settleAbsence } from './settle-absence.ts'
