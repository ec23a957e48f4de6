import fc from 'fast-check'
import { day } from '../day.ts'
import { instant } from '../instant.ts'
import type { Activity, LimitStage, SigningChild, SignupRequest } from './facts.ts'
import type { SignupBatch } from './decide.ts'

/** The moment of every request in these tests, unless a case says otherwise. */
export const noon = instant('2026-06-02T10:00:00.000Z')

/** An open activity with two places on 6 July 2026. */
export const anActivity = (part: Partial<Activity> = {}): Activity => ({
  id: 'kajak', cancelled: false, capacity: 2, taken: 0, reserved: 0, reservedTaken: 0, waiting: 0, travel: null, waitingLimit: null, admits: { kind: 'everyone' },
  firstDay: day('2026-07-06'), lastDay: day('2026-07-08'), lastBegins: instant('2026-07-08T07:00:00.000Z'), occurrences: [], opens: null, closes: null,
  limitGroup: 'sommer', ...part,
})

/** A ten-year-old who holds nothing. */
export const aChild = (part: Partial<SigningChild> = {}): SigningChild =>
  ({ birthDay: day('2016-03-01'), grade: null, held: [], ...part })

/** One request; the sign-up's id follows from the request's. */
export const aRequest = (requestId: string, part: Partial<SignupRequest> = {}): SignupRequest => ({
  requestId, signupId: `s-${requestId}`, groupId: null, childId: requestId, activityId: 'kajak', at: noon,
  acceptsClash: false, reserved: false, ...part,
})

/** A batch in which every child that asks is known. */
export const aBatch = (requests: SignupRequest[], part: Partial<SignupBatch> = {}): SignupBatch => ({
  today: day('2026-06-02'), activities: [anActivity()], limits: new Map(),
  children: new Map(requests.map(({ childId }) => [childId, aChild()])), requests, ...part,
})

/** A limit of so many places and waiting entries from the start of 2026. */
export const limitOf = (places: number | null, waiting: number | null): ReadonlyMap<string, LimitStage[]> =>
  new Map([['sommer', [{ from: instant('2026-01-01T00:00:00.000Z'), places, waiting }]]])

const ids = ['a', 'b', 'c'] as const

/** Small worlds: three activities, five children, up to twelve requests, some in groups, with a limit per child. */
export const world: fc.Arbitrary<SignupBatch> = fc.record({
  counts: fc.tuple(...ids.map(() => fc.record({
    capacity: fc.nat(4), taken: fc.nat(4), waiting: fc.oneof(fc.constant(0), fc.nat(2)),
  }))),
  wishes: fc.array(fc.record({
    childId: fc.integer({ min: 1, max: 5 }).map((n) => `barn-${n}`),
    activityId: fc.constantFrom(...ids), groupId: fc.option(fc.constantFrom('g1', 'g2'), { freq: 2 }),
  }), { maxLength: 12 }),
  places: fc.option(fc.integer({ min: 1, max: 3 })),
  waiting: fc.option(fc.nat(2)),
}).map(({ counts, wishes, places, waiting }) => {
  const requests = wishes.map((wish, at) => aRequest(String(at), wish))
  return aBatch(requests, {
    limits: limitOf(places, waiting),
    activities: ids.map((id, at) => {
      const { capacity, taken, waiting: inLine } = counts[at]!
      return anActivity({ id, capacity, taken: Math.min(taken, capacity), waiting: inLine })
    }),
  })
})
