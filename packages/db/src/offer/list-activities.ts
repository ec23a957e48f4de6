import type { Day } from '@medspil/domain/day'
import type { AdmissionRule } from '@medspil/domain/signup'
import { ore, type Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dateOf } from '../days.ts'

/** A published activity as a list needs it: no description, no address of a person. Price in øre, counts in children. */
export interface ListedActivity {
  id: string; programId: string; title: string; activity: string; pictogram: string; foreningName: string; providerType: string
  approval: string; approvedOn: Day | null; declaredOn: Day | null
  ageFrom: number; ageTo: number; admits: AdmissionRule; firstDay: Day; lastDay: Day; days: Day[]; timeFrom: string; timeTo: string
  place: string; area: string; price: Ore; supportNeeds: string[]; languages: string[]
  /** Without the places kept for supported children: nobody outside the programme may see that there are any. */
  capacity: number; taken: number
  /** Kept places nobody has filled yet: for those alone who may give them. */
  freeReserved: number
  minimum: number | null; minimumDecidedOn: Day | null; cancelled: boolean
}

type Row = Omit<ListedActivity, 'price'> & { price: string }

/** The published activities of a programme by first day, in one query: 300 of them are read in the opening minute. */
export async function listActivities(tx: Tx, programId: string): Promise<ListedActivity[]> {
  const [found] = await tx.db.$queryRaw<{ rows: Row[] }[]>`
    select coalesce(json_agg(json_build_object(
      'id', o.id, 'programId', o.program_id, 'title', o.title, 'activity', o.activity, 'pictogram', o.pictogram, 'foreningName', f.name, 'providerType', f.provider_type,
      'approval', f.approval, 'approvedOn', f.approved_on, 'declaredOn', d.declared_on, 'ageFrom', o.age_from, 'ageTo', o.age_to, 'admits', o.admits,
      'firstDay', o.season_from, 'lastDay', o.season_to, 'days', coalesce(c.days, array[o.season_from]), 'timeFrom', o.time_from, 'timeTo', o.time_to,
      'place', o.place, 'area', o.area, 'price', o.price::text, 'supportNeeds', o.support_needs, 'languages', o.languages,
      'capacity', o.capacity - o.reserved, 'taken', o.taken - o.reserved_taken,
      'freeReserved', case when least(o.reserved_until, o.season_from - 2) >= ${dateOf(tx.now.day)}::date then o.reserved - o.reserved_taken else 0 end,
      'minimum', o.minimum, 'minimumDecidedOn', o.minimum_decided_on, 'cancelled', o.cancelled_at is not null
    ) order by o.season_from, o.time_from, o.title, o.id), '[]') as rows
    from offer o join forening f on f.kommune_id = o.kommune_id and f.id = o.forening_id
    left join lateral (select array_agg(distinct x.day order by x.day) as days from occurrence x where x.kommune_id = o.kommune_id and x.offer_id = o.id) c on true
    left join lateral (select max(y.declared_on) as declared_on from declaration y where y.kommune_id = o.kommune_id and y.forening_id = o.forening_id) d on true
    where o.kommune_id = ${tx.kommuneId}::uuid and o.program_id = ${programId}::uuid and o.state = 'published'`
  return (found?.rows ?? []).map((row) => ({ ...row, price: ore(BigInt(row.price)) }))
}

/** How many children wait at each activity of a programme. Only for the actor `signup-batch`. */
export async function countProgramWaiting(tx: Tx, programId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db.$queryRaw<{ offerId: string; waiting: number }[]>`
    select s.offer_id as "offerId", count(*)::int as waiting from signup s
    where s.kommune_id = ${tx.kommuneId}::uuid and s.program_id = ${programId}::uuid and s.state = 'waiting' group by s.offer_id`
  return new Map(rows.map(({ offerId, waiting }) => [offerId, waiting]))
}
