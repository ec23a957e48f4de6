/** A fritidsguide's way (product.md 3d). */
export type GuideState = 'applied' | 'talked' | 'certificate-asked' | 'approved' | 'active' | 'paused' | 'left'

/** A match between a child and a guide. Guide and child both say yes before it is active. */
export type MatchState =
  | 'proposed' | 'accepted-by-guide' | 'accepted-by-child' | 'active' | 'fading' | 'ended'

/** Why a match ended. Declining needs no reason and is no end of its own: a new match is proposed. */
export type MatchEnd = 'independent' | 'stopped' | 'new-match' | 'time-limit'

/** One trip. `late` is on its way; the parent is told at collection and return. */
export type TripState = 'planned' | 'late' | 'collected' | 'arrived' | 'returned' | 'not-at-home' | 'cancelled'

/** How far the guide has stepped back, in the words of the ordning. */
export type FadingStage = 'escorted' | 'metThere' | 'phoned' | 'alone'

/** Where each state of a guide may go. */
export const guideMoves: Readonly<Record<GuideState, readonly GuideState[]>> = {
  applied: ['talked', 'left'], talked: ['certificate-asked', 'left'], 'certificate-asked': ['approved', 'left'],
  approved: ['active', 'left'], active: ['paused', 'left'], paused: ['active', 'certificate-asked', 'left'], left: [],
}

/** Where each state of a match may go. */
export const matchMoves: Readonly<Record<MatchState, readonly MatchState[]>> = {
  proposed: ['accepted-by-guide', 'ended'], 'accepted-by-guide': ['accepted-by-child', 'ended'],
  'accepted-by-child': ['active', 'ended'], active: ['fading', 'ended'], fading: ['active', 'ended'], ended: [],
}

/** Where each state of a trip may go. A child who was collected is always brought on or brought back. */
export const tripMoves: Readonly<Record<TripState, readonly TripState[]>> = {
  planned: ['collected', 'late', 'not-at-home', 'cancelled'], late: ['collected', 'not-at-home', 'cancelled'],
  collected: ['arrived', 'returned'], arrived: ['returned'], returned: [], 'not-at-home': [], cancelled: [],
}
