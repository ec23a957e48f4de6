import type { Environment } from '../env.ts'

/** The two frontends, told apart by hostname alone: cookies of one never reach the other. */
export type AppName = 'family' | 'desk'

/** The frontend a request came to; null when the hostname is neither. */
export function appOf(env: Environment, host: string | null | undefined): AppName | null {
  if (host === new URL(env.FAMILY_ORIGIN).host) return 'family'
  if (host === new URL(env.DESK_ORIGIN).host) return 'desk'
  return null
}

/** Where a frontend lives. */
export function originOf(env: Environment, app: AppName): string {
  return new URL(app === 'family' ? env.FAMILY_ORIGIN : env.DESK_ORIGIN).origin
}
