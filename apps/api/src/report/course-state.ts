import { groupBy } from '@medspil/db'
import type { CourseFacts, ReportedOrdning } from '@medspil/db/report'
import { addMonths, type Day, latest } from '@medspil/domain/day'
import type { CheckState, FunnelCourse, FunnelStage, Stay, StayEnd } from '@medspil/domain/report'

/** The checks of a report, in months from the first training. */
export const checkMonths = [3, 6] as const
/** A check's name in a funnel. */
export const checkName = (months: number): string => `month-${months}`

/** A course with what the report makes of it; `stay` null before the first training. */
export interface ReportedCourse extends FunnelCourse { area: string | null; birthYear: number; firstTrainingOn: Day | null; stay: Stay | null }

/** What was known of a course on a day. Everything later is not yet known. */
export function reportCourse(facts: CourseFacts, ordning: ReportedOrdning | undefined, asOf: Day): ReportedCourse {
  const { firstTrainingOn, childId, hasGuidance, hasPass, area, birthYear } = facts
  const began = known(firstTrainingOn, asOf)
  const stages: [FunnelStage, boolean][] = [
    ['met', true], ['granted', known(facts.grantedOn, asOf) !== null], ['signed-up', known(facts.signedUpOn, asOf) !== null],
    ['redeemed', facts.redeemed && hasPass && known(facts.signedUpOn, asOf) !== null], ['first-training', began !== null],
  ]
  return {
    childId, area, birthYear, guidance: hasGuidance, pass: hasPass, firstTrainingOn: began,
    reached: stages.filter(([, isReached]) => isReached).map(([stage]) => stage),
    checks: began ? Object.fromEntries(checkMonths.map((months) => [checkName(months), stateAt(facts, ordning, began, months, asOf)])) : {},
    stay: began && { firstTraining: began, end: endOf(facts, began, asOf) },
  }
}

const known = (on: Day | null, asOf: Day): Day | null => (on !== null && on <= asOf ? on : null)

/** The day of a stop that no later word has taken back. */
function stoppedOn({ checks }: CourseFacts, asOf: Day): Day | null {
  const said = checks.flatMap(({ result, answeredOn }) => (answeredOn && answeredOn <= asOf && (result === 'stopped' || result === 'active') ? [{ result, on: answeredOn }] : []))
  said.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const lastActive = said.findLastIndex(({ result }) => result === 'active')
  return said.slice(lastActive + 1)[0]?.on ?? null
}

/** A child that moved or grew up before the check is out of observation and never becomes due. */
function stateAt(facts: CourseFacts, ordning: ReportedOrdning | undefined, began: Day, months: number, asOf: Day): CheckState {
  const ids = ordning?.checksByMonths.get(months)
  const check = facts.checks.find(({ checkId }) => ids?.has(checkId))
  const dueOn = check?.dueOn ?? addMonths(began, months)
  if (dueOn > asOf) return 'not-yet-due'
  if (check?.result === 'active' || check?.result === 'stopped') return check.answeredOn === null || check.answeredOn <= asOf ? check.result : 'unknown'
  const stop = stoppedOn(facts, asOf)
  if (stop && stop <= dueOn) return 'stopped'
  const left = facts.closedAs === 'moved' || facts.closedAs === 'aged-out' ? known(facts.closedOn, asOf) : null
  return left && left < dueOn ? 'not-yet-due' : 'unknown'
}

function endOf(facts: CourseFacts, began: Day, asOf: Day): StayEnd {
  const words = facts.checks.flatMap(({ result, answeredOn }) => (result === 'active' && answeredOn && answeredOn <= asOf ? [answeredOn] : []))
  const lastSign = [facts.lastPresentOn, ...words].filter((on) => on !== null).reduce(latest, began)
  const stop = stoppedOn(facts, asOf)
  if (stop) return { kind: 'stopped', on: stop, lastSign }
  const closed = known(facts.closedOn, asOf)
  if (closed && (facts.closedAs === 'moved' || facts.closedAs === 'aged-out')) return { kind: facts.closedAs, on: closed }
  const due = facts.checks.filter(({ checkId, dueOn }) => checkId !== 'news' && dueOn <= asOf).at(-1)
  // Silence at the newest check counts from the last sign; a question that is still open says nothing yet.
  return due?.result === 'unknown' ? { kind: 'unknown', lastSign } : { kind: 'active', on: closed ?? asOf }
}

// A child is there if any of its courses says so, and gone only when all have stopped.
const strongest: readonly StayEnd['kind'][] = ['active', 'unknown', 'moved', 'aged-out', 'stopped']

/** One stay per child, from its first first training to what the strongest of its courses says. */
export function staysOf(courses: readonly ReportedCourse[]): Stay[] {
  return [...groupBy(courses, ({ childId }) => childId).values()].flatMap((own) => {
    const stays = own.flatMap(({ stay }) => stay ?? [])
    const end = strongest.flatMap((kind) => stays.filter((stay) => stay.end.kind === kind)).at(0)?.end
    const first = stays.map(({ firstTraining }) => firstTraining).sort()[0]
    return end && first ? [{ firstTraining: first, end }] : []
  })
}
