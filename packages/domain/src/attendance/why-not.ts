import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'

/** Why a mark, a care note or a word of absence is not taken. */
export type AttendanceWhyNot =
  | { reason: 'occurrence-not-yet'; on: Day }
  | { reason: 'marking-closed'; since: Instant }
  | { reason: 'mark-id-used-otherwise'; markId: string }
  | { reason: 'care-note-over'; lastDay: Day }
  | { reason: 'absence-too-late'; on: Day }
