import { createHmac, hkdfSync } from 'node:crypto'
import { newId, type Tx } from '@medspil/db'
import { loadKommune, saveLink } from '@medspil/db/access'
import type { LinkPurpose } from '@medspil/domain/access'
import type { Environment } from '../env.ts'
import { hashOf, newToken } from './secrets.ts'

/** The longest that a link may live (promises.md 4.5). */
const longestDays = 14
const dayMs = 24 * 3600 * 1000

/** What a link is for. Exactly one of `foreningId` and `personId`: its holder acts as that forening or that person. */
export interface LinkOrder {
  purpose: LinkPurpose
  foreningId?: string
  personId?: string
  subjectId: string
  /** At most 14. */
  days: number
  /** Id of the job that sends it: a job that runs twice then sends the same link, instead of killing its own. */
  jobId?: string
}

/**
 * Makes a link and ends an older open one of the same purpose and subject. Only its SHA-256 is kept; the secret is told once.
 * @returns the secret, 32 bytes in base64url: random, or for a job a keyed hash of its id under the master key
 */
export async function makeLink(tx: Tx, { purpose, foreningId, personId, subjectId, days, jobId }: LinkOrder): Promise<string> {
  if (!foreningId === !personId) throw new Error('a link belongs to one forening or one person')
  if (days > longestDays) throw new Error(`a link lives at most ${longestDays} days`)
  const token = jobId ? tokenOfJob(tx, `${purpose}/${subjectId}/${jobId}`) : newToken()
  await saveLink(tx, {
    id: newId(), tokenHash: hashOf(token), purpose, foreningId: foreningId ?? null, personId: personId ?? null, subjectId,
    expiresAt: new Date(tx.now.at.getTime() + days * dayMs),
  })
  return token
}

/** The address to send. The secret stands behind #, which no server and no log ever sees. */
export async function linkAddress(tx: Tx, env: Environment, token: string): Promise<string> {
  const { key } = await loadKommune(tx)
  return `${new URL(env.DESK_ORIGIN).origin}/l#${key}.${token}`
}

function tokenOfJob(tx: Tx, what: string): string {
  const key = hkdfSync('sha256', tx.keys.derive(tx.kommuneId, 'wrap'), tx.kommuneId, 'medspil/link', 32)
  return createHmac('sha256', Buffer.from(key)).update(what).digest('base64url')
}
