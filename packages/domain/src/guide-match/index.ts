/** Fritidsguides: who fits a child and why, trips, and the way to going alone. */
export { certificateValidTo, matchLimit, mayTravel, moveGuide, moveMatch, moveTrip, nextFading, tripsToStop } from './escort.ts'
export type { PlannedTrip, TripFacts } from './escort.ts'
export { matchLines, rankGuides, whyNotOthers, whyNotPossible } from './rank.ts'
export type { Availability, Guide, GuideWishes, MatchLine, MatchRequest, RankedGuide, Ranking } from './rank.ts'
export { guideMoves, matchMoves, tripMoves } from './states.ts'
export type { FadingStage, GuideState, MatchEnd, MatchState, TripState } from './states.ts'
export type { GuideMatchWhyNot } from './why-not.ts'
