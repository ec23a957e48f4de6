import { funnelStages } from '@medspil/domain/report'
import * as z from 'zod/mini'
import { Key } from './ordning/support.ts'
import { PlanView } from './report/plan.ts'
import { DayText, OreSum } from './shared.ts'

export * from './report/plan.ts'
export * from './report/program.ts'

/** A published count of children; null is hidden because it is small, or because it would tell of one that is. */
export const CellView = z.nullable(z.int())

/** @see FiguresView. `ordningKey` null: all ordninger together. */
export const FiguresInput = z.strictObject({ ordningKey: z.nullable(Key), year: z.nullable(z.int().check(z.minimum(2015), z.maximum(2100))) })
export type FiguresInput = z.infer<typeof FiguresInput>

/** One step of the curve, from so many days after the first training. Shares between 0 and 1. */
const CurvePointView = z.strictObject({ days: z.int(), share: z.number(), lower: z.number(), upper: z.number() })

/** The curve of staying, its two bounds, and its table by months. */
export const CurveView = z.strictObject({
  children: z.int(), lastDay: z.int(), points: z.array(CurvePointView), allUnknownStopped: z.array(CurvePointView), allUnknownActive: z.array(CurvePointView),
  table: z.array(z.strictObject({ months: z.int(), days: z.int(), atRisk: CellView, stopped: CellView, share: z.number(), lower: z.number(), upper: z.number() })),
})
export type CurveView = z.infer<typeof CurveView>

const KindCells = z.strictObject({ 'guidance-only': CellView, 'pass-only': CellView, both: CellView })

/**
 * The figures of the children met in a year, as they stood on the last day of the month before (`asOf`): the same all
 * month, so that two days never tell of one child. Counts that could are null.
 */
export const FiguresView = z.strictObject({
  ordninger: z.array(z.strictObject({ key: Key, name: z.string() })), years: z.array(z.int()),
  ordningKey: z.nullable(Key), year: z.int(), asOf: DayText, cellLimit: z.int(),
  stages: z.array(z.strictObject({ stage: z.enum(funnelStages), count: CellView, kinds: KindCells })),
  checks: z.array(z.strictObject({ months: z.int(), of: CellView, active: CellView, stopped: CellView, unknown: CellView, notYetDue: CellView })),
  curve: z.nullable(CurveView),
  /** Children who have begun, by area and age on the last day of the year. */
  reach: z.strictObject({ ages: z.array(z.string()), rows: z.array(z.strictObject({ area: z.nullable(z.string()), cells: z.array(CellView), total: CellView })), totals: z.array(CellView), total: CellView }),
  pools: z.array(z.strictObject({ ordningName: z.string(), total: OreSum, promised: OreSum, spent: OreSum, free: OreSum, isEksempel: z.boolean() })),
  /** Øre. Per kept child a range, since some of the unknown may be there; null where a count under it is hidden. */
  cost: z.strictObject({ spent: z.nullable(OreSum), perChild: z.nullable(OreSum), perKeptLow: z.nullable(OreSum), perKeptHigh: z.nullable(OreSum), months: z.int() }),
  plans: z.array(PlanView),
})
export type FiguresView = z.infer<typeof FiguresView>

/** A file as it is handed to the browser. */
export const ExportView = z.strictObject({ fileName: z.string(), csv: z.string() })
export type ExportView = z.infer<typeof ExportView>
