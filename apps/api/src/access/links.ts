import type { OpenedLink, RevokeLink } from '@medspil/contracts/access'
import { audit } from '@medspil/db'
import { loadLink, revokeLink as endLink } from '@medspil/db/access'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { atTheGate } from './at-the-gate.ts'

/** What the link in hand is for. Opening it changes nothing. */
export async function openLink(shell: Shell): Promise<OpenedLink> {
  const { tx, actor } = shell
  await allow(shell, 'access.open-link')
  if (actor.kind !== 'forening' && actor.kind !== 'link') throw new NotFound('access.open-link')
  const link = await loadLink(tx, actor.kind === 'forening' ? actor.linkId : actor.id)
  if (!link) throw new NotFound('access.open-link')
  return {
    purpose: actor.purpose, subjectId: actor.subjectId, foreningName: actor.kind === 'forening' ? actor.name : null,
    expiresAt: link.expiresAt.toISOString(), isUsed: link.usedAt !== null,
  }
}

/**
 * Ends a link at once, as when it was sent to the wrong phone.
 * @throws NotFound when there is none to end
 */
export async function revokeLink(ctx: Context, input: RevokeLink): Promise<{ done: true }> {
  const { linkId } = input
  return atTheGate(ctx, 'access.revoke-link', 'access.revokeLink', async (tx, asAsker) => {
    if (!(await endLink(tx, linkId))) throw new NotFound()
    await audit(asAsker, 'access.link-revoked', { id: linkId })
    return { done: true }
  }, input)
}
