import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'

/** A child, who decides for it, and that adult's open login. Every tenth adult decides for the next child too; none wants letters. */
export interface RushFamily { childId: string; guardianId: string; token: string }

/** A kommune at its opening minute, as plain values: it travels between processes. */
export interface RushWorld {
  kommuneId: string
  kommuneKey: string
  foreningId: string
  programId: string
  /** The secret of the forening's desk link, which may change how many places there are. */
  foreningToken: string
  offers: string[]
  families: RushFamily[]
}

/** How large; price in øre, `perChild` places a child may have, null for no limit; `passes` children with a pass of 30 kr. for holiday activities. */
export interface RushSize { offers: number; places: number; children: number; price?: number; perChild?: number | null; seatMinutes?: number; passes?: number }

const secret = () => randomBytes(32).toString('base64url')
const hashOf = (text: string) => createHash('sha256').update(text).digest()
const kommuneKey = 'rushby'

/**
 * Plants a kommune, an open holiday programme, its activities over three weeks of July and children with logged-in
 * guardians, in a few statements and past every rule: a rush is to be measured, not its preparation.
 */
export async function plantRush(admin: pg.Pool, size: RushSize): Promise<RushWorld> {
  const [kommuneId, foreningId, programId, ordningId, versionId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const offers = Array.from({ length: size.offers }, () => uuidv7())
  const families = Array.from({ length: size.children }, (): RushFamily => ({ childId: uuidv7(), guardianId: uuidv7(), token: secret() }))
  const foreningToken = secret()
  const run = (sql: string, values: unknown[]) => admin.query(sql, values)
  const year = new Date().getFullYear() + 1
  await run(`insert into kommune (id, key, name, phone, phone_hours, mail, meet_place, colour, settings)
    values ($1, $2, 'Rushby Kommune', '12 34 56 78', 'Hverdage kl. 9–15', 'fritid@rushby.example', 'Rushby Bibliotek', '#0F5A5E', '{}')`, [kommuneId, kommuneKey])
  await run(`insert into ordning (kommune_id, id, key, name, department) values ($1, $2, 'aktiv-sommer', 'Aktiv Sommer', 'Fritid')`, [kommuneId, ordningId])
  await run(`insert into ordning_version (kommune_id, id, ordning_id, number, state, valid_from, rules, texts, source, published_at)
    values ($1, $2, $3, 1, 'published', '2020-01-01', '{}', '{}', 'prøve', now())`, [kommuneId, versionId, ordningId])
  await run(`insert into forening (kommune_id, id, cvr, name, provider_type, approval, home_in_kommune, checklist, approved_on, area)
    values ($1, $2, '31234567', 'Rushby Svømmeforening', 'approvedFolkeoplysende', 'approved', true, '{}', current_date - 300, 'Nord')`, [kommuneId, foreningId])
  await run(`insert into declaration (kommune_id, id, forening_id, year, declared_by, declared_on)
    values ($1, gen_random_uuid(), $2, extract(year from current_date)::int, 'Formanden', current_date)`, [kommuneId, foreningId])
  await run(`insert into link (kommune_id, id, token_hash, purpose, forening_id, subject_id, created_at, expires_at)
    values ($1, gen_random_uuid(), $2, 'forening-desk', $3, $3, now(), now() + interval '13 days')`, [kommuneId, hashOf(foreningToken), foreningId])
  await run(`insert into holiday_program (kommune_id, id, ordning_id, ordning_version_id, name, state, holiday, from_day, to_day, opens_at, closes_at, stages, offer_hours, seat_minutes)
    values ($1, $2, $3, $4, 'Aktiv Sommer', 'opening', 'summer', make_date($5, 7, 1), make_date($5, 7, 31), now() - interval '1 day', make_date($5, 6, 30), $6, 24, $7)`,
  [kommuneId, programId, ordningId, versionId, year, JSON.stringify([{ from: '2020-01-01T00:00:00.000Z', places: size.perChild ?? null, waiting: null }]), size.seatMinutes ?? 30])
  await run(`insert into offer (kommune_id, id, forening_id, program_id, title, activity, description, age_from, age_to, admits, weekday, time_from, time_to, place, area, travel,
      price, price_kind, season_from, season_to, capacity, trial_free, support_needs, pictogram, state)
    select $1, o.id, $2, $3, 'Svømning ' || o.n, 'svømning', 'Vi leger os til at svømme.', 3, 17, '{"kind":"completed-years","from":3,"to":17,"on":"activity-day"}', null, '10:00', '12:00',
      'Hallen ' || o.n % 20, case o.n % 3 when 0 then 'Nord' when 1 then 'Syd' else 'Midt' end, 'Bus', $4, 'once', make_date($5, 7, (1 + o.n % 21)::int), make_date($5, 7, (1 + o.n % 21)::int), $6, true, '{}', 'svoemning', 'published'
    from unnest($7::uuid[]) with ordinality o(id, n)`, [kommuneId, foreningId, programId, size.price ?? 0, year, size.places, offers])
  await run(`insert into occurrence (kommune_id, id, offer_id, day, time_from, time_to, place)
    select kommune_id, gen_random_uuid(), id, season_from, time_from, time_to, place from offer where kommune_id = $1`, [kommuneId])
  const person = `insert into person (kommune_id, id, name, birth_day, language, contact_barred, created_at)
    select $1, id, $3, $4, 'da', true, now() from unnest($2::uuid[]) id`
  await run(person, [kommuneId, families.map(({ childId }) => childId), 'Alma Prøve', `${year - 10}-05-04`])
  await run(person, [kommuneId, families.map(({ guardianId }) => guardianId), 'Berit Prøve', '1988-03-02'])
  await run(`insert into relation (kommune_id, id, adult_id, child_id, kind, lives_with, source, from_day)
    select $1, gen_random_uuid(), a, c, 'custody', true, 'CPR', '2016-05-04' from unnest($2::uuid[], $3::uuid[]) x(a, c)`,
  [kommuneId, families.map(({ guardianId }) => guardianId), families.map(({ childId }) => childId)])
  const parents = families.filter((_, at) => at % 10 === 0 && at + 1 < families.length)
  await run(`insert into relation (kommune_id, id, adult_id, child_id, kind, lives_with, source, from_day)
    select $1, gen_random_uuid(), a, c, 'custody', true, 'CPR', '2016-05-04' from unnest($2::uuid[], $3::uuid[]) x(a, c)`,
  [kommuneId, parents.map(({ guardianId }) => guardianId), families.filter((_, at) => at % 10 === 1).map(({ childId }) => childId)])
  await run(`insert into session (kommune_id, id, token_hash, app, person_key, person_id, level, name, auth_at, created_at, seen_at, expires_at, user_agent)
    select $1, gen_random_uuid(), x.hash, 'family', 'rush:' || x.person, x.person, 'Substantial', 'Berit Prøve', now(), now(), now(), now() + interval '8 hours', 'rush'
    from unnest($2::uuid[], $3::bytea[]) x(person, hash)`, [kommuneId, families.map(({ guardianId }) => guardianId), families.map(({ token }) => hashOf(token))])
  if (size.passes) await plantPasses(admin, { kommuneId, ordningId, versionId }, families.slice(-size.passes))
  await plantLastYear(admin, kommuneId, foreningId, families.slice(0, 5000))
  await admin.query('analyze')
  return { kommuneId, kommuneKey, foreningId, programId, foreningToken, offers, families }
}

const passAmount = 3000

async function plantPasses(admin: pg.Pool, { kommuneId, ordningId, versionId }: { kommuneId: string; ordningId: string; versionId: string }, families: RushFamily[]): Promise<void> {
  const poolId = uuidv7()
  const ids = () => families.map(() => uuidv7())
  const values = [kommuneId, families.map(({ childId }) => childId), ids(), ids(), ids(), ids()]
  const run = (sql: string, more: unknown[] = []) => admin.query(`with x as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) x(child, course, application, decision, pass)) ${sql}`, [...values, ...more])
  await admin.query(`insert into pool (kommune_id, id, ordning_id, from_day, to_day, total, promised, spent, when_empty, origin) values ($1, $2, $3, current_date - 300, current_date + 300, 100000000, 0, 0, 'stop', 'eksempel')`, [kommuneId, poolId, ordningId])
  await run(`insert into course (kommune_id, id, child_id, ordning_id, ordning_version_id, state, has_guidance, has_pass, birth_year, met_on) select $1, course, child, $7, $8, 'open', false, true, 2017, current_date - 90 from x`, [ordningId, versionId])
  await run(`insert into application (kommune_id, id, reference, child_id, ordning_id, ordning_version_id, course_id, door, state, language, facts, wishes, requested, child_view, reason_chips, created_at)
    select $1, application, 'F-' || application, child, $7, $8, course, 'family', 'granted', 'da', '{}', '{}', '{}', '', '{}', now() from x`, [ordningId, versionId])
  await run(`insert into decision (kommune_id, id, application_id, child_id, ordning_version_id, result, automatic, decider_name, decided_on, decided_at, legal_basis, law_text, considerations, individual_facts, child_view, appeal_text, items)
    select $1, decision, application, child, $7, 'granted', true, 'prøve', current_date - 90, now(), 'x', 'x', 'x', 'x', 'x', 'x', '[]' from x`, [versionId])
  const rules = { kindCeilings: {}, periodCeiling: null, togetherCeiling: null, providerTypes: ['approvedFolkeoplysende'] }
  await run(`insert into fritidspas (kommune_id, id, course_id, child_id, decision_id, pool_id, state, display_name, valid_from, valid_to, rules, used_by_kind, code_hash, code_sealed, issued_at)
    select $1, pass, course, child, decision, $7, 'active', 'Alma P.', current_date - 90, current_date + 270, $8::jsonb, '{}', decode(replace(pass::text, '-', ''), 'hex'), '\\x00', now() from x`, [poolId, JSON.stringify(rules)])
  await run(`insert into purse (kommune_id, id, fritidspas_id, child_id, purse, pays, granted, available, held, spent, returned, eksempel, position) select $1, gen_random_uuid(), pass, child, 'camp', '{camp}', $7, $7, 0, 0, 0, false, 0 from x`, [passAmount])
  // The money of a pass came from its pool, in one entry: accounts must be what was posted on them.
  await run(`, made as (insert into ledger_account (kommune_id, id, key, kind, balance, may_go_below_zero) select $1, gen_random_uuid(), 'purse:' || pass || ':camp', 'purse', $7::bigint, false from x returning id),
    pool as (insert into ledger_account (kommune_id, id, key, kind, balance, may_go_below_zero) select $1, gen_random_uuid(), 'pool:' || $8::text, 'pool', -$7::bigint * (select count(*) from x), true returning id),
    entry as (insert into ledger_entry (kommune_id, id, kind, at, day, subject_id) select $1, gen_random_uuid(), 'issue', now(), current_date, $8::uuid returning id)
    insert into ledger_posting (kommune_id, entry_id, account_id, amount) select $1, entry.id, made.id, $7::bigint from made, entry union all select $1, entry.id, pool.id, -$7::bigint * (select count(*) from x) from pool, entry`, [passAmount, poolId])
}

/**
 * What a season leaves behind, so that PostgreSQL knows its tables as it does in a kommune at work: before anything is
 * written it takes every index for as good as any other.
 */
async function plantLastYear(admin: pg.Pool, kommuneId: string, foreningId: string, families: RushFamily[]): Promise<void> {
  const [offerId, ids] = [uuidv7(), families.map(() => uuidv7())]
  const values = [kommuneId, ids, families.map(({ childId }) => childId), families.map(({ guardianId }) => guardianId)]
  const each = 'from unnest($2::uuid[], $3::uuid[], $4::uuid[]) x(id, child, adult)'
  await admin.query(`insert into offer (kommune_id, id, forening_id, title, activity, description, age_from, age_to, admits, weekday, time_from, time_to, place, area, travel, price, price_kind, season_from, season_to, capacity, trial_free, support_needs, pictogram, state)
    values ($1, $2, $3, 'Svømning sidste år', 'svømning', '', 3, 17, '{"kind":"completed-years","from":3,"to":17,"on":"activity-day"}', 2, '10:00', '12:00', 'Hallen', 'Nord', 'Bus', 0, 'season', current_date - 400, current_date - 300, 9000, true, '{}', 'svoemning', 'withdrawn')`, [kommuneId, offerId, foreningId])
  await admin.query(`insert into signup (kommune_id, id, offer_id, child_id, display_name, state, place, price, pass_pays, family_pays, requested_by, requested_kind, created_at, ended_on)
    select $1, x.id, $5, x.child, 'Alma P.', 'ended', false, 0, 0, 0, x.adult, 'family', now() - interval '1 year', current_date - 300 ${each}`, [...values, offerId])
  await admin.query(`insert into once (kommune_id, actor_id, procedure, id, input_hash, answer, at) select $1, x.adult, 'signup.request', x.id, '\\x00', '{}', now() - interval '1 year' ${each} where x.child is not null`, values)
  await admin.query(`insert into audit_event (kommune_id, id, at, actor_kind, actor_id, actor_name, event, subject_id, child_id, facts) select $1, gen_random_uuid(), now() - interval '1 year', 'family', x.adult, 'Berit', 'signup.place-given', x.id, x.child, '{}' ${each}`, values)
  await admin.query(`insert into outbox_job (kommune_id, id, at, name, payload, done_at) select $1, x.id, now() - interval '1 year', 'tell-family', '{}', now() - interval '1 year' ${each} where x.child is not null and x.adult is not null`, values)
}

/** Takes back all that a rush wrote, past the triggers that keep it, so that each measurement begins the same. */
export async function clearRush(admin: pg.Pool): Promise<void> {
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query('delete from payment_line')
    await client.query('delete from hold')
    await client.query('delete from signup where program_id is not null')
    for (const table of ['once', 'audit_event']) await client.query(`delete from ${table} where at > now() - interval '1 month'`)
    await client.query(`delete from outbox_job where at > now() - interval '1 month'`)
    await client.query('delete from graphile_worker._private_jobs')
    await client.query('update offer set taken = 0, reserved_taken = 0, waiting = 0, waiting_last = 0')
    await client.query('commit')
    await client.query('vacuum analyze offer, signup, once, audit_event, outbox_job, graphile_worker._private_jobs')
  } finally {
    client.release()
  }
}
