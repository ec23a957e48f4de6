import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { LimitStage, TravelMinutes } from '../signup/index.ts'

/** The holidays of a Danish school year that a programme can lie in. */
export const holidayKinds = ['summer', 'autumn', 'christmas', 'winter', 'easter'] as const
export type HolidayKind = (typeof holidayKinds)[number]

/** What comes back to a family that gives a place back: `percent` of its own share, until `untilDays` days before the first day. */
export type RefundStep = { untilDays: number; percent: number }

/** All that the kommune decides about a programme before it is published. Days are calendar days, moments are UTC. */
export type ProgramPlan = {
  name: string; holiday: HolidayKind; fromDay: Day; toDay: Day
  way: 'opening-minute' | 'draw'
  /** From when families take places; with a draw, from when what is left can be taken. */
  opensAt: Instant; closesAt: Instant
  wishesOpenAt: Instant | null; wishesCloseAt: Instant | null
  /** Most wishes a child may rank; numbers a child gets more in the draw for each programme it lost everything in. */
  mostWishes: number; loserNumbers: number
  stages: readonly LimitStage[]; refundRule: readonly RefundStep[]; travelMinutes: TravelMinutes
  groupTooLarge: 'line-waits' | 'pass-over'
  seatMinutes: number; payHours: number; offerHours: number
  careOpensDays: number; careErasedDays: number; noShowText: string
  /** Last day for organisers to describe their activities; null is no day. */
  answerBy: Day | null
}

/** What is wrong with a plan, as a form can point at it. */
export type PlanFault =
  | 'name-missing' | 'days-turned' | 'closes-before-opening' | 'opens-after-holiday' | 'wishes-missing' | 'wishes-turned' | 'wishes-after-opening'
  | 'stages-missing' | 'stages-turned' | 'first-stage-late' | 'refund-turned' | 'answer-by-late'

/**
 * Everything that keeps a plan from being published, in the order of the form. The screen and the server ask the same rule.
 * @param localDay the day in Denmark that one of the plan's moments lies in: midnight there is the evening before in UTC
 */
export const planFaults = (plan: ProgramPlan, localDay: (moment: string) => Day): PlanFault[] => {
  const { stages, refundRule } = plan
  const first = stages[0]
  const begins = plan.way === 'draw' ? plan.wishesOpenAt ?? plan.opensAt : plan.opensAt
  const checks: [boolean, PlanFault][] = [
    [plan.name.trim() === '', 'name-missing'],
    [plan.toDay < plan.fromDay, 'days-turned'],
    ...wishFaults(plan),
    [localDay(plan.opensAt) > plan.toDay, 'opens-after-holiday'],
    [plan.closesAt <= plan.opensAt, 'closes-before-opening'],
    [first === undefined, 'stages-missing'],
    [stages.some(({ from }, at) => at > 0 && from <= stages[at - 1]!.from), 'stages-turned'],
    // Before its first stage a child may have nothing: sign-up would be open and refuse everybody.
    [first !== undefined && first.from > plan.opensAt, 'first-stage-late'],
    [refundRule.some(({ untilDays, percent }, at) => at > 0 && (untilDays >= refundRule[at - 1]!.untilDays || percent >= refundRule[at - 1]!.percent)), 'refund-turned'],
    // Organisers write until their day is over, so it ends before the first day on which families choose.
    [plan.answerBy !== null && plan.answerBy >= localDay(begins), 'answer-by-late'],
  ]
  return checks.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
}

const wishFaults = ({ way, wishesOpenAt, wishesCloseAt, opensAt }: ProgramPlan): [boolean, PlanFault][] => {
  if (way === 'opening-minute') return []
  if (wishesOpenAt === null || wishesCloseAt === null) return [[true, 'wishes-missing']]
  return [[wishesCloseAt <= wishesOpenAt, 'wishes-turned'], [wishesCloseAt > opensAt, 'wishes-after-opening']]
}

/** How much of the own share comes back, in percent, when a place is given back so many days before the first day. */
export const refundPercent = (rule: readonly RefundStep[], daysBefore: number): number =>
  rule.filter(({ untilDays }) => daysBefore >= untilDays).reduce((most, { percent }) => Math.max(most, percent), 0)
