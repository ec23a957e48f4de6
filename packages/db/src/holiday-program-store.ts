import type { Day } from '@medspil/domain/day'
import type { ProgramState } from '@medspil/domain/holiday-program'
import { instant, type Instant, type LimitStage } from '@medspil/domain/signup'
import type { Tx } from './as-actor.ts'
import { dayOf } from './days.ts'
import { fromJson } from './json.ts'
import type { Prisma } from './prisma-client/client.ts'

export {
  commitDraw, countWishes, type DrawProgram, type DrawSecrets, loadActivityPrices, loadAllWishes, loadDraw, loadDrawGround, loadDrawProgram, loadDrawPrograms, loadDrawnChildren, loadDrawRecord, loadMeetings, loadWishedActivities, loadWishes,
  loadWishingChildren, lockProgram, lockWishes, openDraw, saveHeldDraw, saveProgramState, saveWishOutcomes, saveWishes, type StoredDraw, type StoredWish,
} from './holiday-program/draw-store.ts'
export {
  addFriend, addFriendCode, addFriendGroup, emptyFriendGroups, endFriendCodes, findFriendCode, findMyGroup, type Friend, leaveFriends, loadFriendCodes, loadFriends, loadGoesWith, loadGoing, lockChild, lockFriendGroup, untieWishes,
} from './holiday-program/friend-store.ts'
export {
  addProgram, changeProgram, countProgramChildren, type DeskProgram, loadAsked, loadEndingLinks, loadDeskProgram, loadDeskPrograms, loadSchoolHolidays, markInvited, saveSchoolHoliday, type StoredHoliday,
} from './holiday-program/program-store.ts'
export {
  addActivities, type ActivityCounts, changeActivity, countWaiting, countWishing, dropMinimum, loadActivities, loadActivity, loadActivityCounts, loadAreas, lockActivity, type StoredActivity, withdrawActivity, type WrittenActivity,
} from './holiday-program/activity-store.ts'

/** A holiday programme; moments are instants. */
export interface StoredProgram {
  id: string; ordningId: string; name: string; holiday: string; state: ProgramState; fromDay: Day; toDay: Day
  opensAt: Instant; closesAt: Instant; way: 'opening-minute' | 'draw'; wishesOpenAt: Instant | null; wishesCloseAt: Instant | null; stages: LimitStage[]; offerHours: number
}

/** Programmes that are public, the next holiday first. */
export async function loadPrograms(tx: Tx): Promise<StoredProgram[]> {
  const rows = await tx.db.holidayProgram.findMany({ where: { kommuneId: tx.kommuneId, state: { notIn: ['draft', 'scrubbed'] } }, orderBy: [{ fromDay: 'asc' }, { id: 'asc' }] })
  return rows.map(programOf)
}

/** One public programme; null when there is none. */
export async function loadProgram(tx: Tx, id: string): Promise<StoredProgram | null> {
  const row = await tx.db.holidayProgram.findFirst({ where: { kommuneId: tx.kommuneId, id, state: { notIn: ['draft', 'scrubbed'] } } })
  return row && programOf(row)
}

function programOf(row: Prisma.HolidayProgramGetPayload<object>): StoredProgram {
  return {
    id: row.id, ordningId: row.ordningId, name: row.name, holiday: row.holiday, state: row.state as ProgramState, fromDay: dayOf(row.fromDay), toDay: dayOf(row.toDay),
    opensAt: instant(row.opensAt.toISOString()), closesAt: instant(row.closesAt.toISOString()), offerHours: row.offerHours, way: row.way as StoredProgram['way'], stages: fromJson<LimitStage[]>(row.stages),
    wishesOpenAt: row.wishesOpenAt && instant(row.wishesOpenAt.toISOString()), wishesCloseAt: row.wishesCloseAt && instant(row.wishesCloseAt.toISOString()),
  }
}
