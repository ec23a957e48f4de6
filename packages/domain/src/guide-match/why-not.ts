import type { Day, Weekday } from '../day.ts'
import type { FadingStage, GuideState, MatchState, TripState } from './states.ts'

/** Why a guide cannot be proposed to a child, or a trip or match cannot go on. */
export type GuideMatchWhyNot =
  | { reason: 'guide-not-active'; state: GuideState }
  | { reason: 'guide-certificate-missing' }
  | { reason: 'guide-certificate-lapsed'; validTo: Day }
  | { reason: 'guide-hours-used'; hoursLeft: number; hoursNeeded: number }
  | { reason: 'guide-follows-enough-children'; children: number; most: number }
  | { reason: 'guide-cannot-that-day'; weekday: Weekday }
  | { reason: 'guide-too-far-away'; metres: number; most: number }
  | { reason: 'guide-outside-area'; area: string }
  | { reason: 'guide-not-cleared-for-protection' }
  | { reason: 'guide-said-no-before' }
  | { reason: 'escort-permission-missing' }
  | { reason: 'match-not-active'; state: MatchState }
  | { reason: 'match-time-over'; endedOn: Day }
  | { reason: 'guide-move-impossible'; from: GuideState; to: GuideState }
  | { reason: 'match-move-impossible'; from: MatchState; to: MatchState }
  | { reason: 'trip-move-impossible'; from: TripState; to: TripState }
  | { reason: 'no-further-fading'; stage: FadingStage }
  | { reason: 'ordning-without-guide' }
  | { reason: 'match-open-already' }
