import type { OpenChild, OpenedChild } from '@medspil/contracts/access'
import { audit, logRead, newId } from '@medspil/db'
import { holdsChild, saveChildAccess } from '@medspil/db/access'
import { Cpr } from '@medspil/db/cpr'
import { findPersonByCpr } from '@medspil/db/person'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** The reason of a look that was opened by hand, as the family reads it. */
const whyOpened = 'åbnet med begrundelse'

/**
 * Opens a child's file for this member of staff, with the reason they wrote: it stands in the audit, in the family's own list
 * of who has looked, and in the leader's spot check.
 * @throws NotFound when there is no such child here
 */
export async function openChild(shell: Shell, { child, reason }: OpenChild): Promise<OpenedChild> {
  const { tx, actor } = shell
  await allow(shell, 'access.open-child')
  const cpr = 'cpr' in child ? Cpr.parse(child.cpr) : null
  const childId = 'id' in child ? child.id : cpr && (await findPersonByCpr(tx, cpr))
  if (!childId || !actor.id) throw new NotFound('access.open-child')
  if (!(await holdsChild(tx, childId, actor.id))) {
    const given = await saveChildAccess(tx, { id: newId(), childId, staffId: actor.id, why: whyOpened, reason })
    if (!given) throw new NotFound('access.open-child')
  }
  await audit(tx, 'access.child-opened', { id: childId, childId })
  await logRead(tx, [childId], `${whyOpened}: ${reason}`, ['file'])
  return { childId }
}
