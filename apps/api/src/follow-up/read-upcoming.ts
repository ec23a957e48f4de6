import type { UpcomingView } from '@medspil/contracts/follow-up'
import { groupBy, type Tx } from '@medspil/db'
import { loadFollowedChildren, loadPlannedQuestions, loadSignupsNotBegun, loadActivities } from '@medspil/db/follow-up'
import { addDays } from '@medspil/domain/day'
import { firstMeeting } from './anchor-days.ts'

/** Days ahead that are shown. */
const daysAhead = 4
/** Questions leave at this local hour (`jobs/tell-family.ts`). */
const askHour = 8

/** What happens by itself in the next days: questions that go out, first trainings that are agreed. */
export async function readUpcoming(tx: Tx): Promise<UpcomingView[]> {
  const { day: today } = tx.now
  const last = addDays(today, daysAhead)
  const questions = await loadPlannedQuestions(tx, today, daysAhead)
  const firsts = (await loadSignupsNotBegun(tx)).flatMap((signup) => {
    const on = firstMeeting(signup)
    return on && on >= today && on <= last ? [{ on, signupId: signup.id, childId: signup.childId }] : []
  })
  const children = await loadFollowedChildren(tx, [...questions, ...firsts].map(({ childId }) => childId), 'follow-up', [])
  const titles = new Map((await loadActivities(tx, firsts.map(({ childId }) => childId))).map(({ id, offer }) => [id, offer.activity]))
  const asked = [...groupBy(questions, ({ on, checkId }) => `${on}/${checkId}`).values()].map((group): UpcomingView => {
    const [first] = group
    return { on: first!.on, hour: askHour, what: 'ask', checkId: first!.checkId, children: group.length, childName: group.length === 1 ? (children.get(first!.childId)?.name ?? null) : null, activity: null }
  })
  const begun = firsts.map(({ on, signupId, childId }): UpcomingView => ({
    on, hour: null, what: 'first-training', checkId: null, children: 1, childName: children.get(childId)?.name ?? null, activity: titles.get(signupId) ?? null,
  }))
  return [...asked, ...begun].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
