import { living, type Occurrence } from '@medspil/domain/signup'
import type pg from 'pg'
import { groupBy } from '../group-by.ts'
import type { Statement } from '../one-trip.ts'
import { type BatchTx, travel } from './batch-transaction.ts'
import type { BatchFacts, BatchOffer, BatchWanted, OfferElsewhere } from './batch-facts.ts'

/**
 * How far down a line is looked when places come free. Those in front who may not have more places are passed, so this
 * is many times the places that one act frees.
 */
const lineDepth = 200

interface Counts { id: string; capacity: number; taken: number; reserved: number; reserved_taken: number; waiting: number; waiting_last: string }

/** The facts as they travel: what many offers share comes once. */
interface Loaded extends Omit<BatchFacts, 'offers' | 'offersElsewhere' | 'consents'> {
  offers: Omit<BatchOffer, 'waiting' | 'occurrences' | 'forening' | 'program'>[]
  offersElsewhere: Omit<OfferElsewhere, 'occurrences'>[]
  occurrences: (Occurrence & { offerId: string; place: string })[]
  foreninger: (BatchOffer['forening'] & { id: string })[]
  programs: (NonNullable<BatchOffer['program']> & { id: string })[]
}

/**
 * Locks what a batch touches and reads all that its rules need, in one round trip unless a line may move or a friend group is asked for. The order is the
 * same in every process (offers, children, sign-ups, passes, payments, each by id), so two batches cannot wait for each other; a
 * child is locked besides its offers because its limit counts places in other activities. Read after the locks: nobody can
 * change it meanwhile.
 */
export async function lockAndLoad(tx: BatchTx, wanted: BatchWanted): Promise<BatchFacts> {
  const facts = await lockAndRead(tx, wanted)
  if (wanted.friendGroupIds.length === 0) return { ...facts, consents: [] }
  const [found] = await travel(tx, [{ name: 'signup-consents', text: consentsSql, values: [wanted.friendGroupIds] }])
  return { ...facts, consents: found!.rows as BatchFacts['consents'] }
}

async function lockAndRead(tx: BatchTx, wanted: BatchWanted): Promise<Omit<BatchFacts, 'consents'>> {
  const lockOffers: Statement = { name: 'signup-lock-offers', text: lockOffersSql, values: [wanted.offerIds] }
  if (wanted.lineOfferIds.length === 0) return assemble(await travel(tx, [lockOffers, ...locksAndLoad(wanted, wanted.childIds, wanted.signupIds)]))
  const [counts, line] = await travel(tx, [lockOffers, { name: 'signup-line', text: lineSql, values: [wanted.lineOfferIds, lineDepth] }])
  const entries = line!.rows as { id: string; child_id: string }[]
  const childIds = [...new Set([...wanted.childIds, ...entries.map((entry) => entry.child_id)])]
  return assemble([counts!, ...await travel(tx, locksAndLoad(wanted, childIds, [...wanted.signupIds, ...entries.map((entry) => entry.id)]))])
}

function locksAndLoad({ offerIds, answers, reaches }: BatchWanted, childIds: string[], signupIds: string[]): Statement[] {
  const asked = [answers.map((one) => one.actorId), answers.map((one) => one.procedure), answers.map((one) => one.id), reaches.map((one) => one.kind), reaches.map((one) => one.actorId), reaches.map((one) => one.childId)]
  return [
    { name: 'signup-lock-children', text: lockChildrenSql, values: [childIds] },
    ...(signupIds.length > 0 ? [{ name: 'signup-lock-signups', text: lockSignupsSql, values: [signupIds] }] : []),
    { name: 'signup-lock-passes', text: lockPassesSql, values: [childIds] },
    ...(signupIds.length > 0 ? [{ name: 'signup-lock-payments', text: lockPaymentsSql, values: [signupIds] }] : []),
    { name: signupIds.length > 0 ? 'signup-load-named' : 'signup-load', text: signupIds.length > 0 ? loadNamedSql : loadSql, values: [offerIds, childIds, signupIds, ...asked] },
  ]
}

function assemble(results: pg.QueryResult[]): Omit<BatchFacts, 'consents'> {
  const { offers, offersElsewhere, occurrences, foreninger, programs, ...facts } = (results.at(-1)!.rows as { facts: Loaded }[])[0]!.facts
  const counts = new Map((results[0]!.rows as Counts[]).map((row) => [row.id, row]))
  const foreningOf = new Map(foreninger.map((row) => [row.id, row]))
  const programOf = new Map(programs.map((row) => [row.id, row]))
  const meetingsOf = groupBy(occurrences, ({ offerId }) => offerId)
  return { ...facts, offersElsewhere: offersElsewhere.map((offer) => ({ ...offer, occurrences: meetingsOf.get(offer.id) ?? [] })), offers: offers.map((offer): BatchOffer => {
    const row = counts.get(offer.id)
    const whole: BatchOffer = {
      ...offer, waiting: 0, forening: foreningOf.get(offer.foreningId)!, program: offer.programId === null ? null : programOf.get(offer.programId) ?? null,
      occurrences: meetingsOf.get(offer.id) ?? [],
    }
    return row ? Object.assign(whole, { capacity: row.capacity, taken: row.taken, reserved: row.reserved, reservedTaken: row.reserved_taken, waiting: row.waiting, waitingLast: Number(row.waiting_last) }) : whole
  }) }
}

const lockOffersSql = 'select id, capacity, taken, reserved, reserved_taken, waiting, waiting_last from medspil.lock_offers($1)'

// Asked after the children are locked: who leaves a group locks its child first, so what is read here stands until the commit.
const consentsSql = 'select group_id as "groupId", program_id as "programId", child_id as "childId", agreed_by as "agreedBy" from medspil.friend_consents($1)'

const lineSql = `select l.id, l.child_id from unnest($1::uuid[]) o(id) cross join lateral (
  select s.id, s.child_id from signup s where s.kommune_id = medspil.kommune() and s.offer_id = o.id and s.state = 'waiting'
    order by s.waiting_number limit $2) l`

const lockChildrenSql = `select pg_advisory_xact_lock(k.key) from (
  select distinct hashtextextended(medspil.kommune()::text || '/child/' || c.id, 0) as key from unnest($1::uuid[]) c(id) order by 1) k`

const lockSignupsSql = `select s.ok from (select c.id from unnest($1::uuid[]) c(id) order by c.id) i
  cross join lateral (select true as ok from signup g where g.kommune_id = medspil.kommune() and g.id = i.id offset 0 for no key update) s`

// Whoever hears from Stripe locks the payment first and nothing else, so these two cannot wait for each other.
const lockPaymentsSql = `select p.ok from (
    select distinct m.payment_id as id from unnest($1::uuid[]) c(id) cross join lateral (
      select l.payment_id from payment_line l where l.kommune_id = medspil.kommune() and l.signup_id = c.id offset 0) m order by 1) i
  cross join lateral (select true as ok from payment q where q.kommune_id = medspil.kommune() and q.id = i.id offset 0 for no key update) p`

const lockPassesSql = `select p.ok from (
    select q.id from unnest($1::uuid[]) c(id) cross join lateral (
      select f.id from fritidspas f where f.kommune_id = medspil.kommune() and f.child_id = c.id and (f.state in ('issued', 'active', 'used-up')) is true offset 0) q order by q.id) i
  cross join lateral (select true as ok from fritidspas f where f.kommune_id = medspil.kommune() and f.id = i.id for no key update) p`

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const livingList = `(${living.map((state) => `'${state}'`).join(', ')})`

// Row by row from the ids (`offset 0` keeps the planner from turning that round, `is true` keeps the states from choosing the index): the plan serves every
// batch, knows neither the ids nor how few they are, and must not be one that reads the whole kommune for each.
const loadSqlFor = (named: boolean) => `
with named as materialized (
  select s.* from unnest($2::uuid[]) c(id) cross join lateral (
    select * from signup g where g.kommune_id = medspil.kommune() and g.child_id = c.id and (g.state in ${livingList}) is true offset 0) s
  ${named ? `union all
  select s.* from unnest($3::uuid[]) c(id) cross join lateral (
    select * from signup g where g.kommune_id = medspil.kommune() and g.id = c.id and (g.child_id = any($2::uuid[]) and g.state in ${livingList}) is not true offset 0) s` : ''}
), about as materialized (
  select o.*, i.id = any($1::uuid[]) as wanted from (select unnest($1::uuid[]) as id union select n.offer_id from named n) i cross join lateral (
    select * from offer f where f.kommune_id = medspil.kommune() and f.id = i.id offset 0) o
${named ? `), held as materialized (
  select h.* from unnest($3::uuid[]) c(id) cross join lateral (select * from hold g where g.kommune_id = medspil.kommune() and g.signup_id = c.id offset 0) h` : ''}
), pass as materialized (
  select p.* from (
    select q.id from unnest($2::uuid[]) c(id) cross join lateral (
      select f.id from fritidspas f where f.kommune_id = medspil.kommune() and f.child_id = c.id and (f.state in ('issued', 'active', 'used-up')) is true offset 0) q
    ${named ? 'union select held.fritidspas_id from held' : ''}) i
  cross join lateral (select * from fritidspas f where f.kommune_id = medspil.kommune() and f.id = i.id offset 0) p
)
select json_build_object(
  'offers', (select coalesce(json_agg(json_build_object(
      'id', o.id, 'foreningId', o.forening_id, 'programId', o.program_id, 'state', o.state, 'cancelled', o.cancelled_at is not null,
      'capacity', o.capacity, 'taken', o.taken, 'reserved', o.reserved, 'reservedTaken', o.reserved_taken, 'reservedUntil', o.reserved_until, 'minimum', o.minimum, 'waitingLast', o.waiting_last, 'admits', o.admits,
      'seasonFrom', o.season_from, 'seasonTo', o.season_to, 'weekday', o.weekday, 'timeFrom', o.time_from, 'timeTo', o.time_to, 'price', o.price::text)), '[]') from about o where o.wanted),
  'offersElsewhere', (select coalesce(json_agg(json_build_object('id', o.id, 'programId', o.program_id, 'seasonFrom', o.season_from, 'seasonTo', o.season_to, 'weekday', o.weekday, 'timeFrom', o.time_from, 'timeTo', o.time_to)), '[]')
    from about o where not o.wanted),
  'occurrences', (select coalesce(json_agg(json_build_object('offerId', c.offer_id, 'day', c.day, 'from', c.time_from, 'to', c.time_to, 'place', c.place, 'area', o.area) order by c.day, c.time_from), '[]')
    from about o cross join lateral (select * from occurrence m where m.kommune_id = medspil.kommune() and m.offer_id = o.id offset 0) c),
  'foreninger', (select coalesce(json_agg(json_build_object('id', f.id, 'approval', f.approval, 'approvedOn', f.approved_on, 'providerType', f.provider_type,
      'declaredOn', (select max(d.declared_on) from declaration d where d.kommune_id = f.kommune_id and d.forening_id = f.id))), '[]')
    from forening f where f.kommune_id = medspil.kommune() and f.id in (select o.forening_id from about o where o.wanted)),
  'programs', (select coalesce(json_agg(json_build_object('id', h.id, 'state', h.state, 'opensAt', ${moment('h.opens_at')}, 'closesAt', ${moment('h.closes_at')},
      'stages', h.stages, 'offerHours', h.offer_hours, 'travel', h.travel_minutes, 'groupTooLarge', h.group_too_large, 'seatMinutes', h.seat_minutes, 'payHours', h.pay_hours, 'refundRule', h.refund_rule)), '[]')
    from holiday_program h where h.kommune_id = medspil.kommune() and h.id in (select o.program_id from about o where o.wanted)),
  'children', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'birthDay', p.birth_day, 'gradeValue', p.grade_value, 'gradeAsOf', p.grade_as_of,
      'courseId', (select c.id from course c where c.kommune_id = p.kommune_id and c.child_id = p.id and c.state = 'open' order by c.id desc limit 1)
    )), '[]') from unnest($2::uuid[]) i(id) cross join lateral (select * from person q where q.kommune_id = medspil.kommune() and q.id = i.id offset 0) p),
  'signups', (select coalesce(json_agg(json_build_object('id', s.id, 'offerId', s.offer_id, 'childId', s.child_id, 'programId', s.program_id, 'courseId', s.course_id,
      'displayName', s.display_name, 'state', s.state, 'waitingNumber', s.waiting_number, 'reserved', s.reserved, 'groupId', s.group_id, 'heldUntil', ${moment('s.held_until')}, 'extended', s.extended,
      'position', case when s.state = 'waiting' then (select count(*) from signup w where w.kommune_id = medspil.kommune() and w.offer_id = s.offer_id
        and (w.state = 'waiting') is true and w.waiting_number <= s.waiting_number) end,
      'price', s.price::text, 'passPays', s.pass_pays::text, 'familyPays', s.family_pays::text, 'requestedBy', s.requested_by, 'requestedKind', s.requested_kind,
      'createdAt', ${moment('s.created_at')}, 'offeredAt', ${moment('s.offered_at')}, 'offerDeadlineAt', ${moment('s.offer_deadline_at')},
      'endedOn', s.ended_on, 'endReason', s.end_reason)), '[]') from named s where s.offer_id = any($1::uuid[]) or s.id = any($3::uuid[])),
  'signupsElsewhere', (select coalesce(json_agg(json_build_object('id', s.id, 'offerId', s.offer_id, 'childId', s.child_id, 'state', s.state, 'reserved', s.reserved)), '[]')
    from named s where not (s.offer_id = any($1::uuid[]) or s.id = any($3::uuid[]))),
  'reached', medspil.may_reach($7, $8, $9),
  'passes', (select coalesce(json_agg(json_build_object('id', p.id, 'childId', p.child_id, 'courseId', p.course_id, 'decisionId', p.decision_id, 'poolId', p.pool_id,
      'state', p.state, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'rules', p.rules, 'usedByKind', p.used_by_kind,
      'purses', (select coalesce(json_agg(json_build_object('purse', u.purse, 'pays', u.pays, 'granted', u.granted::text, 'available', u.available::text,
        'held', u.held::text, 'spent', u.spent::text, 'returned', u.returned::text) order by u.position), '[]')
        from purse u where u.kommune_id = medspil.kommune() and u.fritidspas_id = p.id)
    ) order by p.id), '[]') from pass p),
  ${named ? `'holds', (select coalesce(json_agg(json_build_object('id', h.id, 'fritidspasId', h.fritidspas_id, 'signupId', h.signup_id, 'childId', h.child_id, 'kind', h.kind,
      'parts', h.parts, 'state', h.state, 'releasedBecause', h.released_because, 'keptUntil', h.kept_until)), '[]') from held h),
  'paymentLines', (select coalesce(json_agg(json_build_object('id', l.id, 'paymentId', l.payment_id, 'payerId', p.payer_id, 'paymentState', p.state, 'signupId', l.signup_id, 'childId', l.child_id,
      'amount', l.amount::text, 'refunded', l.refunded::text, 'open', l.open, 'outcome', l.outcome) order by l.id), '[]')
    from (select distinct n.payment_id as id from unnest($3::uuid[]) c(id) cross join lateral (
        select * from payment_line m where m.kommune_id = medspil.kommune() and m.signup_id = c.id offset 0) n) i
      cross join lateral (select * from payment q where q.kommune_id = medspil.kommune() and q.id = i.id offset 0) p
      cross join lateral (select * from payment_line m where m.kommune_id = medspil.kommune() and m.payment_id = i.id offset 0) l),` : `'holds', '[]'::json, 'paymentLines', '[]'::json,`}
  'answers', (select coalesce(json_agg(json_build_object('actorId', e.actor_id, 'procedure', e.procedure, 'id', e.id, 'inputHash', encode(e.input_hash, 'hex'), 'answer', e.answer)), '[]')
    from unnest($4::uuid[], $5::text[], $6::uuid[]) k(actor_id, procedure, id)
    cross join lateral (select * from once o where o.kommune_id = medspil.kommune() and o.actor_id = k.actor_id and o.procedure = k.procedure and o.id = k.id offset 0) e)
) as facts`

// A request names no sign-up: what hangs on those is left out of the rush's own statement.
const [loadSql, loadNamedSql] = [loadSqlFor(false), loadSqlFor(true)]
