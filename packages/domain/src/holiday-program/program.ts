import { min, subtract, zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import { programMoves, type ActivityState, type ProgramState } from './states.ts'
import type { HolidayProgramWhyNot } from './why-not.ts'

/** A programme as sign-up sees it; null is no limit at that end. */
export type HolidayProgram = { state: ProgramState; opens: Instant | null; closes: Instant | null }

/** The answer of a rule about a programme. */
export type ProgramVerdict = { ok: true } | { ok: false; whyNot: HolidayProgramWhyNot }

const no = (whyNot: HolidayProgramWhyNot): ProgramVerdict => ({ ok: false, whyNot })

/**
 * Whether families may take places at a moment: from the opening minute (included) to the closing moment (not
 * included). A published programme with an opening minute opens by itself, so that no job can open it late.
 */
export const isSignupOpen = ({ state, opens, closes }: HolidayProgram, at: Instant): ProgramVerdict => {
  if (state === 'draft') return no({ reason: 'program-not-published' })
  if (state === 'wishing' || state === 'drawn' || state === 'paying') return no({ reason: 'program-takes-wishes', until: opens })
  if (state === 'finished' || state === 'scrubbed') return no({ reason: 'program-signup-over', closed: closes })
  if (closes !== null && at >= closes) return no({ reason: 'program-signup-over', closed: closes })
  if (opens !== null && at < opens) return no({ reason: 'program-opens-later', opens })
  return state === 'published' && opens === null ? no({ reason: 'program-not-published' }) : { ok: true }
}

/** Moves a programme along `programMoves`. */
export const moveProgram = (
  from: ProgramState, to: ProgramState,
): { ok: true; state: ProgramState } | { ok: false; whyNot: HolidayProgramWhyNot } =>
  programMoves[from].includes(to)
    ? { ok: true, state: to } : { ok: false, whyNot: { reason: 'program-move-impossible', from, to } }

/** An activity's counts (children) and days. `minimum` null means it is held whatever the number. */
export type ActivityFacts = {
  published: boolean; cancelled: boolean; capacity: number; taken: number
  minimum: number | null; minimumDecidedOn: Day | null; firstDay: Day; lastDay: Day
}

/** The state an activity is in today. Below-minimum begins the day the minimum is decided on. */
export const activityState = (activity: ActivityFacts, today: Day): ActivityState => {
  const { capacity, taken, minimum, minimumDecidedOn, firstDay, lastDay } = activity
  if (activity.cancelled) return 'cancelled'
  if (!activity.published) return 'draft'
  if (lastDay < today) return 'finished'
  if (firstDay <= today) return 'held'
  const decided = minimumDecidedOn !== null && minimumDecidedOn <= today
  if (minimum !== null && decided && taken < minimum) return 'below-minimum'
  return taken >= capacity ? 'full' : 'open'
}

/**
 * The price after the pass: what the purses that may pay this can pay, and what the family pays. The parts sum to the
 * price. `payable` is the free amount of those purses in øre; a negative one pays nothing.
 */
export const priceAfterPass = (price: Ore, payable: Ore): { byPass: Ore; byFamily: Ore } => {
  const byPass = payable > 0n ? min(price, payable) : zero
  return { byPass, byFamily: subtract(price, byPass) }
}
