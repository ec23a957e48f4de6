import type { ActivityView } from '@medspil/contracts/holiday-program'
import { foldText } from '@medspil/ui'
import { type Choices, noChoices } from './choices.ts'

/** The kinds of choices that can be loosened one at a time. */
export type ChoiceKind = 'days' | 'time' | 'areas' | 'topics' | 'needs' | 'free' | 'noCost' | 'kept' | 'text' | 'all'

type Test = (activity: ActivityView) => boolean

const noon = '12:00'
const words = (activity: ActivityView): string =>
  foldText(`${activity.title} ${activity.foreningName} ${activity.place} ${activity.area} ${activity.activity}`)

/** What the family pays itself, øre: the price after the pass. */
export const paidByFamily = ({ price, forChild }: ActivityView): bigint => price - (forChild?.paidByPass ?? 0n)

/** One test per kind of choice; those that are not chosen are left out. */
const testsOf = (choices: Choices, kept: ReadonlySet<string>): Map<ChoiceKind, Test> => {
  const { days, time, areas, topics, needs, free, noCost, text } = choices
  const tests = new Map<ChoiceKind, Test>()
  // A class nobody has told is unknown, and unknown is no no: it is asked for at the sign-up.
  if (!choices.all) tests.set('all', ({ forChild }) => forChild === null || forChild.whyNot === null || forChild.whyNot.reason === 'grade-unknown' || forChild.signupId !== null)
  if (days.length > 0) tests.set('days', (one) => one.days.some((day) => days.includes(day)))
  if (time !== null) tests.set('time', ({ timeFrom }) => (timeFrom < noon) === (time === 'morning'))
  if (areas.length > 0) tests.set('areas', ({ area }) => areas.includes(area))
  if (topics.length > 0) tests.set('topics', ({ pictogram }) => topics.includes(pictogram))
  // Every need must be met: half a ramp is no help.
  if (needs.length > 0) tests.set('needs', ({ supportNeeds }) => needs.every((need) => supportNeeds.includes(need)))
  if (free) tests.set('free', ({ freePlaces, state }) => freePlaces > 0 && (state === 'open' || state === 'below-minimum'))
  if (noCost) tests.set('noCost', (one) => paidByFamily(one) === 0n)
  if (choices.kept) tests.set('kept', ({ id }) => kept.has(id))
  const asked = foldText(text).split(/\s+/).filter(Boolean)
  if (asked.length > 0) tests.set('text', (one) => asked.every((word) => words(one).includes(word)))
  return tests
}

const passing = (activities: readonly ActivityView[], tests: Iterable<Test>): ActivityView[] => {
  const all = [...tests]
  return activities.filter((one) => all.every((test) => test(one)))
}

/** The activities that fit all choices. */
export const findActivities = (activities: readonly ActivityView[], choices: Choices, kept: ReadonlySet<string>): ActivityView[] =>
  passing(activities, testsOf(choices, kept).values())

/** A value one may choose, and how many activities it would leave. */
export interface Facet { value: string; count: number }

/** How many activities each value of each choice would leave, with the other choices as they stand. Values without any are left out. */
export interface Facets { days: Facet[]; areas: Facet[]; topics: Facet[]; needs: Facet[]; morning: number; afternoon: number; free: number; noCost: number; kept: number; all: number }

/** Counts every choice of the page: nobody is led to an empty list by a press. */
export const facetsOf = (activities: readonly ActivityView[], choices: Choices, kept: ReadonlySet<string>): Facets => {
  const tests = testsOf(choices, kept)
  const without = (kind: ChoiceKind) => passing(activities, [...tests].filter(([other]) => other !== kind).map(([, test]) => test))
  const only = (kind: ChoiceKind, more: Partial<Choices>) => without(kind).filter((one) => [...testsOf({ ...noChoices, all: true, ...more }, kept).values()].every((test) => test(one))).length
  const count = (kind: ChoiceKind, valuesOf: (one: ActivityView) => readonly string[], chosen: readonly string[]): Facet[] => {
    const counts = new Map<string, number>(chosen.map((value) => [value, 0]))
    for (const one of without(kind)) for (const value of valuesOf(one)) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].map(([value, found]) => ({ value, count: found })).sort((a, b) => (a.value < b.value ? -1 : 1))
  }
  return {
    days: count('days', ({ days }) => days, choices.days), areas: count('areas', ({ area }) => (area ? [area] : []), choices.areas),
    topics: count('topics', ({ pictogram }) => [pictogram], choices.topics), needs: count('needs', ({ supportNeeds }) => supportNeeds, choices.needs),
    morning: only('time', { time: 'morning' }), afternoon: only('time', { time: 'afternoon' }),
    free: only('free', { free: true }), noCost: only('noCost', { noCost: true }), kept: only('kept', { kept: true }), all: without('all').length,
  }
}

/** Which single choice to loosen when nothing is left, and how many activities come back; the most helpful first. */
export const waysOut = (activities: readonly ActivityView[], choices: Choices, kept: ReadonlySet<string>): { kind: ChoiceKind; count: number }[] => {
  const tests = testsOf(choices, kept)
  return [...tests.keys()]
    .map((kind) => ({ kind, count: passing(activities, [...tests].filter(([other]) => other !== kind).map(([, test]) => test)).length }))
    .filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}

/** The choices without one kind of them. */
export const loosened = (choices: Choices, kind: ChoiceKind): Choices => ({ ...choices, [kind]: kind === 'all' ? true : noChoices[kind] })

/** One day of the list. An activity of several days stands once, under its first day among those asked for. */
export interface DayGroup { day: string; activities: ActivityView[] }

/** The list by day: those with free places before the full ones, each by its time. */
export const groupByDay = (activities: readonly ActivityView[], asked: readonly string[]): DayGroup[] => {
  const groups = new Map<string, ActivityView[]>()
  for (const one of activities) {
    const day = one.days.find((each) => asked.length === 0 || asked.includes(each)) ?? one.days[0] ?? ''
    groups.set(day, [...(groups.get(day) ?? []), one])
  }
  const rank = (one: ActivityView) => `${one.state === 'cancelled' ? 2 : one.freePlaces > 0 ? 0 : 1}${one.timeFrom}${one.title}`
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, members]) => ({ day, activities: members.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) }))
}

/** The first `most` activities of the groups, whole groups' headings kept. */
export const firstOf = (groups: readonly DayGroup[], most: number): DayGroup[] => {
  let left = most
  return groups.flatMap((group) => {
    if (left <= 0) return []
    const shown = group.activities.slice(0, left)
    left -= shown.length
    return [{ day: group.day, activities: shown }]
  })
}
