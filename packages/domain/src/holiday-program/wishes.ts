import { whyNotAdmitted, type AdmissionFacts, type AdmissionRule, type AdmissionWhyNot } from '../admission.ts'
import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import { clashWithTravel, drawRule, drawText, type DrawActivity, type DrawMeeting, type DrawRecord } from './draw/index.ts'
import type { TravelMinutes } from '../signup/index.ts'

/** An activity as a child may wish it. */
export type WishedActivity = { id: string; admits: AdmissionRule; firstDay: Day; cancelled: boolean }

/** What one child wishes now: activities, the most wanted first. */
export type ChildWishes = { childId: string; facts: AdmissionFacts; activityIds: readonly string[] }

/** When wishes are taken, and how many a child may have. */
export type WishPhase = { opens: Instant; closes: Instant; most: number }

/** Why wishes are not taken. */
export type WishWhyNot =
  | { reason: 'wishes-not-open'; opens: Instant; closes: Instant }
  | { reason: 'too-many-wishes'; most: number }
  | { reason: 'activity-not-offered'; activityId: string }
  | { reason: 'wish-not-admitted'; activityId: string; because: AdmissionWhyNot }

/**
 * Why a family's wishes cannot be kept, or null. Wishes are taken from the opening (included) to the closing (not
 * included), each activity once and at most `most` of them a child.
 */
export const whyNotWish = (
  phase: WishPhase, activities: ReadonlyMap<string, WishedActivity>, children: readonly ChildWishes[], at: Instant,
): WishWhyNot | null => {
  if (at < phase.opens || at >= phase.closes) return { reason: 'wishes-not-open', opens: phase.opens, closes: phase.closes }
  for (const { facts, activityIds } of children) {
    if (activityIds.length > phase.most) return { reason: 'too-many-wishes', most: phase.most }
    for (const [n, id] of activityIds.entries()) {
      const activity = activities.get(id)
      if (!activity || activity.cancelled || activityIds.indexOf(id) !== n) return { reason: 'activity-not-offered', activityId: id }
      const because = whyNotAdmitted(activity.admits, facts, activity.firstDay)
      if (because) return { reason: 'wish-not-admitted', activityId: id, because }
    }
  }
  return null
}

/** Two activities of which a child can have one alone, and the first day that says so. */
export type WishClash = { activityIds: [string, string]; on: Day }

/** The pairs of a child's wishes that the draw cannot both fulfil, so that a family sees them while it ranks. */
export const clashesAmong = (activities: readonly Pick<DrawActivity, 'id' | 'meetings'>[], travel: TravelMinutes): WishClash[] =>
  activities.flatMap((one, n) => activities.slice(n + 1).flatMap((other): WishClash[] => {
    const on = clashWithTravel(one, other, travel)
    return on === null ? [] : [{ activityIds: [one.id, other.id], on }]
  }))

/** The facts a draw is held on, as they stand when wishes have closed. Children by id; `group` is shared by those who wish together. */
export type DrawFacts = {
  programId: string
  commitment: string
  publicChance: string | null
  travel: TravelMinutes
  mostPerChild: number | null
  loserNumbers: number
  activities: readonly { id: string; places: number; meetings: readonly DrawMeeting[] }[]
  wishes: readonly { childId: string; activityId: string; rank: number; group: string | null }[]
  /** Places that children have already, by child. */
  holds: ReadonlyMap<string, readonly string[]>
  /** Children who got nothing in the last draw. */
  losers: ReadonlySet<string>
}

/** Most children whose wishes may hang together, so that one great group of friends cannot become one unit of the whole town. */
export const mostTogether = 12

/**
 * The record of a draw: the facts with each child's ticket in its place, in canonical form.
 * @param ticketOf the child's ticket in this programme
 */
export const recordOf = (facts: DrawFacts, ticketOf: (childId: string) => string): DrawRecord => {
  const { programId, commitment, publicChance, travel, mostPerChild, loserNumbers, activities, holds, losers } = facts
  const children = [...new Set(facts.wishes.map(({ childId }) => childId))]
  const byWish = new Map<string, { activity: string; by: { ticket: string; rank: number }[] }>()
  for (const { childId, activityId, rank, group } of facts.wishes) {
    const key = `${activityId} ${group ?? childId}`
    const wish = byWish.get(key) ?? { activity: activityId, by: [] }
    wish.by.push({ ticket: ticketOf(childId), rank })
    byWish.set(key, wish)
  }
  return JSON.parse(drawText({
    rule: drawRule, programId, commitment, publicChance, travel, mostPerChild, mostTogether, mostNumbers: 1 + loserNumbers, activities,
    children: children.map((childId) => ({ ticket: ticketOf(childId), numbers: 1 + (losers.has(childId) ? loserNumbers : 0), holds: holds.get(childId) ?? [] })),
    wishes: [...byWish.values()],
  })) as DrawRecord
}
