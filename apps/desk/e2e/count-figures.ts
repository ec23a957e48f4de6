import { countInDatabase } from '@medspil/testing/browser'

/** Children of one ordning met in one year, by how far they had come on `asOf`, counted from what people did. */
export interface Counted {
  asOf: string
  stages: { met: number; granted: number; signedUp: number; redeemed: number; begun: number }
  checks: { months: number; active: number; stopped: number; unknown: number; notYetDue: number }[]
}

// Written from the tables of acts alone (applications, decisions, places, claims, coaches' marks, answers), and not from the
// course that the product keeps beside them. One child counts once.
const sql = `
with kommune_ordning as (
  select k.id as kommune_id, o.id as ordning_id from kommune k join ordning o on o.kommune_id = k.id where k.key = $1 and o.name = $2
), applied as (
  select a.kommune_id, a.child_id, a.course_id, min((a.submitted_at at time zone 'Europe/Copenhagen')::date) as met_on
  from application a join kommune_ordning using (kommune_id, ordning_id) where a.submitted_at is not null and a.course_id is not null group by 1, 2, 3
), met as (
  select * from applied where extract(year from met_on) = $3 and met_on <= $4::date
), granted as (
  select m.course_id from met m join application a using (kommune_id, course_id) join decision d on d.kommune_id = a.kommune_id and d.application_id = a.id
  where d.result in ('granted', 'partly-granted') and d.decided_on <= $4::date group by 1
), placed as (
  select m.course_id from met m join signup s using (kommune_id, course_id)
  where s.place and (s.created_at at time zone 'Europe/Copenhagen')::date <= $4::date group by 1
), claimed as (
  select m.course_id from met m join claim c using (kommune_id, course_id) where c.state in ('confirmed', 'checked', 'in-payout', 'paid') group by 1
), begun as (
  select m.course_id, min(a.day) as first_on from met m join signup s using (kommune_id, course_id)
  join attendance_mark a on a.kommune_id = s.kommune_id and a.signup_id = s.id where a.mark = 'present' group by 1 having min(a.day) <= $4::date
), answers as (
  select f.course_id, f."check", f.due_on, f.result, f.state, (f.answered_at at time zone 'Europe/Copenhagen')::date as said_on
  from follow_up f join met m using (kommune_id, course_id) where f.state <> 'cancelled'
), stops as (
  select s.course_id, min(s.said_on) as stopped_on from answers s where s.result = 'stopped' and s.said_on <= $4::date
    and not exists (select 1 from answers a where a.course_id = s.course_id and a.result = 'active' and a.said_on <= $4::date and a.said_on >= s.said_on) group by 1
), checked as (
  select b.course_id, wanted.months, a.result, a.said_on, coalesce(a.due_on, (b.first_on + make_interval(months => wanted.months))::date) as due_on, s.stopped_on
  from begun b cross join (values (3, 'month-3'), (6, 'half-year')) wanted (months, name)
  left join answers a on a.course_id = b.course_id and a."check" = wanted.name and a.due_on <= $4::date
  left join stops s on s.course_id = b.course_id
), stated as (
  select months, case
    when due_on > $4::date then 'not-yet-due'
    when result in ('active', 'stopped') and (said_on is null or said_on <= $4::date) then result
    when result in ('active', 'stopped') then 'unknown'
    when stopped_on <= due_on then 'stopped'
    else 'unknown' end as state
  from checked
)
select (select count(*) from met)::int as met,
  (select count(*) from met m where course_id in (select course_id from granted) or course_id in (select course_id from placed) or course_id in (select course_id from begun))::int as granted,
  (select count(*) from met m where course_id in (select course_id from placed) or course_id in (select course_id from begun))::int as "signedUp",
  (select count(*) from met m where course_id in (select course_id from claimed) and (course_id in (select course_id from placed) or course_id in (select course_id from begun)))::int as redeemed,
  (select count(*) from begun)::int as begun,
  (select jsonb_agg(jsonb_build_object('months', months, 'active', active, 'stopped', stopped, 'unknown', unknown, 'notYetDue', "notYetDue") order by months) from (
    select months, count(*) filter (where state = 'active') as active, count(*) filter (where state = 'stopped') as stopped,
      count(*) filter (where state = 'unknown') as unknown, count(*) filter (where state = 'not-yet-due') as "notYetDue" from stated group by months) by_months) as checks`

/**
 * Counts independently of the product.
 * @param asked.ordning its name @param asked.today ISO; figures stand as of the last day of the month before
 */
export async function countFigures({ kommune, ordning, year, today }: { kommune: string; ordning: string; year: number; today: string }): Promise<Counted> {
  const asOf = new Date(Date.parse(`${today.slice(0, 7)}-01T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const [row] = await countInDatabase<Counted['stages'] & { checks: Counted['checks'] | null }>(sql, [kommune, ordning, year, asOf])
  if (!row) throw new Error('no counts')
  const { checks, ...stages } = row
  return { asOf, stages, checks: checks ?? [] }
}
