import { newId, teamRowId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, addMonths, type Day, weekdayOf } from '@medspil/domain/day'
import type { Timeline } from './timeline.ts'
import { asJob, employee, foreningDesk, type Ground, morning, on, type World } from './world.ts'

interface Membership { childId: string; family: Actor; signupId: string; offerId: string; foreningId: string; weekday: number; from: Day }

/** How many meetings are marked: enough to see a pattern, not every week of a year. */
const markedMeetings = 7

/** A child on a team: comes or does not, stays or stops, and somebody answers when asked. */
export async function followTeam(world: World, ground: Ground, timeline: Timeline, member: Membership): Promise<void> {
  const { chance } = world
  const first = firstMeeting(member)
  // Some never come; some stop within half a year; most stay.
  const never = chance.yes(0.07)
  const stopsOn = never ? first : chance.yes(0.34) ? addDays(first, chance.between(14, 200)) : null
  const coach = foreningDesk(ground, member.foreningId)
  const row = { offerId: member.offerId, rowId: await asJob(world, ground, world.today, async ({ keys, kommuneId }) => teamRowId(keys, kommuneId, member)) }
  for (let week = 0; week < markedMeetings; week += 1) {
    const meeting = addDays(first, week * 7)
    timeline.at(meeting, async () => {
      const isThere = !never && (stopsOn === null || meeting < stopsOn) && (week === 0 || chance.yes(0.88))
      await on(world, meeting, coach).attendance.mark({ requestId: newId(), ...row, day: meeting, mark: isThere ? 'present' : 'absent', markedAt: morning(meeting).at.toISOString() }).catch(ignoreClosed)
    })
  }
  // The questions are sent by the clock; families answer most of them.
  for (const askedOn of [addDays(first, 7), addDays(first, 16), addDays(first, 33), addDays(addMonths(first, 3), 3), addDays(addMonths(first, 6), 3)])
    timeline.at(addDays(askedOn, chance.between(0, 5)), () => answerQuestions(world, member, askedOn, stopsOn))
}

async function answerQuestions(world: World, { childId, family }: Membership, askedOn: Day, stopsOn: Day | null): Promise<void> {
  if (!world.chance.yes(0.72)) return
  const caller = on(world, askedOn, family).followUp
  for (const { followUpId } of await caller.openQuestions({ childId }))
    await caller.answerLoggedIn({ requestId: newId(), childId, followUpId, said: stopsOn !== null && askedOn >= stopsOn ? 'stopped' : 'active' })
}

/** A mark for a sign-up that ended meanwhile is refused, as it is for a coach. */
function ignoreClosed(error: unknown): void {
  const code = (error as { code?: string }).code
  if (code !== 'UNPROCESSABLE_CONTENT' && code !== 'NOT_FOUND') throw error
}

function firstMeeting({ from, weekday }: Membership): Day {
  let day = addDays(from, 1)
  while (weekdayOf(day) !== weekday) day = addDays(day, 1)
  return day
}

/** The fritidsvejleder works through the tasks of the week: rings, and writes what came of it. */
export async function workThroughTasks(world: World, ground: Ground, day: Day): Promise<void> {
  const { chance } = world
  const vejleder = on(world, day, await employee(world, ground, 'fritidsvejleder')).followUp
  for (const { taskId, because } of (await vejleder.today()).tasks) {
    // The newest tasks wait: somebody should have something to do today.
    if (!chance.yes(0.8)) continue
    const outcome = because.reason === 'forening-silent' || because.reason === 'pass-unused' ? { kind: 'done' as const }
      : chance.yes(0.45) ? { kind: 'active' as const } : chance.yes(0.6) ? { kind: 'stopped' as const, why: chance.pick(['not-the-right-thing', 'time-or-way', 'friends', 'moved'] as const) } : { kind: 'not-reached' as const }
    await vejleder.record({ requestId: newId(), taskId, note: null, outcome })
  }
}
