import { programOutcomes } from '@medspil/domain/report'
import * as z from 'zod/mini'
import { DayText, Id, OreSum } from '../shared.ts'

const Count = z.nullable(z.int())

/** `programId` null: the newest one that is over. */
export const ProgramFiguresInput = z.strictObject({ programId: z.nullable(Id) })
export type ProgramFiguresInput = z.infer<typeof ProgramFiguresInput>

/** One line of places, by the activities' area. Places are those of held activities; hidden counts are null. */
const PlacesLine = z.strictObject({
  activities: z.int(), cancelled: z.int(), places: z.int(), taken: Count, came: Count, neverCame: Count, unmarked: Count, waitingFirst: Count, waitingLast: Count,
})

/** One line of children, by the area they live in: how it came out, and how old they are. */
const ChildrenLine = z.strictObject({ area: z.nullable(z.string()), outcomes: z.array(Count), ages: z.array(Count), total: Count })

/**
 * The figures of one programme that is over, as they stood on the last day of the month before (`asOf`). Counts that could
 * tell of a child are null. Sums are øre; guide hours are not in them.
 */
export const ProgramFigures = z.strictObject({
  id: Id, name: z.string(), ordningName: z.string(), way: z.enum(['opening-minute', 'draw']), fromDay: DayText, toDay: DayText,
  places: z.strictObject({ rows: z.array(z.extend(PlacesLine, { area: z.string() })), total: PlacesLine }),
  children: z.strictObject({
    outcomes: z.array(z.strictObject({ outcome: z.enum(programOutcomes), count: Count })), ages: z.array(z.string()), rows: z.array(ChildrenLine), ageTotals: z.array(Count), total: Count,
    /** Children who came on a pass, by the ordning that gave it. */
    ordninger: z.array(z.strictObject({ name: z.string(), count: Count })),
  }),
  cost: z.strictObject({ passPays: z.nullable(OreSum), ownShare: z.nullable(OreSum), perChild: z.nullable(OreSum) }),
})
export type ProgramFigures = z.infer<typeof ProgramFigures>

/** The programmes that are over and the figures of the chosen one; null while none is. */
export const ProgramFiguresView = z.strictObject({
  programs: z.array(z.strictObject({ id: Id, name: z.string() })), asOf: DayText, cellLimit: z.int(), figures: z.nullable(ProgramFigures),
})
export type ProgramFiguresView = z.infer<typeof ProgramFiguresView>
