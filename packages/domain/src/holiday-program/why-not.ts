import type { Instant } from '../instant.ts'
import type { ProgramState } from './states.ts'

/** Why a holiday programme does not take sign-ups or cannot move on. */
export type HolidayProgramWhyNot =
  | { reason: 'program-not-published' }
  | { reason: 'program-opens-later'; opens: Instant }
  | { reason: 'program-takes-wishes'; until: Instant | null }
  | { reason: 'program-signup-over'; closed: Instant | null }
  | { reason: 'program-move-impossible'; from: ProgramState; to: ProgramState }
  | { reason: 'activity-facts-missing'; missing: readonly string[] }
