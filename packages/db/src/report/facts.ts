import { groupBy } from '../group-by.ts'
import type { Day } from '@medspil/domain/day'
import { given, parseOrdningRules } from '@medspil/domain/ordning'
import { ore, type Ore } from '@medspil/ledger'
import type { ReportRead } from './reader.ts'

/** How far one course has come, as the reports see it: no name, no reason. */
export interface CourseFacts {
  id: string
  childId: string
  ordningId: string
  hasGuidance: boolean
  hasPass: boolean
  area: string | null
  birthYear: number
  metOn: Day
  grantedOn: Day | null
  signedUpOn: Day | null
  redeemed: boolean
  firstTrainingOn: Day | null
  lastPresentOn: Day | null
  closedOn: Day | null
  closedAs: string | null
  /** What the pass has paid or will pay for certain, øre. */
  spent: Ore
  checks: { checkId: string; dueOn: Day; state: string; result: string | null; answeredOn: Day | null }[]
}

const dayText = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`
/** A moment as its day in Denmark. */
const localDay = (column: string) => dayText(`${column} at time zone 'Europe/Copenhagen'`)

/** Courses met in a span of days, with what is known on `asOf`. @param ordningId null: all ordninger */
export async function loadCourseFacts(read: ReportRead, { ordningId, from, to, asOf }: { ordningId: string | null; from: Day; to: Day; asOf: Day }): Promise<CourseFacts[]> {
  const values = [ordningId, from, to, asOf]
  const rows = await read.query<Omit<CourseFacts, 'checks' | 'spent'> & { spent: string }>(`
    select c.id, c.child_id as "childId", c.ordning_id as "ordningId", c.has_guidance as "hasGuidance", c.has_pass as "hasPass", c.area, c.birth_year as "birthYear",
      ${dayText('c.met_on')} as "metOn", ${dayText('c.granted_on')} as "grantedOn", ${dayText('c.first_training_on')} as "firstTrainingOn",
      ${dayText('c.closed_on')} as "closedOn", c.closed_as as "closedAs",
      (select ${localDay('min(s.created_at)')} from signup s where s.course_id = c.id and s.place) as "signedUpOn",
      exists (select 1 from claim k where k.course_id = c.id and k.state in ('confirmed', 'checked', 'in-payout', 'paid')) as redeemed,
      (select coalesce(sum(k.amount), 0)::text from claim k where k.course_id = c.id and k.state in ('confirmed', 'checked', 'in-payout', 'paid')) as spent,
      (select ${dayText('max(m.day)')} from attendance_mark m join signup s on s.id = m.signup_id where s.course_id = c.id and m.mark = 'present' and m.day <= $4::date) as "lastPresentOn"
    from course c where ($1::uuid is null or c.ordning_id = $1) and c.met_on between $2::date and $3::date and c.met_on <= $4::date order by c.id`, values)
  const checks = await read.query<CourseFacts['checks'][number] & { courseId: string }>(`
    select f.course_id as "courseId", f."check" as "checkId", ${dayText('f.due_on')} as "dueOn", f.state, f.result, ${localDay('f.answered_at')} as "answeredOn"
    from follow_up f join course c on c.id = f.course_id
    where ($1::uuid is null or c.ordning_id = $1) and c.met_on between $2::date and $3::date and f.due_on <= $4::date and f.state <> 'cancelled' order by f.due_on, f.id`, values)
  const byCourse = groupBy(checks, ({ courseId }) => courseId)
  return rows.map((row) => ({ ...row, spent: ore(BigInt(row.spent)), checks: (byCourse.get(row.id) ?? []).map(({ checkId, dueOn, state, result, answeredOn }) => ({ checkId, dueOn, state, result, answeredOn })) }))
}

/** An ordning with the checks its versions plan in months, by months. */
export interface ReportedOrdning { id: string; key: string; name: string; checksByMonths: ReadonlyMap<number, ReadonlySet<string>> }

/** The kommune's ordninger, by name. */
export async function loadReportedOrdninger(read: ReportRead): Promise<ReportedOrdning[]> {
  const rows = await read.query<{ id: string; key: string; name: string; rules: unknown[] }>(
    `select o.id, o.key, o.name, coalesce(jsonb_agg(v.rules) filter (where v.id is not null), '[]') as rules
     from ordning o left join ordning_version v on v.ordning_id = o.id and v.state = 'published' group by o.kommune_id, o.id, o.key, o.name order by o.name`, [])
  return rows.map(({ rules, ...row }) => {
    const checksByMonths = new Map<number, Set<string>>()
    for (const one of rules) {
      const parsed = parseOrdningRules(one)
      const plan = parsed.ok ? parsed.rules.followUp : null
      const checks = plan?.kind === 'planned' ? given(plan.checks) : null
      for (const { id, after } of checks ?? [])
        if (after.kind === 'months') checksByMonths.set(after.months, (checksByMonths.get(after.months) ?? new Set()).add(id))
    }
    return { ...row, checksByMonths }
  })
}

/** A pool of the year, øre. */
export interface PoolFacts { ordningName: string; total: Ore; promised: Ore; spent: Ore; isEksempel: boolean }

/** The pools that begin within a year. */
export async function loadPoolFacts(read: ReportRead, ordningId: string | null, from: Day, to: Day): Promise<PoolFacts[]> {
  const rows = await read.query<{ name: string; total: string; promised: string; spent: string; origin: string }>(
    `select o.name, p.total::text, p.promised::text, p.spent::text, p.origin from pool p join ordning o on o.id = p.ordning_id
     where ($1::uuid is null or p.ordning_id = $1) and p.from_day between $2::date and $3::date order by o.name`, [ordningId, from, to])
  return rows.map(({ name, total, promised, spent, origin }) => ({ ordningName: name, total: ore(BigInt(total)), promised: ore(BigInt(promised)), spent: ore(BigInt(spent)), isEksempel: origin === 'eksempel' }))
}

/** The years in which children were met, newest first. */
export async function loadReportYears(read: ReportRead): Promise<number[]> {
  return (await read.query<{ year: number }>('select distinct extract(year from met_on)::int as year from course order by 1 desc', [])).map(({ year }) => year)
}

/** The kommune's own settings: its cell limit, its plans. */
export async function loadReportSettings(read: ReportRead, kommuneId: string): Promise<unknown> {
  return (await read.query<{ settings: unknown }>('select settings from kommune where id = $1', [kommuneId]))[0]?.settings ?? {}
}

