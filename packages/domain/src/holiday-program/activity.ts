import type { Ore } from '@medspil/ledger'
import type { AdmissionRule } from '../admission.ts'
import { addDays, type Day } from '../day.ts'
import type { HolidayProgramWhyNot } from './why-not.ts'
import type { ProgramState } from './states.ts'

/** Whom an activity is for: completed years on its first day, or the grade before the holiday (0 is børnehaveklassen). */
export type Audience = { kind: 'ages' | 'grades'; from: number; to: number }

/** One dated meeting of an activity; local times `HH:MM`. */
export type Session = { day: Day; timeFrom: string; timeTo: string; place: string }

/** An activity as its organiser describes it. Price in øre; `minimum` null is held whatever the number. */
export type ActivityText = {
  title: string; description: string; audience: Audience; sessions: readonly Session[]; area: string; capacity: number; price: Ore
  minimum: number | null; minimumDecidedOn: Day | null; accessibility: string
}

/** The rule sign-up asks. The grade is the one before the holiday (product.md 3c), so it is measured the day before it. */
export const admitsOf = ({ kind, from, to }: Audience, holidayFrom: Day): AdmissionRule =>
  kind === 'ages' ? { kind: 'completed-years', from, to, on: 'activity-day' } : { kind: 'grade', from, to, on: addDays(holidayFrom, -1) }

/** The audience behind a rule that `admitsOf` made. */
export const audienceOf = (admits: AdmissionRule, ages: { from: number; to: number }): Audience =>
  admits.kind === 'grade' ? { kind: 'grades', from: admits.from, to: admits.to } : { kind: 'ages', ...ages }

/** Completed years that such children have: in grade 0 one turns 7, so a grade is two ages. Both ends included. */
export const agesOf = ({ kind, from, to }: Audience): { from: number; to: number } => (kind === 'ages' ? { from, to } : { from: from + 6, to: to + 7 })

/** What is wrong with a description, as a form can point at it. */
export type ActivityFault =
  | 'title-missing' | 'description-missing' | 'audience-turned' | 'sessions-missing' | 'session-times-turned' | 'session-place-missing' | 'session-twice' | 'session-outside-holiday'
  | 'capacity-missing' | 'minimum-above-capacity' | 'minimum-day-missing' | 'minimum-day-late' | 'accessibility-missing'

/** Everything that keeps an activity from being read by the kommune, in the order of the form. */
export const activityFaults = (text: Omit<ActivityText, 'price'>, holiday: { fromDay: Day; toDay: Day }): ActivityFault[] => {
  const { sessions, minimum, minimumDecidedOn } = text
  const times = sessions.map(({ day, timeFrom }) => `${day} ${timeFrom}`)
  const firstDay = sessions.map(({ day }) => day).sort()[0]
  const checks: [boolean, ActivityFault][] = [
    [text.title.trim() === '', 'title-missing'],
    [text.description.trim() === '', 'description-missing'],
    [text.audience.to < text.audience.from, 'audience-turned'],
    [sessions.length === 0, 'sessions-missing'],
    [sessions.some(({ timeFrom, timeTo }) => timeTo <= timeFrom), 'session-times-turned'],
    [sessions.some(({ place }) => place.trim() === ''), 'session-place-missing'],
    [new Set(times).size < times.length, 'session-twice'],
    [sessions.some(({ day }) => day < holiday.fromDay || day > holiday.toDay), 'session-outside-holiday'],
    [text.capacity < 1, 'capacity-missing'],
    [minimum !== null && minimum > text.capacity, 'minimum-above-capacity'],
    [minimum !== null && minimumDecidedOn === null, 'minimum-day-missing'],
    // Families must be told before the first day, not on it.
    [minimum !== null && minimumDecidedOn !== null && firstDay !== undefined && minimumDecidedOn >= firstDay, 'minimum-day-late'],
    // A family plans by the access before it signs up (product.md 3c). The refund rule is the programme's and always stands.
    [text.accessibility.trim() === '', 'accessibility-missing'],
  ]
  return checks.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
}

/** Whether organisers may still describe activities: until the day they were asked to answer by, and never once places are given. */
export const mayDescribe = (program: { state: ProgramState; answerBy: Day | null }, today: Day): { ok: true } | { ok: false; whyNot: HolidayProgramWhyNot } => {
  const isLate = program.answerBy !== null && today > program.answerBy
  return (program.state === 'draft' || program.state === 'published') && !isLate ? { ok: true } : { ok: false, whyNot: { reason: 'program-takes-no-activities', answerBy: program.answerBy } }
}

const promised = ({ audience, sessions, price }: Pick<ActivityText, 'audience' | 'sessions' | 'price'>): string =>
  JSON.stringify([audience, sessions.map((one) => [one.day, one.timeFrom, one.timeTo]).sort(), String(price)])

/**
 * Whether a change is fair to those who signed up: ages, days, times and price were promised to them; words and the place's name may be mended.
 * @param places.isPromised whether anybody was promised the activity, as far as the writer may know; `lowest` `keptAsTaken`'s taken places
 */
export const mayChange = (
  before: Pick<ActivityText, 'audience' | 'sessions' | 'price'>, after: Pick<ActivityText, 'audience' | 'sessions' | 'price' | 'capacity'>, { isPromised, lowest }: { isPromised: boolean; lowest: number },
): { ok: true } | { ok: false; whyNot: HolidayProgramWhyNot } => {
  if (isPromised && promised(before) !== promised(after)) return { ok: false, whyNot: { reason: 'activity-promised' } }
  return after.capacity < lowest ? { ok: false, whyNot: { reason: 'capacity-below-taken', lowest } } : { ok: true }
}
