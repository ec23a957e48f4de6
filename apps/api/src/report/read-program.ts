import { type ProgramFigures, type ProgramFiguresInput, type ProgramFiguresView, ReportSettings } from '@medspil/contracts/report'
import { loadOverPrograms, loadProgramMoney, loadProgramPeople, loadProgramPlaces, loadReportSettings, type ProgramPlaces, type ReportedProgram, type ReportRead } from '@medspil/db/report'
import { addDays, type Day, firstOfMonth } from '@medspil/domain/day'
import { cellLimits, programAges, programOutcomes, publishChildren, type PublishedChildren, type PublishedSeats, publishSeats } from '@medspil/domain/report'
import { NotFound } from '../errors.ts'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * What came of a holiday programme, read by the role that sees no person. They stand as of the last day of the month before,
 * so a programme has figures from the first of the month after it ended, and no two days of a month differ by one child.
 * @throws NotFound for a programme that is not over, or another kommune's
 */
export async function readProgramFigures(ctx: Context, { programId }: ProgramFiguresInput): Promise<ProgramFiguresView> {
  const now = ctx.clock()
  await ctx.asActor(ctx.actor, { now, procedure: 'report.program' }, (tx) => allow({ tx, actor: ctx.actor, now }, 'report.program'))
  const asOf = addDays(firstOfMonth(now.day), -1)
  return ctx.database.reports.read(ctx.actor.kommuneId, now.day, async (read) => {
    const programs = await loadOverPrograms(read, asOf)
    const program = programId === null ? programs[0] : programs.find(({ id }) => id === programId)
    if (programId !== null && !program) throw new NotFound()
    const settings = ReportSettings.parse(await loadReportSettings(read, ctx.actor.kommuneId))
    const limit = Math.max(settings.cellLimit ?? cellLimits.usual, cellLimits.lowest)
    return { programs: programs.map(({ id, name }) => ({ id, name })), asOf, cellLimit: limit, figures: program ? await figuresOf(read, program, asOf, limit) : null }
  })
}

async function figuresOf(read: ReportRead, program: ReportedProgram, asOf: Day, limit: number): Promise<ProgramFigures> {
  const places = await loadProgramPlaces(read, program.id)
  const people = await loadProgramPeople(read, program.id, asOf)
  const [seats, children] = [publishSeats(people.seats, limit), publishChildren(people.children, limit)]
  return {
    ...program, places: placesOf(places, seats),
    children: {
      ages: programAges.map(ageName), total: children.total, ageTotals: children.ages, ordninger: children.ordninger,
      outcomes: programOutcomes.map((outcome) => ({ outcome, count: children.outcomes[outcome] })), rows: children.rows.map((row, r) => ({ area: children.areas[r] ?? null, ...row })),
    },
    cost: costOf(await loadProgramMoney(read, program.id), children),
  }
}

const ageName = ([from, to]: readonly [number, number]): string => (from === 0 ? `til og med ${to} år` : to === 99 ? `${from} år og op` : `${from}–${to} år`)

/** Every area with an activity; one where nobody asked for anything has no child to hide. */
function placesOf(places: readonly ProgramPlaces[], seats: PublishedSeats | null): ProgramFigures['places'] {
  const none = { taken: 0, came: 0, neverCame: 0, unmarked: 0, waitingFirst: 0, waitingLast: 0 }
  const line = (r: number) => {
    if (!seats || r < 0) return none
    const [came = null, neverCame = null, unmarked = null] = seats.taken.cells[r] ?? []
    return { taken: seats.taken.rowTotals[r] ?? null, came, neverCame, unmarked, waitingFirst: seats.waitingFirst.cells[r] ?? null, waitingLast: seats.waitingLast.cells[r] ?? null }
  }
  const sum = (of: (one: ProgramPlaces) => number) => places.reduce((all, one) => all + of(one), 0)
  const [came = null, neverCame = null, unmarked = null] = seats?.taken.columnTotals ?? [0, 0, 0]
  return {
    rows: places.map((one) => ({ ...one, ...line(seats?.areas.indexOf(one.area) ?? -1) })),
    total: {
      activities: sum(({ activities }) => activities), cancelled: sum(({ cancelled }) => cancelled), places: sum(({ places: all }) => all),
      taken: seats ? seats.taken.total : 0, came, neverCame, unmarked, waitingFirst: seats ? seats.waitingFirst.total : 0, waitingLast: seats ? seats.waitingLast.total : 0,
    },
  }
}

/** Money per child that came; hidden as soon as their number is. */
function costOf({ passPays, ownShare }: { passPays: bigint; ownShare: bigint }, { outcomes }: PublishedChildren): ProgramFigures['cost'] {
  const [withPass, without] = [outcomes['came-with-pass'], outcomes.came]
  if (withPass === null || without === null) return { passPays: null, ownShare: null, perChild: null }
  const came = BigInt(withPass + without)
  return { passPays, ownShare, perChild: came === 0n ? null : (passPays + ownShare) / came }
}
