import type { Actor } from '@medspil/domain/access'
import type pg from 'pg'
import type { Now } from '../as-actor.ts'
import { askTogether } from '../ask-together.ts'
import { readInOneTrip } from '../one-trip.ts'

interface Asked { kommuneId: string; kind: string; actorId: string; childId: string; now: Now }

const doors = new WeakMap<pg.Pool, Map<string, (asked: Asked) => Promise<boolean>>>()

/**
 * Whether the child is one of the actor's, by the relations in the database: the same question as a verb's `allow`. Those
 * who ask at the same time are answered in one round trip, each as itself, because a thousand families ask it in the
 * opening minute.
 */
export function mayReachChild(pool: pg.Pool, actor: Actor, now: Now, childId: string): Promise<boolean> {
  const asked: Asked = { kommuneId: actor.kommuneId, kind: actor.kind, actorId: (actor.kind === 'link' ? actor.personId : actor.id) ?? '', childId, now }
  const ofPool = doors.get(pool) ?? new Map<string, (one: Asked) => Promise<boolean>>()
  doors.set(pool, ofPool)
  const door = ofPool.get(asked.kommuneId) ?? askTogether((all: readonly Asked[]) => ask(pool, all))
  ofPool.set(asked.kommuneId, door)
  return door(asked)
}

async function ask(pool: pg.Pool, all: readonly Asked[]): Promise<boolean[]> {
  const { kommuneId, now } = all.at(-1)!
  const values = [all.map(({ kind }) => kind), all.map(({ actorId }) => actorId), all.map(({ childId }) => childId)]
  const [rows] = await readInOneTrip(pool, { kommuneId, kind: 'nobody', id: '', now }, [{ name: 'may-reach-children', text: 'select medspil.may_reach($1, $2, $3) as mine', values }])
  return (rows as { mine: boolean[] }[])[0]!.mine
}
