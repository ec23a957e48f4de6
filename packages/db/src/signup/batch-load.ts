import type { BatchTx } from './batch-transaction.ts'
import type { BatchFacts, BatchWanted } from './batch-facts.ts'

/**
 * How far down a line is looked when places come free. Those in front who may not have more places are passed, so this
 * is many times the places that one act frees.
 */
const lineDepth = 200

interface Counts { id: string; capacity: number; taken: number; reserved: number; reserved_taken: number; waiting: number; waiting_last: string }

/**
 * Locks what a batch touches and reads all that its rules need. The order is the same in every process (offers,
 * children, sign-ups, passes, each by id), so two batches cannot wait for each other; a child is locked besides its
 * offers because its limit counts places in other activities. Counted after the locks: nobody can change it meanwhile.
 */
export async function lockAndLoad(tx: BatchTx, wanted: BatchWanted): Promise<BatchFacts> {
  const { client } = tx
  const counts = await client.query<Counts>('select id, capacity, taken, reserved, reserved_taken, waiting, waiting_last from medspil.lock_offers($1)', [wanted.offerIds])
  const line = wanted.lineOfferIds.length === 0 ? [] : (await client.query<{ id: string; child_id: string }>(lineSql, [wanted.lineOfferIds, lineDepth])).rows
  const childIds = [...new Set([...wanted.childIds, ...line.map((entry) => entry.child_id)])]
  const signupIds = [...wanted.signupIds, ...line.map((entry) => entry.id)]
  await client.query(lockChildrenSql, [childIds])
  if (signupIds.length > 0) await client.query(lockSignupsSql, [signupIds])
  await client.query(lockPassesSql, [childIds])
  const { answers } = wanted
  const loaded = await client.query<{ facts: BatchFacts }>({ name: 'signup-batch-load', text: loadSql, values: [
    wanted.offerIds, childIds, signupIds, answers.map((one) => one.actorId), answers.map((one) => one.procedure), answers.map((one) => one.id),
  ] })
  const facts = loaded.rows[0]!.facts
  const counted = new Map(counts.rows.map((row) => [row.id, row]))
  for (const offer of facts.offers) {
    const row = counted.get(offer.id)
    if (row) Object.assign(offer, { capacity: row.capacity, taken: row.taken, reserved: row.reserved, reservedTaken: row.reserved_taken, waiting: row.waiting, waitingLast: Number(row.waiting_last) })
  }
  return facts
}

const lineSql = `select l.id, l.child_id from unnest($1::uuid[]) o(id) cross join lateral (
  select s.id, s.child_id from signup s where s.kommune_id = medspil.kommune() and s.offer_id = o.id and s.state = 'waiting'
    order by s.waiting_number limit $2) l`

const lockChildrenSql = `select pg_advisory_xact_lock(k.key) from (
  select distinct hashtextextended(medspil.kommune()::text || '/child/' || c.id, 0) as key from unnest($1::uuid[]) c(id) order by 1) k`

const lockSignupsSql = `select 1 from signup s where s.kommune_id = medspil.kommune() and s.id = any($1::uuid[]) order by s.id for no key update`

const lockPassesSql = `select 1 from fritidspas p where p.kommune_id = medspil.kommune() and p.child_id = any($1::uuid[])
  and p.state in ('issued', 'active', 'used-up') order by p.id for no key update`

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const living = `('seat-held', 'requested', 'confirmed', 'started', 'waiting', 'offered', 'awaiting-payment')`

const loadSql = `
with named as (
  select s.* from signup s where s.kommune_id = medspil.kommune() and s.child_id = any($2::uuid[]) and s.state in ${living}
  union
  select s.* from signup s where s.kommune_id = medspil.kommune() and s.id = any($3::uuid[])
), about as (
  select o.* from offer o where o.kommune_id = medspil.kommune()
    and (o.id = any($1::uuid[]) or o.id in (select n.offer_id from named n))
)
select json_build_object(
  'offers', (select coalesce(json_agg(json_build_object(
      'id', o.id, 'foreningId', o.forening_id, 'programId', o.program_id, 'state', o.state, 'cancelled', o.cancelled_at is not null,
      'capacity', o.capacity, 'taken', o.taken, 'reserved', o.reserved, 'reservedTaken', o.reserved_taken, 'reservedUntil', o.reserved_until, 'waiting', 0, 'waitingLast', o.waiting_last, 'admits', o.admits,
      'seasonFrom', o.season_from, 'seasonTo', o.season_to, 'weekday', o.weekday, 'timeFrom', o.time_from, 'timeTo', o.time_to, 'price', o.price::text,
      'occurrences', (select coalesce(json_agg(json_build_object('day', c.day, 'from', c.time_from, 'to', c.time_to, 'place', c.place, 'area', o.area) order by c.day, c.time_from), '[]')
        from occurrence c where c.kommune_id = o.kommune_id and c.offer_id = o.id),
      'forening', json_build_object('approval', f.approval, 'approvedOn', f.approved_on, 'providerType', f.provider_type,
        'declaredOn', (select max(d.declared_on) from declaration d where d.kommune_id = f.kommune_id and d.forening_id = f.id)),
      'program', (select json_build_object('state', h.state, 'opensAt', ${moment('h.opens_at')}, 'closesAt', ${moment('h.closes_at')},
        'stages', h.stages, 'offerHours', h.offer_hours, 'travel', h.travel_minutes, 'groupTooLarge', h.group_too_large, 'seatMinutes', h.seat_minutes, 'payHours', h.pay_hours) from holiday_program h where h.kommune_id = o.kommune_id and h.id = o.program_id)
    )), '[]') from about o join forening f on f.kommune_id = o.kommune_id and f.id = o.forening_id),
  'children', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'birthDay', p.birth_day, 'gradeValue', p.grade_value, 'gradeAsOf', p.grade_as_of,
      'courseId', (select c.id from course c where c.kommune_id = p.kommune_id and c.child_id = p.id and c.state = 'open' order by c.id desc limit 1)
    )), '[]') from person p where p.kommune_id = medspil.kommune() and p.id = any($2::uuid[])),
  'signups', (select coalesce(json_agg(json_build_object('id', s.id, 'offerId', s.offer_id, 'childId', s.child_id, 'programId', s.program_id, 'courseId', s.course_id,
      'displayName', s.display_name, 'state', s.state, 'waitingNumber', s.waiting_number, 'reserved', s.reserved, 'groupId', s.group_id, 'heldUntil', ${moment('s.held_until')}, 'extended', s.extended,
      'position', case when s.state = 'waiting' then (select count(*) from signup w where w.kommune_id = s.kommune_id and w.offer_id = s.offer_id
        and w.state = 'waiting' and w.waiting_number <= s.waiting_number) end,
      'price', s.price::text, 'passPays', s.pass_pays::text, 'familyPays', s.family_pays::text, 'requestedBy', s.requested_by, 'requestedKind', s.requested_kind,
      'createdAt', ${moment('s.created_at')}, 'offeredAt', ${moment('s.offered_at')}, 'offerDeadlineAt', ${moment('s.offer_deadline_at')},
      'endedOn', s.ended_on, 'endReason', s.end_reason)), '[]') from named s),
  'passes', (select coalesce(json_agg(json_build_object('id', p.id, 'childId', p.child_id, 'courseId', p.course_id, 'decisionId', p.decision_id, 'poolId', p.pool_id,
      'state', p.state, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'rules', p.rules, 'usedByKind', p.used_by_kind,
      'purses', (select coalesce(json_agg(json_build_object('purse', u.purse, 'pays', u.pays, 'granted', u.granted::text, 'available', u.available::text,
        'held', u.held::text, 'spent', u.spent::text, 'returned', u.returned::text) order by u.position), '[]')
        from purse u where u.kommune_id = p.kommune_id and u.fritidspas_id = p.id)
    ) order by p.id), '[]') from fritidspas p where p.kommune_id = medspil.kommune()
      and (p.child_id = any($2::uuid[]) and p.state in ('issued', 'active', 'used-up')
        or p.id in (select h.fritidspas_id from hold h where h.kommune_id = p.kommune_id and h.signup_id = any($3::uuid[])))),
  'holds', (select coalesce(json_agg(json_build_object('id', h.id, 'fritidspasId', h.fritidspas_id, 'signupId', h.signup_id, 'childId', h.child_id, 'kind', h.kind,
      'parts', h.parts, 'state', h.state, 'releasedBecause', h.released_because, 'keptUntil', h.kept_until)), '[]')
    from hold h where h.kommune_id = medspil.kommune() and h.signup_id = any($3::uuid[])),
  'answers', (select coalesce(json_agg(json_build_object('actorId', e.actor_id, 'procedure', e.procedure, 'id', e.id, 'inputHash', encode(e.input_hash, 'hex'), 'answer', e.answer)), '[]')
    from once e join unnest($4::uuid[], $5::text[], $6::uuid[]) k(actor_id, procedure, id)
      on e.actor_id = k.actor_id and e.procedure = k.procedure and e.id = k.id where e.kommune_id = medspil.kommune())
) as facts`
