import type { WhoAmI } from '@medspil/contracts/access'
import { loadStaffOf } from '@medspil/db/access'
import { isStaff, type StaffRole } from '@medspil/domain/access'
import { allow, type Shell } from '../shell.ts'

/** Who the server takes the browser for, and the other roles the same person may choose. */
export async function whoAmI(shell: Shell): Promise<WhoAmI> {
  const { tx, actor } = shell
  await allow(shell, 'access.who-am-i')
  if (actor.kind === 'job' || actor.kind === 'login' || actor.kind === 'signup-batch') throw new Error('no browser is the worker')
  const roles = isStaff(actor) ? await loadStaffOf(tx, actor.personKey) : []
  return {
    kind: actor.kind, id: actor.id, name: 'name' in actor ? actor.name : null, title: isStaff(actor) ? actor.profession : null,
    otherRoles: roles.filter(({ id }) => id !== actor.id).map(({ id, role, workplace }) => ({ staffId: id, role: role as StaffRole, workplace })),
  }
}
