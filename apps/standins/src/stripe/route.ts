import type Stripe from 'stripe'
import { invalid } from './errors.ts'
import type { Accepts, Kind } from './params.ts'
import type { StripeState } from './state.ts'

/** One request, checked: its parameters, the ids of its path, and the connected account it is made on behalf of. */
export type Call<Params> = { params: Params; ids: string[]; account: string | null; state: StripeState }

/** An endpoint of the emulator. `path` has `:id` for each id. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  accepts: Record<string, Kind | undefined>
  required: readonly string[]
  handle(call: Call<never>): object
}

type Described<Params> = {
  accepts: Accepts<Params>
  required?: ReadonlyArray<keyof Params & string>
  handle(call: Call<Params>): object
}

/** Declares an endpoint whose listed parameters are parameters stripe-node knows. */
export const route = <Params extends object>(method: Route['method'], path: string, { accepts, required = [], handle }: Described<Params>): Route =>
  ({ method, path, accepts: accepts as Record<string, Kind | undefined>, required, handle })

/** The three parameters of every list. */
export const paging = { limit: 'integer', starting_after: 'string', ending_before: 'string' } as const satisfies Accepts<Stripe.PaginationParams>

/** One page of a list, newest first, as Stripe cuts it. Throws 400 on a limit outside 1–100 or an unknown cursor. */
export function pageOf<Item extends { id: string }>(newestFirst: Item[], params: Stripe.PaginationParams, url: string) {
  const limit = params.limit ?? 10
  if (limit < 1 || limit > 100) throw invalid('This value must be between 1 and 100', 'limit')
  if (params.starting_after !== undefined && params.ending_before !== undefined) throw invalid('Give starting_after or ending_before, not both', 'ending_before')
  const placeOf = (id: string, param: string) => {
    const place = newestFirst.findIndex(one => one.id === id)
    if (place < 0) throw invalid(`No such object: '${id}'`, param, 'resource_missing')
    return place
  }
  if (params.ending_before !== undefined) {
    const end = placeOf(params.ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return { object: 'list' as const, data: newestFirst.slice(start, end), has_more: start > 0, url }
  }
  const start = params.starting_after === undefined ? 0 : placeOf(params.starting_after, 'starting_after') + 1
  return { object: 'list' as const, data: newestFirst.slice(start, start + limit), has_more: start + limit < newestFirst.length, url }
}

/** True when a second lies in Stripe's `created` filter. */
export function inRange(second: number, range: Stripe.RangeQueryParam | number | undefined): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return second === range
  return (range.gt === undefined || second > range.gt) && (range.gte === undefined || second >= range.gte)
    && (range.lt === undefined || second < range.lt) && (range.lte === undefined || second <= range.lte)
}
