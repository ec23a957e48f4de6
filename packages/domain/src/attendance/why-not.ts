import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'

/** Why a mark is not taken. */
export type AttendanceWhyNot =
  | { reason: 'occurrence-not-yet'; on: Day }
  | { reason: 'marking-closed'; since: Instant }
  | { reason: 'mark-id-used-otherwise'; markId: string }
