import type { Day } from '@medspil/domain/day'
import type { ProgramChildren, ProgramSeats } from '@medspil/domain/report'
import { ore, type Ore } from '@medspil/ledger'
import type { ReportRead } from './reader.ts'

/** A programme that is over, with the ordning it belongs to. */
export interface ReportedProgram { id: string; name: string; ordningName: string; way: 'opening-minute' | 'draw'; fromDay: Day; toDay: Day }

/** Programmes whose last day is not after `asOf`, newest first. */
export const loadOverPrograms = (read: ReportRead, asOf: Day): Promise<ReportedProgram[]> => read.query<ReportedProgram>(`
  select h.id, h.name, o.name as "ordningName", h.way, to_char(h.from_day, 'YYYY-MM-DD') as "fromDay", to_char(h.to_day, 'YYYY-MM-DD') as "toDay"
  from holiday_program h join ordning o on o.kommune_id = h.kommune_id and o.id = h.ordning_id where h.to_day <= $1::date and h.state <> 'draft' order by h.from_day desc, h.id`, [asOf])

/** Activities and places by area; places are those of activities that were held. */
export interface ProgramPlaces { area: string; activities: number; cancelled: number; places: number }

/** The published activities of a programme by area. */
export const loadProgramPlaces = (read: ReportRead, programId: string): Promise<ProgramPlaces[]> => read.query<ProgramPlaces>(`
  select o.area, count(*)::int as activities, count(*) filter (where o.cancelled_at is not null)::int as cancelled, coalesce(sum(o.capacity) filter (where o.cancelled_at is null), 0)::int as places
  from offer o where o.program_id = $1::uuid and o.state = 'published' group by o.area order by o.area`, [programId])

/** Places that somebody had to the end. */
const kept = `s.state in ('requested', 'confirmed', 'started', 'ended', 'no-show')`
/** Where somebody stands in a line without having been offered a place. */
const inLine = 's.waiting_number is not null'

/**
 * Places of the programme's activities by the activity's area, with how kept ones ended and the lines (a day after the
 * opening, and at the end); and children who asked for anything, each once, by home area, age on the first day, outcome and
 * the ordning of the pass they came on. One pass over the sign-ups.
 */
export async function loadProgramPeople(read: ReportRead, programId: string, asOf: Day): Promise<{ seats: ProgramSeats[]; children: ProgramChildren[] }> {
  const [row] = await read.query<{ seats: ProgramSeats[]; children: ProgramChildren[] }>(`
    with seen as materialized (select distinct m.signup_id from attendance_mark m where m.mark = 'present' and m.day <= $2::date and m.day >= (select h.from_day from holiday_program h where h.id = $1::uuid)),
    seat as materialized (
      select s.child_id, s.state, o.area, o.state = 'published' as listed, ${kept} as kept, ${kept} and seen.signup_id is not null as came,
        s.offered_at is not null or (s.state in ('cancelled-by-family', 'cancelled-by-forening', 'cancelled-by-kommune', 'declined', 'lapsed') and s.waiting_number is null and (h.way = 'opening-minute' or s.drawn is not null)) as had,
        ${inLine} and s.created_at <= h.opens_at + interval '1 day' and (s.offered_at is null or s.offered_at > h.opens_at + interval '1 day')
          and (s.ended_on is null or s.ended_on > (h.opens_at at time zone 'Europe/Copenhagen')::date + 1) as first,
        ${inLine} and s.state in ('waiting', 'not-drawn') as last
      from signup s join offer o on o.kommune_id = s.kommune_id and o.id = s.offer_id join holiday_program h on h.kommune_id = s.kommune_id and h.id = s.program_id
        left join seen on seen.signup_id = s.id where s.program_id = $1::uuid),
    pass as materialized (
      select distinct on (c.child_id) c.child_id, o.name from course c join fritidspas f on f.kommune_id = c.kommune_id and f.course_id = c.id
        join ordning o on o.kommune_id = c.kommune_id and o.id = c.ordning_id join holiday_program h on h.id = $1::uuid
      where c.has_pass and f.state <> 'revoked' and f.valid_from <= h.to_day and f.valid_to >= h.from_day order by c.child_id, c.ordning_id <> h.ordning_id, f.valid_from),
    own as (select child_id, bool_or(kept) as kept, bool_or(came) as came, bool_or(had) as had from seat group by child_id),
    by_area as (select area, count(*) filter (where came)::int as came, count(*) filter (where kept and not came and state = 'no-show')::int as "neverCame",
      count(*) filter (where kept and not came and state <> 'no-show')::int as unmarked, count(*) filter (where first)::int as "waitingFirst", count(*) filter (where last)::int as "waitingLast"
      from seat where listed group by area),
    by_child as (select p.area, p.age, x.outcome, case when x.outcome = 'came-with-pass' then pass.name end as ordning, count(*)::int as count
      from own join medspil.program_children($1::uuid) p on p.child_id = own.child_id left join pass on pass.child_id = own.child_id
        cross join lateral (select case when came and pass.child_id is not null then 'came-with-pass' when came then 'came' when kept then 'had-place' when had then 'place-ended' else 'never' end as outcome) x
      group by 1, 2, 3, 4)
    select coalesce((select jsonb_agg(to_jsonb(a) order by a.area) from by_area a), '[]') as seats, coalesce((select jsonb_agg(to_jsonb(c) order by c.area, c.age, c.outcome, c.ordning) from by_child c), '[]') as children`, [programId, asOf])
  return row!
}

/** What passes pay of kept places, and what families paid for theirs after refunds; øre. */
export async function loadProgramMoney(read: ReportRead, programId: string): Promise<{ passPays: Ore; ownShare: Ore }> {
  const [row] = await read.query<{ passPays: string; ownShare: string }>(`
    select coalesce((select sum(s.pass_pays) from signup s where s.program_id = $1::uuid and ${kept}), 0)::text as "passPays", medspil.program_own_share($1::uuid)::text as "ownShare"`, [programId])
  return { passPays: ore(BigInt(row!.passPays)), ownShare: ore(BigInt(row!.ownShare)) }
}
