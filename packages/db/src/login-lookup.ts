import { day, type Day } from '@medspil/domain/day'
import type pg from 'pg'
import type { Now } from './as-actor.ts'
import { askTogether } from './ask-together.ts'
import { readInOneTrip, type Statement } from './one-trip.ts'

/** A login as the gate needs it, with the human behind it: one of `person`, `staff` and `guideName`, null when gone. */
export interface FoundLogin {
  id: string
  app: string
  personKey: string
  authAt: Date
  seenAt: Date
  expiresAt: Date
  endedAt: Date | null
  staffId: string | null
  guideId: string | null
  person: { id: string; name: string; birthDay: Day } | null
  /** Only while active. */
  staff: { id: string; name: string; role: string; personKey: string; profession: string | null; workplace: string; capOre: bigint | null } | null
  guideName: string | null
}

interface Asked { kommuneId: string; tokenHash: Uint8Array; now: Now }
interface Row {
  hash: string; id: string; app: string; person_key: string; auth_at: string; seen_at: string; expires_at: string; ended_at: string | null; staff_id: string | null; guide_id: string | null
  person_id: string | null; person_name: string | null; birth_day: string | null
  staff_name: string | null; role: string | null; staff_key: string | null; profession: string | null; workplace: string | null; cap: string | null; guide_name: string | null
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

const doors = new WeakMap<pg.Pool, Map<string, (asked: Asked) => Promise<FoundLogin | null>>>()

/**
 * Finds a login by its token's hash, open or not; null when unknown in this kommune. Those who knock at the same time are
 * looked up in one round trip, since every request of the opening minute asks.
 */
export function findLogin(pool: pg.Pool, asked: Asked): Promise<FoundLogin | null> {
  const ofPool = doors.get(pool) ?? new Map<string, (one: Asked) => Promise<FoundLogin | null>>()
  doors.set(pool, ofPool)
  const door = ofPool.get(asked.kommuneId) ?? askTogether((all: readonly Asked[]) => lookUp(pool, all))
  ofPool.set(asked.kommuneId, door)
  return door(asked)
}

async function lookUp(pool: pg.Pool, all: readonly Asked[]): Promise<(FoundLogin | null)[]> {
  const { kommuneId, now } = all.at(-1)!
  const hashes = all.map(({ tokenHash }) => hex(tokenHash))
  const statement: Statement = { name: 'find-logins', text: sql, values: [[...new Set(hashes)].map((hash) => Buffer.from(hash, 'hex'))] }
  const [rows] = await readInOneTrip(pool, { kommuneId, kind: 'login', id: '', now }, [statement])
  const found = new Map((rows as { found: Row[] }[])[0]!.found.map((row) => [row.hash, loginOf(row)]))
  return hashes.map((hash) => found.get(hash) ?? null)
}

const loginOf = (row: Row): FoundLogin => ({
  id: row.id, app: row.app, personKey: row.person_key, authAt: new Date(row.auth_at), seenAt: new Date(row.seen_at), expiresAt: new Date(row.expires_at),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at), staffId: row.staff_id, guideId: row.guide_id, guideName: row.guide_name,
  person: row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name, birthDay: day(row.birth_day!) },
  staff: row.staff_id === null || row.staff_name === null ? null
    : { id: row.staff_id, name: row.staff_name, role: row.role!, personKey: row.staff_key!, profession: row.profession, workplace: row.workplace!, capOre: row.cap === null ? null : BigInt(row.cap) },
})

const sql = `select coalesce(json_agg(json_build_object('hash', encode(s.token_hash, 'hex'), 'id', s.id, 'app', s.app, 'person_key', s.person_key, 'auth_at', s.auth_at, 'seen_at', s.seen_at,
    'expires_at', s.expires_at, 'ended_at', s.ended_at, 'staff_id', s.staff_id, 'guide_id', s.guide_id, 'person_id', s.person_id, 'person_name', p.name, 'birth_day', p.birth_day,
    'staff_name', t.name, 'role', t.role, 'staff_key', t.person_key, 'profession', t.profession, 'workplace', t.workplace, 'cap', t.cap_ore::text, 'guide_name', g.name)), '[]') as found
  from unnest($1::bytea[]) h(hash) cross join lateral (
    select * from session k where k.kommune_id = medspil.kommune() and k.token_hash = h.hash offset 0) s
  left join person p on p.kommune_id = s.kommune_id and p.id = s.person_id
  left join staff t on t.kommune_id = s.kommune_id and t.id = s.staff_id and t.active
  left join fritidsguide g on g.kommune_id = s.kommune_id and g.id = s.guide_id`

const touched = new WeakMap<pg.Pool, Map<string, (asked: Touch) => Promise<null>>>()
interface Touch { kommuneId: string; id: string; now: Now; seenAt: Date }

/** Notes that a login was used; many at a time. */
export async function touchLogin(pool: pg.Pool, touch: Touch): Promise<void> {
  const ofPool = touched.get(pool) ?? new Map<string, (one: Touch) => Promise<null>>()
  touched.set(pool, ofPool)
  const door = ofPool.get(touch.kommuneId) ?? askTogether(async (all: readonly Touch[]) => {
    const { kommuneId, now } = all.at(-1)!
    const values = [all.map(({ id }) => id), all.map(({ seenAt }) => seenAt)]
    await readInOneTrip(pool, { kommuneId, kind: 'login', id: '', now }, [{ name: 'touch-logins', text: touchSql, values }])
    return all.map(() => null)
  })
  ofPool.set(touch.kommuneId, door)
  await door(touch)
}

// Locked in the order of their ids, so that two processes cannot wait for each other.
const touchSql = `with locked as (select s.id from session s where s.kommune_id = medspil.kommune() and s.id = any($1::uuid[]) order by s.id for no key update)
  update session s set seen_at = greatest(s.seen_at, x.seen_at) from locked, (select u.id, max(u.seen_at) as seen_at from unnest($1::uuid[], $2::timestamptz[]) u(id, seen_at) group by 1) x
  where s.kommune_id = medspil.kommune() and s.id = locked.id and s.id = x.id`
