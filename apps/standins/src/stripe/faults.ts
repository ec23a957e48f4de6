import { seeded } from './random.ts'

/**
 * What goes wrong with a call. `before` = nothing has happened, `after` = it has.
 * `fail-before` is a 500 that Stripe does not remember, so that a retry succeeds; `fail-during` (no effect) and
 * `fail-after` (effect) are 500s stored under the idempotency key, as Stripe stores them.
 */
export const faultKinds = ['drop-before', 'drop-after', 'fail-before', 'fail-during', 'fail-after', 'half-body', 'hang-before', 'hang-after', 'rate-limit', 'slow'] as const

/** One of `faultKinds`. */
export type FaultKind = (typeof faultKinds)[number]

/** Faults for the next `times` calls that match; or, with `share` and `seed`, for a repeatable share of all matching calls. */
export type FaultRule = { kinds: FaultKind[]; method?: string; path?: string; times?: number; share?: number; seed?: number }

/** The plan: rules are asked in order, the first that fires wins. */
export type FaultPlan = {
  add(rule: FaultRule): void
  take(method: string, path: string): FaultKind | undefined
  clear(): void
}

/** A plan without faults. A rule's `path` is a prefix; several kinds are taken in turn, or at random under a seed. */
export function faultPlan(): FaultPlan {
  let rules: Array<FaultRule & { left: number; random: () => number }> = []
  return {
    add: rule => void rules.push({ ...rule, left: rule.times ?? (rule.share === undefined ? rule.kinds.length : Infinity), random: seeded(rule.seed ?? 1) }),
    clear: () => void (rules = []),
    take(method, path) {
      for (const rule of rules) {
        if (rule.left <= 0 || (rule.method && rule.method !== method) || (rule.path && !path.startsWith(rule.path))) continue
        if (rule.share !== undefined && rule.random() >= rule.share) continue
        rule.left -= 1
        const place = rule.share === undefined ? 0 : Math.floor(rule.random() * rule.kinds.length)
        const kind = rule.kinds[place]
        if (rule.share === undefined && rule.kinds.length > 1) rule.kinds = [...rule.kinds.slice(1), ...rule.kinds.slice(0, 1)]
        return kind
      }
      return undefined
    },
  }
}
