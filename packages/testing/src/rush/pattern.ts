import type { RushFamily, RushWorld } from './plant.ts'

/** Where the requests go: to all alike, four of five to a tenth of the activities, or all to one at a time. */
export type Pattern = 'spread' | 'hot' | 'one'

/**
 * The n-th request of a pattern. Every pair of child and activity comes once, so that every request is a fresh one: the
 * children take turns, and each turn leads a child to another activity.
 */
export function nth(world: Pick<RushWorld, 'offers' | 'families'>, pattern: Pattern, n: number): { family: RushFamily; offerId: string } {
  const { offers, families } = world
  const [child, turn] = [(n * 7919) % families.length, Math.floor(n / families.length)]
  const hot = Math.max(1, Math.floor(offers.length / 10))
  const at = pattern === 'one' ? turn % offers.length
    : pattern === 'spread' ? (child * 31 + turn * 7) % offers.length
      : n % 5 === 4 ? hot + ((child * 31 + turn * 7) % (offers.length - hot)) : (child * 31 + turn * 7) % hot
  return { family: families[child]!, offerId: offers[at]! }
}
