import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { nth, type Pattern } from './pattern.ts'
import type { RushWorld } from './plant.ts'

/**
 * The one-row limit: what one transaction per sign-up can do at the very best, asked of PostgreSQL directly. The places
 * stand ready as rows; one function takes the first that nobody holds and writes the request's key on it, and one event row
 * stands for audit and outbox. No login, no HTTP, no policies, no rule.
 */
const lean = `
  create schema if not exists lean;
  drop table if exists lean.seat, lean.event;
  create table lean.seat (offer_id uuid not null, number int not null, child_id uuid, request_id uuid, primary key (offer_id, number)) with (fillfactor = 50);
  create unique index seat_free on lean.seat (offer_id, number) where request_id is null;
  create unique index seat_key on lean.seat (request_id) where request_id is not null;
  create unique index seat_child on lean.seat (offer_id, child_id) where child_id is not null;
  create table lean.event (id bigint generated always as identity primary key, at timestamptz not null default now(), request_id uuid not null, facts jsonb not null);
  create or replace function lean.take(offer uuid, child uuid, request uuid) returns int language plpgsql as $$
  declare got int;
  begin
    select number into got from lean.seat where offer_id = offer and request_id is null order by number limit 1 for update skip locked;
    if got is null then return null; end if;
    update lean.seat set child_id = child, request_id = request where offer_id = offer and number = got;
    insert into lean.event (request_id, facts) values (request, jsonb_build_object('offer', offer, 'child', child, 'number', got));
    return got;
  end $$`

/** Makes the tables of the limit. */
export async function plantOneRow(admin: pg.Pool): Promise<void> {
  await admin.query(lean)
}

/** Runs so many one-row sign-ups of a pattern over 32 connections. @returns sign-ups per second */
export async function runOneRow(admin: pg.Pool, url: string, world: RushWorld, pattern: Pattern, requests: number): Promise<{ perSecond: number; failed: number }> {
  const asked = new Map<string, number>()
  for (let n = 0; n < requests; n += 1) {
    const { offerId } = nth(world, pattern, n)
    asked.set(offerId, (asked.get(offerId) ?? 0) + 1)
  }
  await admin.query('truncate lean.seat, lean.event')
  await admin.query('insert into lean.seat (offer_id, number) select o.id, n from unnest($1::uuid[], $2::int[]) o(id, places), generate_series(1, o.places) n', [[...asked.keys()], [...asked.values()].map((n) => n + 40)])
  await admin.query('vacuum analyze lean.seat')
  const pool = new pg.Pool({ connectionString: url, max: 32 })
  const clients = await Promise.all(Array.from({ length: 32 }, () => pool.connect()))
  let [next, failed] = [0, 0]
  const since = performance.now()
  await Promise.all(clients.map(async (client) => {
    while (next < requests) {
      const { family, offerId } = nth(world, pattern, next++)
      const { rows } = await client.query<{ got: number | null }>({ name: 'take', text: 'select lean.take($1, $2, $3) as got', values: [offerId, family.childId, uuidv7()] })
      if (rows[0]?.got === null) failed += 1
    }
  }))
  const seconds = (performance.now() - since) / 1000
  for (const client of clients) client.release()
  await pool.end()
  return { perSecond: Math.round(requests / seconds), failed }
}
