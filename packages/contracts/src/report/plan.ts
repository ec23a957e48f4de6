import * as z from 'zod/mini'
import { DayText } from '../shared.ts'

const Lower = z.int().check(z.nonnegative())
const Upper = z.nullable(Lower)

/** A stated aim (schemes.md 4), as `domain/report` evaluates it. */
export const TargetText = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by-date'), lower: Lower, upper: Upper, by: DayText }),
  z.strictObject({ kind: z.literal('per-unit'), lower: Lower, upper: Upper, by: DayText }),
  z.strictObject({ kind: z.literal('per-year'), lower: Lower, upper: Upper }),
  z.strictObject({ kind: z.literal('per-unit-and-year'), lower: Lower, upper: Upper }),
  z.strictObject({ kind: z.literal('average-per-year'), lower: Lower }),
  z.strictObject({ kind: z.literal('share-kept'), percent: Lower, months: Lower }),
  z.strictObject({ kind: z.literal('words') }),
])

/** A count somebody entered: its plan year, its unit, or both. */
export const FigureText = z.union([
  z.strictObject({ year: z.nullable(z.int()), unit: z.nullable(z.string()), count: z.nullable(z.int()) }),
  z.strictObject({ year: z.int(), unit: z.null(), kept: z.int(), notKept: z.int(), notYetDue: z.int() }),
])

/** A plan with its targets and the figures entered so far; `isEksempel` when the figures are made up. */
export const PlanSettings = z.strictObject({
  name: z.string(), starts: DayText, years: z.int(), units: z.array(z.string()), source: z.string(), isEksempel: z.boolean(),
  targets: z.array(z.strictObject({ id: z.string(), name: z.string(), demand: z.string(), source: z.string(), target: TargetText, figures: z.array(FigureText) })),
})
export type PlanSettings = z.infer<typeof PlanSettings>

/** What a kommune sets for its reports, inside its settings. The cell limit is never under 3. */
export const ReportSettings = z.object({ cellLimit: z.optional(z.int()), plans: z.optional(z.array(PlanSettings)) })
export type ReportSettings = z.infer<typeof ReportSettings>

/** A target as it stands. Values are counts, or percentages with decimals for a share; null is no data. */
export const TargetView = z.strictObject({
  id: z.string(), name: z.string(), demand: z.string(), source: z.string(), isShare: z.boolean(),
  status: z.enum(['met', 'not-met', 'not-yet-due', 'no-data', 'not-scored']), value: z.nullable(z.number()),
  years: z.array(z.strictObject({ year: z.nullable(z.int()), value: z.nullable(z.number()), status: z.enum(['met', 'not-met', 'not-yet-due', 'no-data', 'not-scored']) })),
})
export const PlanView = z.strictObject({ name: z.string(), starts: DayText, years: z.int(), source: z.string(), isEksempel: z.boolean(), targets: z.array(TargetView) })
export type PlanView = z.infer<typeof PlanView>
