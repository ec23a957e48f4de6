/** What the clients met. `unanswered`: sent again and again and never answered; `payments`: Checkouts begun; `ways`: what the payers did. */
export interface Tally {
  attempts: number; acknowledged: number; refused: number; cancelled: number; edited: number; together: number; resent: number; replayed: number; unanswered: number
  payments: number; ways: Record<string, number>; failed: string[]
}

/** A tally before anything was sent. */
export const emptyTally = (): Tally => ({
  attempts: 0, acknowledged: 0, refused: 0, cancelled: 0, edited: 0, together: 0, resent: 0, replayed: 0, unanswered: 0,
  payments: 0, ways: {}, failed: [],
})

/** The same row of numbers for the same seed (Park and Miller), each from 0 up to 1. */
export function numbersOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
