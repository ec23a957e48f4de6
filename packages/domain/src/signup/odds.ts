/** What a line has seen before: places ever given in comparable activities, and how many of them were given back. */
export type LineHistory = { given: number; givenBack: number }

// A kommune without history is taken to see one place in ten given back; ten places of experience outweigh it (eksempel).
const assumed: LineHistory = { given: 10, givenBack: 1 }

/**
 * How many children out of ten get a place from this position of the line, 0 to 10. Each filled place is given back
 * with the share seen so far, each on its own, so the places that come free follow a binomial count; the odds are the
 * chance that at least `position` of them do. Rounded down, so that nobody is promised more than the figures say.
 * @param position 1 for the next in line
 * @param taken places filled now
 */
export const oddsOutOfTen = (position: number, taken: number, history: LineHistory): number => {
  const share = (history.givenBack + assumed.givenBack) / (history.given + assumed.given)
  if (position > taken) return 0
  if (share >= 1) return 10
  let exactly = (1 - share) ** taken
  let fewer = 0
  for (let back = 0; back < position; back += 1) {
    fewer += exactly
    exactly *= ((taken - back) / (back + 1)) * (share / (1 - share))
  }
  return Math.max(0, Math.min(10, Math.floor((1 - fewer) * 10)))
}
