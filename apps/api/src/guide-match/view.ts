import type { GuideRow, MatchView, TripView } from '@medspil/contracts/guide-match'
import type { StoredGuide, StoredMatch, StoredTrip } from '@medspil/db/guide-match'
import { completedYears, type Day } from '@medspil/domain/day'
import { type FadingStage, nextFading } from '@medspil/domain/guide-match'

/** A guide as a fritidsvejleder sees them. */
export function guideRow(guide: StoredGuide, today: Day): GuideRow {
  const { guideId, name, gender, kind, state, area, children, mostChildren, hoursLeft, certificateOn, certificateValidTo } = guide
  return {
    guideId, name, age: completedYears(guide.birthDay, today), gender, kind, state, languages: [...guide.languages], interests: [...guide.interests], days: { ...guide.days } as Record<string, string>, area,
    children, mostChildren, hoursLeft, certificateOn, certificateUntil: certificateValidTo, certificateValid: certificateValidTo !== null && certificateValidTo >= today,
  }
}

/** A match with the child's first name alone. @param stages the ordning's ways of stepping back, in order */
export function matchView(match: StoredMatch, firstName: string, stages: readonly FadingStage[]): MatchView {
  const { id, guideId, guideName, childId, state, stage, weekday, wishes, maxUntil, trips, endedAs } = match
  const next = nextFading(stages, stage)
  return {
    matchId: id, guideId, guideName, childId, childFirstName: firstName, state, stage, weekday, wishes, maxUntil, trips, endedAs,
    whose: state === 'proposed' ? 'guide' : state === 'accepted-by-guide' ? 'family' : 'nobody', nextStage: next.ok ? next.stage : null,
  }
}

/** A trip as guide and family see it. */
export function tripView(trip: StoredTrip, firstName: string): TripView {
  const { id, childId: _, ...rest } = trip
  return { tripId: id, childFirstName: firstName, ...rest }
}
