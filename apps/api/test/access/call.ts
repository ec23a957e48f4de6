import { transformer } from '@medspil/contracts/transformer'
import type { Database } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { hashOf } from '../../src/access/secrets.ts'
import type { Gateways } from '../../src/gateways/index.ts'
import { type AppRouter, appRouter } from '../../src/trpc/router.ts'
import { now } from './people.ts'

type Rooms = AppRouter['_def']['record']
/** Every procedure by its path, as the router has it: a table keyed by this does not build until a new procedure is in it. */
export type ProcedurePath = { [R in keyof Rooms & string]: `${R}.${keyof Rooms[R] & string}` }[keyof Rooms & string]

/** The router's procedures as they are at run time. */
export const procedures = appRouter._def.procedures as unknown as Record<ProcedurePath, { _def: { type: 'query' | 'mutation' } }>
export const paths = Object.keys(procedures) as ProcedurePath[]
export const isMutation = (path: ProcedurePath): boolean => procedures[path]._def.type === 'mutation'

/** What came back over the wire, whole. */
export interface Answer { status: number; body: string }

/** Sends one call through the real HTTP adapter, contracts, middleware and error shape; only the door that finds the actor is left out. */
export async function send(database: Database, gateways: Gateways, actor: Actor, path: ProcedurePath, json: string | undefined): Promise<Answer> {
  const personKey = 'personKey' in actor ? actor.personKey : null
  const response = await fetchRequestHandler({
    endpoint: '/trpc', router: appRouter, allowMethodOverride: true,
    req: new Request(`http://desk.localhost/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, ...(json !== undefined && { body: json }) }),
    createContext: async () => ({ actor, database, asActor: database.asActor, clock: () => now, gateways, familyOrigin: 'https://family.example', sessionHash: personKey ? hashOf(personKey) : null }),
  })
  return { status: response.status, body: await response.text() }
}

/** An input as it travels. */
export const wire = (input: unknown): string | undefined => (input === undefined ? undefined : JSON.stringify(transformer.serialize(input)))

/** The answer inside a body. */
export const resultOf = ({ body }: Answer): unknown => transformer.deserialize((JSON.parse(body) as { result: { data: unknown } }).result.data)
/** The rule that said no; null when none did. */
export const reasonOf = ({ body }: Answer): string | null => (JSON.parse(body) as { error?: { data?: { whyNot?: { reason?: string } | null } } }).error?.data?.whyNot?.reason ?? null
