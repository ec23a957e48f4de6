import { type FiguresInput, type FiguresView, ReportSettings } from '@medspil/contracts/report'
import { groupBy } from '@medspil/db'
import { loadCourseFacts, loadPoolFacts, loadReportedOrdninger, loadReportSettings, loadReportYears, type PoolFacts, type ReportRead } from '@medspil/db/report'
import { addDays, dayOf, type Day, firstOfMonth, yearOf } from '@medspil/domain/day'
import { cellLimits, countFunnel, funnelStages } from '@medspil/domain/report'
import { ore, type Ore } from '@medspil/ledger'
import { NotFound } from '../errors.ts'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { checkMonths, checkName, type ReportedCourse, reportCourse, staysOf } from './course-state.ts'
import { curveView } from './curve-view.ts'
import { planView } from './plan-view.ts'
import { publishCounts, type Published } from './publish-counts.ts'

/** Ages of the reach table, the last one included. */
export const ageGroups = [[0, 5], [6, 9], [10, 13], [14, 17]] as const

/**
 * The figures of one year's children, read by a role that has no right to see a person (promise 21). They stand as of the
 * last day of the month before and are the same all month.
 * @throws NotFound for an ordning the kommune does not have
 */
export async function readFigures(ctx: Context, { ordningKey, year: asked }: FiguresInput): Promise<FiguresView> {
  const now = ctx.clock()
  await ctx.asActor(ctx.actor, { now, procedure: 'report.figures' }, (tx) => allow({ tx, actor: ctx.actor, now }, 'report.read'))
  const asOf = addDays(firstOfMonth(now.day), -1)
  return ctx.database.reports.read(ctx.actor.kommuneId, now.day, async (read) => {
    const ordninger = await loadReportedOrdninger(read)
    const ordning = ordninger.find(({ key }) => key === ordningKey)
    if (ordningKey !== null && !ordning) throw new NotFound()
    const years = await loadReportYears(read)
    const year = asked ?? years.find((one) => one <= yearOf(asOf)) ?? yearOf(asOf)
    const span = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }
    const facts = await loadCourseFacts(read, { ordningId: ordning?.id ?? null, ...span, asOf })
    const courses = facts.map((one) => reportCourse(one, ordninger.find(({ id }) => id === one.ordningId), asOf))
    const settings = await settingsOf(read, ctx.actor.kommuneId)
    const limit = Math.max(settings.cellLimit ?? cellLimits.usual, cellLimits.lowest)
    const { areas, counts } = reachOf(courses, span.to)
    const published = publishCounts({ funnel: countFunnel(courses, checkMonths.map(checkName)), reach: counts }, limit)
    const pools = await loadPoolFacts(read, ordning?.id ?? null, span.from, span.to)
    return {
      ordninger: ordninger.map(({ key, name }) => ({ key, name })), years, ordningKey, year, asOf, cellLimit: limit,
      stages: funnelStages.map((stage) => ({ stage, count: published.stage(stage, null), kinds: {
        'guidance-only': published.stage(stage, 'guidance-only'), 'pass-only': published.stage(stage, 'pass-only'), both: published.stage(stage, 'both'),
      } })),
      checks: checksOf(published), curve: curveView(staysOf(courses), asOf, limit),
      reach: {
        ages: ageGroups.map(([from, to]) => `${from}–${to} år`),
        rows: areas.map((area, r) => ({ area, cells: published.reach.cells[r] ?? [], total: published.reach.rowTotals[r] ?? null })),
        totals: published.reach.columnTotals, total: published.reach.total,
      },
      pools: pools.map(poolView), cost: costOf(ore(facts.reduce((all, { spent }) => all + spent, 0n)), published),
      plans: (settings.plans ?? []).map((plan) => planView(plan, now.day)),
    }
  })
}

async function settingsOf(read: ReportRead, kommuneId: string): Promise<ReportSettings> {
  const parsed = ReportSettings.safeParse(await loadReportSettings(read, kommuneId))
  if (!parsed.success) throw new Error(`the kommune's report settings cannot be read: ${parsed.error.message}`)
  return parsed.data
}

const checksOf = (published: Published): FiguresView['checks'] => checkMonths.map((months, at) => ({
  months, of: published.check(at, 'of'), active: published.check(at, 'active'), stopped: published.check(at, 'stopped'), unknown: published.check(at, 'unknown'), notYetDue: published.check(at, 'notYetDue'),
}))

/** Children who have begun, by area and by the age they reach in the year; each child once, where its first course is. */
function reachOf(courses: readonly ReportedCourse[], last: Day): { areas: (string | null)[]; counts: number[][] } {
  const begun = [...groupBy(courses.filter(({ firstTrainingOn }) => firstTrainingOn), ({ childId }) => childId).values()].flatMap(([first]) => first ?? [])
  const areas = [...new Set(begun.map(({ area }) => area))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'da')))
  const groupOf = (birthYear: number) => ageGroups.findIndex(([, to]) => yearOf(last) - birthYear <= to)
  return { areas, counts: areas.map((area) => ageGroups.map((_, c) => begun.filter((one) => one.area === area && clamp(groupOf(one.birthYear)) === c).length)) }
}

/** A young person who turns 18 in the year stands in the last group, so that the groups sum to all. */
const clamp = (group: number): number => (group < 0 ? ageGroups.length - 1 : group)

const poolView = ({ ordningName, total, promised, spent, isEksempel }: PoolFacts) => ({ ordningName, total, promised, spent, free: total - promised - spent, isEksempel })

/** What passes have paid, per child who began and per child kept at the last check. */
function costOf(spent: Ore, published: Published): FiguresView['cost'] {
  const at = checkMonths.length - 1
  const [of, active, unknown] = [published.check(at, 'of'), published.check(at, 'active'), published.check(at, 'unknown')]
  const per = (children: number | null) => (children ? spent / BigInt(children) : null)
  const most = active === null || unknown === null ? null : active + unknown
  return { spent: of === null ? null : spent, perChild: per(of), perKeptLow: per(most), perKeptHigh: per(active), months: checkMonths[at] ?? 0 }
}
