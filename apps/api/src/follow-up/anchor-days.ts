import type { PlanFacts } from '@medspil/db/follow-up'
import { addDays, type Day, earliest, latest, weekdayOf } from '@medspil/domain/day'
import type { AnchorDays } from '@medspil/domain/follow-up'
import { nowAt } from '../clock.ts'

type SignupFacts = PlanFacts['signups'][number]

/** The agreed first meeting of a sign-up the forening has said yes to; null while there is none. */
export function firstMeeting(signup: SignupFacts): Day | null {
  if (signup.startedOn) return signup.startedOn
  if (signup.state !== 'confirmed' || !signup.answeredAt) return null
  const from = latest(signup.periodFrom ?? signup.seasonFrom, nowAt(signup.answeredAt).day)
  const listed = signup.days.find((day) => day >= from)
  if (listed || signup.days.length > 0 || signup.weekday === null) return listed ?? null
  const next = addDays(from, (signup.weekday - weekdayOf(from) + 7) % 7)
  return next <= signup.seasonTo ? next : null
}

/** What has happened in a course, as the plan counts from it. */
export function anchorDays({ grantedOn, firstTrainingOn, signups }: PlanFacts): AnchorDays {
  const meetings = signups.map(firstMeeting).filter((day) => day !== null)
  const stops = signups.map(({ endedOn }) => endedOn).filter((day) => day !== null)
  return {
    grant: grantedOn, signup: signups[0] ? nowAt(signups[0].createdAt).day : null, firstTraining: firstTrainingOn,
    stop: stops.length > 0 ? stops.reduce(latest) : null,
    plannedTraining: firstTrainingOn ?? (meetings.length > 0 ? meetings.reduce(earliest) : null),
  }
}
