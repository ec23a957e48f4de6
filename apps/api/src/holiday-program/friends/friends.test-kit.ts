import { newId, type Now } from '@medspil/db'
import type { FamilyMember } from '@medspil/domain/access'
import type { TestDatabase } from '@medspil/testing/database'
import { plantFamily, today, type World } from '../../signup/signup.test-kit.ts'
import { callerAs } from '../../testing.ts'

/** A family of these tests: its adult, and the child that goes along. */
export interface Family { actor: FamilyMember; childId: string }

/** What the tests of friend groups do in a town. */
export function friendsKit(test: () => TestDatabase, world: () => World) {
  const as = ({ actor }: { actor: FamilyMember }, now: Now = today) => callerAs(test().database, actor, { now })
  const family = (child: Parameters<typeof plantFamily>[2] = {}) => plantFamily(test(), world(), child)
  const show = (who: Family, programId: string, now = today) => as(who, now).holidayProgram.friends({ programId })
  const codesOf = async (who: Family, programId: string) => (await show(who, programId)).groups.flatMap(({ codes }) => codes)
  const make = async (who: Family, programId: string) => {
    const groupId = newId()
    await as(who).holidayProgram.makeFriendGroup({ requestId: groupId, programId, childId: who.childId, agrees: true })
    return groupId
  }
  const join = (who: Family, code: string, now = today) => as(who, now).holidayProgram.joinFriends({ requestId: newId(), code, childId: who.childId, agrees: true })
  const leave = (who: Family, groupId: string) => as(who).holidayProgram.leaveFriends({ requestId: newId(), groupId, childId: who.childId })
  const rejoin = (who: Family, groupId: string) => as(who).holidayProgram.rejoinFriends({ requestId: newId(), groupId, childId: who.childId, agrees: true })
  const invite = (who: Family, groupId: string) => as(who).holidayProgram.inviteFriend({ requestId: newId(), groupId })
  const take = (who: Family, groupId: string, offerId: string, acceptsClash = false) => as(who).signup.requestWithFriends({ requestId: newId(), groupId, offerId, acceptsClash })
  /** The first family invites the others, one code each. */
  const group = async (programId: string, first: Family, ...others: Family[]) => {
    const groupId = await make(first, programId)
    for (const other of others) {
      if ((await codesOf(first, programId)).length === 0) await invite(first, groupId)
      await join(other, (await codesOf(first, programId))[0]!)
    }
    return groupId
  }
  return { as, family, show, codesOf, make, join, leave, rejoin, invite, take, group }
}

/** The reason a call was refused with, its error code, or 'ja'. */
export const reasonOf = (promise: Promise<unknown>) =>
  promise.then(() => 'ja', (error: { cause?: { whyNot?: { reason: string } }; code: string }) => error.cause?.whyNot?.reason ?? error.code)
