import type { Environment } from '../env.ts'

/** The two frontends, told apart by hostname alone: cookies of one never reach the other. */
export type AppName = 'family' | 'desk'

interface Homes { family: URL; desk: URL }

// Every request asks several times, and reading an address costs more than comparing two.
const known = new WeakMap<Environment, Homes>()
function homesOf(env: Environment): Homes {
  const homes = known.get(env) ?? { family: new URL(env.FAMILY_ORIGIN), desk: new URL(env.DESK_ORIGIN) }
  known.set(env, homes)
  return homes
}

/** The frontend a request came to; null when the hostname is neither. */
export function appOf(env: Environment, host: string | null | undefined): AppName | null {
  const { family, desk } = homesOf(env)
  if (host === family.host) return 'family'
  if (host === desk.host) return 'desk'
  return null
}

/** Where a frontend lives. */
export function originOf(env: Environment, app: AppName): string {
  return homesOf(env)[app].origin
}
