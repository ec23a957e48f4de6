import { audit } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { addFriend, loadGoesWith, loadProgram, lockFriendGroup, lockWishes, untieWishes } from '@medspil/db/holiday-program'
import { friendTerms, whyNotBefriend } from '@medspil/domain/holiday-program'
import { displayNameOf, instant } from '@medspil/domain/signup'
import { NotFound, Refused } from '../../errors.ts'
import { allow, type Shell } from '../../shell.ts'
import { loadMyYoung } from './my-young.ts'

/**
 * Lets a child of mine go along with a group, by the yes of whoever is logged in. What its wishes hung together with before
 * they do no more: a child goes with its group or with its siblings. One that goes along already stays as it is.
 * @returns whether the child was not in the group before
 * @throws Refused when the programme has closed, the group is full, or the child goes with others
 */
export async function befriend(shell: Shell, to: { groupId: string; programId: string; childId: string }): Promise<boolean> {
  const { tx, actor, now } = shell
  const { groupId, programId, childId } = to
  await allow(shell, 'holiday-program.befriend', { childId })
  const program = await loadProgram(tx, programId)
  const child = (await loadMyYoung(shell)).find(({ id }) => id === childId)
  if (!program || !child || actor.kind !== 'family') throw new NotFound('holiday-program.befriend')

  const childIds = await inKommunesName(tx, async (kommune) => {
    await lockWishes(kommune, programId, [childId])
    return lockFriendGroup(kommune, groupId)
  })
  const goesWith = (await loadGoesWith(tx, programId, [childId])).get(childId) ?? null
  const whyNot = whyNotBefriend({ closes: program.closesAt, childIds }, groupId, { id: childId, goesWith }, instant(now.at.toISOString()))
  if (whyNot) throw new Refused(whyNot)
  if (goesWith === groupId) return false

  await inKommunesName(tx, (kommune) => addFriend(kommune, { ...to, agreedBy: actor.id, displayName: displayNameOf(child.name) }))
  await untieWishes(tx, programId, childId)
  await audit(tx, 'friends.joined', { id: groupId, childId }, { programId, terms: friendTerms })
  return true
}
