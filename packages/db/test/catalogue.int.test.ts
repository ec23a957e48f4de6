import { withDatabase } from '@medspil/testing/database'
import pg from 'pg'
import { describe, expect, it } from 'vitest'

const test = withDatabase()

/** Every fault of the catalogue as a sentence; an empty list is a sealed database (promise 11). */
async function faultsOf(client: pg.Client): Promise<string[]> {
  // Names are then told with their schema, also to an administrator whose own schema is called medspil.
  await client.query(`set search_path = ''`)
  const { rows } = await client.query<{ fault: string }>(`
    with tenant as (select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\\_%')
    select relname || ': row level security is not enabled and forced' as fault from tenant where not (relrowsecurity and relforcerowsecurity)
    union all
    select t.relname || ': no policy for ' || cmd.word from tenant t cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) as cmd(letter, word)
      where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = cmd.letter::"char")
    union all
    select t.relname || ': a policy does not ask for the kommune: ' || p.polname from tenant t join pg_policy p on p.polrelid = t.oid
      where t.relname <> 'kommune' and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') !~ 'medspil.kommune\\(\\)|^false$'
    union all
    select t.relname || ': no column kommune_id' from tenant t where t.relname <> 'kommune'
      and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'kommune_id' and a.attnotnull)
    union all
    select t.relname || ': key without kommune_id: ' || con.conname from pg_constraint con join tenant t on t.oid = con.conrelid
      where t.relname <> 'kommune' and con.contype in ('p', 'f')
        and not exists (select from pg_attribute a where a.attrelid = con.conrelid and a.attnum = any(con.conkey) and a.attname = 'kommune_id')
    union all
    select p.oid::regprocedure || ': definer function without a pinned search_path' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('medspil', 'medspil_jobs') and p.prosecdef and not coalesce(p.proconfig::text, '') like '%search_path=pg_catalog%'
    union all
    select p.oid::regprocedure || ': definer function that nobody listed' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and p.proname <> all (array['children_of', 'may_reach', 'my_children', 'my_adults', 'my_offers', 'my_care_signups', 'my_questions', 'is_sheltered', 'pass_by_code', 'lock_offers', 'count_places', 'person_by_cpr', 'post_entries', 'entry_balances', 'program_children', 'program_own_share', 'add'])
    union all
    select p.oid::regprocedure || ': definer function that everybody may call' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('medspil', 'medspil_jobs') and p.prosecdef and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
    union all
    select rolname || ': a login role that walks past the policies' from pg_roles where rolname in ('medspil_owner', 'medspil_app', 'medspil_worker', 'medspil_reader')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
    union all
    select c.relname || ': a view that does not ask as its reader' from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and c.relkind = 'v' and not coalesce(c.reloptions::text, '') like '%security_invoker=true%'
    union all
    select c.relname || ': owned by a login role of the API or the worker' from pg_class c join pg_roles r on r.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and r.rolname in ('medspil_app', 'medspil_worker', 'medspil_reader')
  `)
  return rows.map((row) => row.fault)
}

describe('the catalogue of the database', () => {
  it('has a forced policy per command on every table, and the kommune in every key', async () => {
    const client = new pg.Client({ connectionString: test().urlOf('admin') })
    await client.connect()
    const faults = await faultsOf(client)
    await client.end()
    expect(faults).toEqual([])
  })

  const plantings: [string, string, string][] = [
    ['a dropped policy', 'drop policy person_select on person', 'person: no policy for select'],
    ['a table that nobody thought about', 'create table public.forgotten (kommune_id uuid not null, id uuid, primary key (kommune_id, id))', 'forgotten: row level security is not enabled and forced'],
    ['a function opened to everybody', 'grant execute on function medspil.person_by_cpr(bytea) to public', 'medspil.person_by_cpr(bytea): definer function that everybody may call'],
    ['a key without the kommune', 'create table public.loose (kommune_id uuid not null, id uuid primary key)', 'loose: key without kommune_id: loose_pkey'],
    ['a policy for all kommuner', "create policy open_door on signup for select using (true)", 'signup: a policy does not ask for the kommune: open_door'],
    ['force taken away', 'alter table letter no force row level security', 'letter: row level security is not enabled and forced'],
    ['a definer function off the list', "create function medspil.back_door() returns int language sql security definer as 'select 1'", 'medspil.back_door(): definer function that nobody listed'],
    ['a role that bypasses', 'alter role medspil_app bypassrls', 'medspil_app: a login role that walks past the policies'],
  ]
  it.each(plantings)('goes red for %s', async (_, sql, fault) => {
    const client = new pg.Client({ connectionString: test().urlOf('admin') })
    await client.connect()
    await client.query('begin')
    await client.query(sql)
    const faults = await faultsOf(client)
    await client.query('rollback')
    await client.end()
    expect(faults).toContain(fault)
  })
})

const forbidden = [
  'create table mine (id int)', 'drop table person', 'alter table person disable row level security', 'truncate signup', 'delete from person', 'delete from ledger_entry',
  'update ledger_posting set amount = 0', 'update ledger_account set balance = 0', 'insert into ledger_entry (kommune_id, id, kind, at, day, subject_id) values (gen_random_uuid(), gen_random_uuid(), \'x\', now(), now(), gen_random_uuid())',
  'update audit_event set event = \'x\'', 'delete from audit_event', 'update read_log set why = \'x\'', 'delete from read_log', 'truncate read_log', 'update decision set result = \'granted\'', 'update once set answer = \'{}\'',
  'update person set kommune_id = gen_random_uuid()', 'update person set id = gen_random_uuid()', 'update signup set child_id = gen_random_uuid()', 'update payout_approval set person_key = \'x\'',
  'set role medspil_owner', 'set role medspil_counter', 'set session authorization medspil_owner', 'create role hacker', 'alter role medspil_app superuser', 'alter table person owner to medspil_app',
  'create policy open_door on person using (true)', 'create extension dblink', 'create function f() returns int language sql as \'select 1\'', 'copy person to program \'cat\'', 'select pg_read_file(\'/etc/passwd\')',
  'create schema mine', 'drop schema medspil cascade', 'alter function medspil.my_children() owner to medspil_app', 'update kommune_key set wrapped = \'\'', 'update attendance_mark set mark = \'absent\'', 'truncate ledger_posting',
  'alter table signup drop constraint signup_place', 'drop trigger ledger_entry_stays on ledger_entry', 'alter system set fsync = off', 'update journal_entry set theme = \'x\'', 'update ledger_seal set hash = \'\'',
]

describe('forty statements that no login role may run', () => {
  it.each(['app', 'worker', 'reader'] as const)('as medspil_%s', async (role) => {
    const pool = new pg.Pool({ connectionString: test().urlOf(role), max: 1 })
    const allowed: string[] = []
    for (const sql of forbidden)
      await pool.query(`begin; ${sql}; rollback`).then(() => allowed.push(sql), () => pool.query('rollback'))
    await pool.end()
    expect(forbidden.length).toBeGreaterThanOrEqual(40)
    expect(allowed).toEqual([])
  })

  it('goes red when a grant is given back', async () => {
    await test().admin.query('grant delete on read_log to medspil_app')
    const pool = new pg.Pool({ connectionString: test().urlOf('app'), max: 1 })
    const outcome = await pool.query('begin; delete from read_log; rollback').then(() => 'allowed', () => 'refused')
    await pool.end()
    await test().admin.query('revoke delete on read_log from medspil_app')
    expect(outcome).toBe('allowed')
  })
})
