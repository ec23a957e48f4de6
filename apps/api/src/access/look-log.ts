import type { LookView, SpotCheckView } from '@medspil/contracts/access'
import { loadReadsOf, sampleReads } from '@medspil/db/access'
import { allow, type Shell } from '../shell.ts'

/** As many looks as a page can show; the newest. */
const newest = 200
const sampleSize = 20
const sampleDays = 30
const dayMs = 24 * 3600 * 1000

/** Who has looked at a child, when, and by which right: for the family itself (promise 13). */
export async function whoLooked(shell: Shell, { childId }: { childId: string }): Promise<LookView[]> {
  await allow(shell, 'access.who-looked', { childId })
  return (await loadReadsOf(shell.tx, childId, newest)).map(({ at, actorName, actorKind, why, fields }) => ({ at: at.toISOString(), who: actorName, role: actorKind, why, fields }))
}

/** Twenty looks of the last thirty days, the same all day, for the leader to ask about. */
export async function spotCheck(shell: Shell): Promise<SpotCheckView> {
  await allow(shell, 'access.spot-check')
  const since = new Date(shell.now.at.getTime() - sampleDays * dayMs)
  return (await sampleReads(shell.tx, since, sampleSize)).map(({ id, at, actorName, actorKind, why, fields, procedure, childId }) => ({
    id, at: at.toISOString(), who: actorName, role: actorKind, why, fields, procedure, childId,
  }))
}
