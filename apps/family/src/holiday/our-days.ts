import type { SignupView } from '@medspil/contracts/signup'

/** One thing a child is at: a meeting of an activity it has a place at. */
export interface OurMeeting { signup: SignupView; timeFrom: string; timeTo: string; place: string }

/** A child's day with its meetings in order. */
export interface OurDay { day: string; meetings: OurMeeting[] }

/** A child's holiday: its days, its lines, and what is over. */
export interface ChildHoliday { childId: string; firstName: string; turn: SignupView[]; days: OurDay[]; waiting: SignupView[]; over: SignupView[] }

const places: ReadonlySet<string> = new Set(['seat-held', 'awaiting-payment', 'requested', 'confirmed', 'started', 'ended'])
const turns: ReadonlySet<string> = new Set(['offered', 'seat-held', 'awaiting-payment'])

/**
 * A family's sign-ups of one programme, child by child and day by day; the ones it must answer or pay first. A line for what
 * has been held is over.
 * @param today ISO, in Denmark
 */
export function ourHoliday(signups: readonly SignupView[], programId: string, today: string): ChildHoliday[] {
  const isInLine = ({ state, offer }: SignupView) => (state === 'waiting' || state === 'wished') && offer.lastDay >= today
  const children = new Map<string, SignupView[]>()
  for (const one of signups) if (one.offer.programId === programId) children.set(one.childId, [...(children.get(one.childId) ?? []), one])
  return [...children].map(([childId, own]) => ({
    childId, firstName: own[0]!.childFirstName,
    turn: own.filter(({ state }) => turns.has(state)),
    days: daysOf(own.filter(({ state }) => places.has(state))),
    waiting: own.filter(isInLine),
    over: own.filter((one) => !places.has(one.state) && !turns.has(one.state) && !isInLine(one)),
  })).sort((a, b) => (a.firstName < b.firstName ? -1 : 1))
}

function daysOf(signups: readonly SignupView[]): OurDay[] {
  const days = new Map<string, OurMeeting[]>()
  for (const signup of signups) {
    const { meetings, firstDay, timeFrom, timeTo, place } = signup.offer
    // An activity whose meetings are not written down is met on its first day.
    for (const { day, ...one } of meetings.length > 0 ? meetings : [{ day: firstDay, timeFrom, timeTo, place }]) days.set(day, [...(days.get(day) ?? []), { signup, ...one }])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, meetings]) => ({ day, meetings: meetings.sort((a, b) => (a.timeFrom < b.timeFrom ? -1 : 1)) }))
}
