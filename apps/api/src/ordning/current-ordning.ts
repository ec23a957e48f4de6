import { loadOrdning, type StoredOrdning, type StoredVersion } from '@medspil/db/ordning'
import { ordningOn } from '@medspil/domain/ordning'
import { NotFound, Refused } from '../errors.ts'
import type { Shell } from '../shell.ts'

/** The version of an ordning that holds today among those the public knows. */
export const publishedOn = (ordning: StoredOrdning, { now }: Pick<Shell, 'now'>) =>
  ordningOn(ordning.versions.filter(({ state }) => state === 'published'), now.day)

/**
 * An ordning by key with the version that holds today.
 * @throws NotFound for an unknown key; Refused when no version holds today
 */
export async function currentOrdning(shell: Pick<Shell, 'tx' | 'now'>, key: string): Promise<{ ordning: StoredOrdning; version: StoredVersion }> {
  const ordning = await loadOrdning(shell.tx, { key })
  if (!ordning) throw new NotFound()
  const answer = publishedOn(ordning, shell)
  if (!answer.ok) throw new Refused(answer.whyNot)
  return { ordning, version: answer.version }
}
