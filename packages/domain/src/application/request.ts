import type { Ore } from '@medspil/ledger'
import type { Period, SupportKind } from '../ordning/index.ts'

/** One thing asked for or given. `amount` in øre; null for what is not money. */
export type Support = { kind: SupportKind; amount: Ore | null }

/** What a family asks for: the things, the period and the activity in its own words (null: not chosen yet). */
export type Request = { supports: Support[]; period: Period | null; activity: string | null }

/** What is given, in the same form, so that the two can be held against each other. */
export type Given = Request

/** The three ways an application can be decided. */
export type Outcome = 'granted' | 'partly-granted' | 'refused'

/**
 * Full, part or no. Less money, one thing fewer, a shorter period or another activity than asked is a part-grant,
 * and a part-grant needs everything a refusal needs (forvaltningsloven § 22; law.md 1).
 */
export const outcomeOf = (asked: Request, given: Given): Outcome => {
  if (given.supports.length === 0) return 'refused'
  const isAllThere = asked.supports.every((wanted) => given.supports.some((got) => meets(wanted, got)))
  return isAllThere && coversPeriod(asked.period, given.period) && sameActivity(asked.activity, given.activity)
    ? 'granted' : 'partly-granted'
}

const meets = (wanted: Support, got: Support): boolean =>
  wanted.kind === got.kind && (wanted.amount === null || (got.amount !== null && got.amount >= wanted.amount))

const coversPeriod = (asked: Period | null, given: Period | null): boolean =>
  asked === null || (given !== null && given.from <= asked.from && given.to >= asked.to)

const sameActivity = (asked: string | null, given: string | null): boolean => asked === null || given === asked
