import type { AdmissionFacts, AdmissionRule } from '../admission.ts'
import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'

/**
 * One dated meeting; `from` and `to` are local clock times `HH:MM`, `to` after `from`. Place and area as the organiser
 * wrote them; left out where nobody needs to travel.
 */
export type Occurrence = { day: Day; from: string; to: string; place?: string; area?: string }

/** Minutes a child needs between two activities, by how far apart they are; the programme says them. */
export type TravelMinutes = { samePlace: number; sameArea: number; otherArea: number }

/**
 * What one child may have at a time within a limit group from a moment on; null is no limit. "One activity in the
 * first week, then more and a waiting list" is two stages: places 1, waiting 0, then places null, waiting null.
 */
export type LimitStage = { from: Instant; places: number | null; waiting: number | null }

/** A season offer or a holiday activity as the lock and the count found it. All counts are children. */
export type Activity = {
  id: string
  cancelled: boolean
  capacity: number
  /** Places filled: held, requested, confirmed, started, awaiting payment and on offer; the reserved ones among them. */
  taken: number
  /** Places kept for supported children until their release, and how many of those are filled (product.md 3c). */
  reserved: number
  reservedTaken: number
  /** Children in the waiting list now. */
  waiting: number
  /** Longest waiting list, null for no limit. */
  waitingLimit: number | null
  admits: AdmissionRule
  /** First and last day of the season or activity; an age "on the activity day" is measured on the first. */
  firstDay: Day
  lastDay: Day
  /** The moment its last meeting begins. */
  lastBegins: Instant
  /** Planned meetings as far as they are known; they decide what clashes. */
  occurrences: readonly Occurrence[]
  /** When sign-up opens and closes; null is no limit at that end. */
  opens: Instant | null
  closes: Instant | null
  /** What lies between this activity and the child's others; null is no travel. */
  travel: TravelMinutes | null
  /** Activities with the same id share the child's limits (one holiday programme, one season); null is no limit. */
  limitGroup: string | null
}

/** What an activity that a child is in already says about others: what it counts against, and when the child is away. */
export type HeldActivity = Pick<Activity, 'id' | 'limitGroup' | 'occurrences'>

/** A place or a waiting entry that a child already has. `position` is 1 for the next in line. */
export type HeldSignup = { signupId: string; activity: HeldActivity } & (
  | { kind: 'place'; reserved: boolean }
  | { kind: 'waiting'; position: number }
)

/** A child as sign-up needs it: what admission asks and what it holds, in any activity. */
export type SigningChild = AdmissionFacts & { held: readonly HeldSignup[] }

/** One wish for one place. `signupId` is made by the caller. Equal `groupId` means all of us or none of us. */
export type SignupRequest = {
  requestId: string
  signupId: string
  groupId: string | null
  childId: string
  activityId: string
  at: Instant
  /** The family has been warned that another place lies at the same time, and wants this one too. */
  acceptsClash: boolean
  /** Asked for on a reserved place; when none is left, the same line as everybody's. */
  reserved: boolean
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const minutesBetween = (a: Occurrence, b: Occurrence, travel: TravelMinutes | null): number => {
  if (travel === null || a.place === undefined || b.place === undefined) return 0
  if (a.place === b.place) return travel.samePlace
  return a.area !== undefined && a.area === b.area ? travel.sameArea : travel.otherArea
}

/** Two meetings that one child cannot both be at: at the same time, or too close for the way between them. */
export type Clash = { on: Day; kind: 'same-time' } | { on: Day; kind: 'no-time-between'; minutes: number; needed: number }

/**
 * The first day on which two activities cannot both be reached, or null. Ending at 12 and beginning at 12 do not overlap;
 * with travel, the minutes of the way must lie between them.
 */
export const clashOf = (a: readonly Occurrence[], b: readonly Occurrence[], travel: TravelMinutes | null): Clash | null => {
  for (const one of a) {
    for (const other of b) {
      if (other.day !== one.day) continue
      if (other.from < one.to && one.from < other.to) return { on: one.day, kind: 'same-time' }
      const minutes = other.from >= one.to ? minuteOf(other.from) - minuteOf(one.to) : minuteOf(one.from) - minuteOf(other.to)
      const needed = minutesBetween(one, other, travel)
      if (minutes < needed) return { on: one.day, kind: 'no-time-between', minutes, needed }
    }
  }
  return null
}

/** The stage in force at a moment and the next one; null before the first. Stages are ordered by `from`. */
export const stageAt = (
  stages: readonly LimitStage[], at: Instant,
): { now: LimitStage | null; next: LimitStage | null } => {
  const now = stages.filter((stage) => stage.from <= at).at(-1) ?? null
  return { now, next: stages.find((stage) => stage.from > at) ?? null }
}
