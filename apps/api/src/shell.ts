import type { Now, Tx } from '@medspil/db'
import { type Action, type Actor, asksForChild, decideAccess } from '@medspil/domain/access'
import { NotFound, Refused } from './errors.ts'

/** What every verb gets: the open transaction, who asks, and the moment. */
export interface Shell {
  tx: Tx
  actor: Actor
  now: Now
}

/**
 * The first line of every verb: may this actor do this, to this child? The table decides the kind of actor, the database's
 * relations decide the child.
 * @throws NotFound when denied, so that nobody can tell a locked door from no door; Refused when fresh proof is needed
 */
export async function allow({ tx, actor }: Shell, action: Action, subject: { childId?: string } = {}): Promise<void> {
  const access = decideAccess(actor, action)
  if (access === 'denied') throw new NotFound(action)
  if (access === 'stale-proof') throw new Refused({ reason: 'proof-too-old' })
  if (!asksForChild(action)) return
  if (!subject.childId) throw new Error(`${action} asks for a child`)
  const rows = await tx.db.$queryRaw<{ mine: boolean }[]>`select ${subject.childId}::uuid in (select medspil.my_children()) as mine`
  if (!rows[0]?.mine) throw new NotFound(action)
}
