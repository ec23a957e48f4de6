import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { ActivityFault } from './activity.ts'
import type { FriendWhyNot } from './friends.ts'
import type { PlanFault } from './plan.ts'
import type { ProgramState } from './states.ts'
import type { WishWhyNot } from './wishes.ts'

/** Why a holiday programme does not take sign-ups or cannot move on. */
export type HolidayProgramWhyNot =
  | { reason: 'program-not-published' }
  | { reason: 'program-opens-later'; opens: Instant }
  | { reason: 'program-takes-wishes'; until: Instant | null }
  | { reason: 'program-signup-over'; closed: Instant | null }
  | { reason: 'program-move-impossible'; from: ProgramState; to: ProgramState }
  | WishWhyNot
  | FriendWhyNot
  | { reason: 'wishes-changed' }
  | { reason: 'wishes-still-open'; closes: Instant }
  | { reason: 'draw-held-already' }
  | { reason: 'public-chance-missing'; announced: string }
  | { reason: 'program-plan-faulty'; faults: readonly PlanFault[] }
  | { reason: 'program-not-draft'; state: ProgramState }
  | { reason: 'program-has-signups'; children: number }
  | { reason: 'program-takes-no-activities'; answerBy: Day | null }
  | { reason: 'activity-faulty'; faults: readonly ActivityFault[] }
  | { reason: 'activity-promised' }
  | { reason: 'capacity-below-taken'; lowest: number }
  | { reason: 'holiday-days-turned' }
