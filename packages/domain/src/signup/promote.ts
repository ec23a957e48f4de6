import type { Instant } from '../instant.ts'
import { stageAt, type LimitStage } from './facts.ts'
import type { NotPromotedWhyNot } from './why-not.ts'

/** An activity whose line may move. `taken` counts every filled place, live offers included (see states.ts). */
export type PromotingActivity = {
  id: string; cancelled: boolean; capacity: number; taken: number; limitGroup: string | null
}

/** One waiting child. Entries with the same `groupId` are promoted together or not at all. */
export type WaitingEntry = { signupId: string; childId: string; activityId: string; groupId: string | null }

/** What the lines are moved on. `waiting` holds all entries of these activities, in the order in which they arrived. */
export type Promotion = {
  activities: readonly PromotingActivity[]
  waiting: readonly WaitingEntry[]
  /** Places each child fills now, per limit group: `heldPlaces(childId, limitGroup)`. */
  heldPlaces: (childId: string, limitGroup: string) => number
  limits: ReadonlyMap<string, readonly LimitStage[]>
  /** When the first entry that does not fit is a group: hold the line for it, or pass it over. Shown beforehand. */
  groupTooLarge: 'line-waits' | 'pass-over'
  at: Instant
  /** Last moment to answer the offers made now. */
  deadline: Instant
}

/** Places offered now, each once, and everybody still waiting with a position from 1 without gaps and why not yet. */
export type Promoted = {
  offers: { signupId: string; activityId: string; deadline: Instant }[]
  waiting: { signupId: string; activityId: string; position: number; whyNot: NotPromotedWhyNot }[]
}

type Line = PromotingActivity & { free: number; stoppedBy: { needs: number; free: number } | null; passed: number }

/**
 * Moves the waiting lists: counts what is free and offers it in order of arrival, in one act (a single cancellation
 * must not let the whole list in, jemproject/JEM-Project#1926). A child at its limit keeps its number and is passed.
 */
export const promoteWaiting = (promotion: Promotion): Promoted => {
  const lines = new Map<string, Line>(promotion.activities.map((activity) =>
    [activity.id, { ...activity, free: Math.max(0, activity.capacity - activity.taken), stoppedBy: null, passed: 0 }]))
  const given = new Map<string, number>()
  const blocked = new Map<string, NotPromotedWhyNot>()
  const offers: Promoted['offers'] = []

  for (const unit of unitsOf(promotion.waiting)) {
    const whyNot = whyNotPromoted(promotion, lines, given, unit)
    for (const entry of unit) {
      const line = lines.get(entry.activityId)!
      if (whyNot) {
        blocked.set(entry.signupId, whyNot(entry))
        line.passed += 1
      } else {
        line.free -= 1
        given.set(keyOf(entry, line), (given.get(keyOf(entry, line)) ?? 0) + 1)
        offers.push({ signupId: entry.signupId, activityId: entry.activityId, deadline: promotion.deadline })
      }
    }
  }
  return { offers, waiting: numbered(promotion.waiting, blocked) }
}

const keyOf = (entry: WaitingEntry, line: Line): string => `${entry.childId}\n${line.limitGroup}`

const unitsOf = (waiting: readonly WaitingEntry[]): WaitingEntry[][] => {
  const units = new Map<string, WaitingEntry[]>()
  for (const entry of waiting) {
    const key = entry.groupId === null ? `alone ${entry.signupId}` : `group ${entry.groupId}`
    units.set(key, [...(units.get(key) ?? []), entry])
  }
  return [...units.values()]
}

type WhyNotOf = (entry: WaitingEntry) => NotPromotedWhyNot

const whyNotPromoted = (
  promotion: Promotion, lines: ReadonlyMap<string, Line>, given: ReadonlyMap<string, number>, unit: WaitingEntry[],
): WhyNotOf | null => {
  const cancelled = unit.find((entry) => lines.get(entry.activityId)!.cancelled)
  if (cancelled) return () => ({ reason: 'waits-activity-cancelled', activityId: cancelled.activityId })
  const limit = limitReached(promotion, lines, given, unit)
  if (limit !== null) return () => ({ reason: 'waits-child-limit-reached', limit })
  const stopped = unit.map((entry) => lines.get(entry.activityId)!.stoppedBy).find((by) => by !== null)
  if (stopped) return () => ({ reason: 'line-waits-for-group', ...stopped })

  const short = shortLines(lines, unit)
  const [first] = short
  if (!first) return null
  // A group that stands still because of one full activity must say so, or nobody knows why (pretix/pretix#3628).
  if (first.free > 0 || (unit.length > 1 && short.length < new Set(unit.map((e) => e.activityId)).size)) {
    const stop = { needs: first.needs, free: first.free }
    if (promotion.groupTooLarge === 'line-waits') for (const e of unit) lines.get(e.activityId)!.stoppedBy = stop
    return () => ({ reason: 'group-needs-more-places', ...stop })
  }
  return (entry) => ({ reason: 'no-free-place', ahead: lines.get(entry.activityId)!.passed })
}

const shortLines = (lines: ReadonlyMap<string, Line>, unit: WaitingEntry[]): { needs: number; free: number }[] => {
  const needs = new Map<string, number>()
  for (const { activityId } of unit) needs.set(activityId, (needs.get(activityId) ?? 0) + 1)
  return [...needs].map(([id, count]) => ({ needs: count, free: lines.get(id)!.free }))
    .filter((line) => line.free < line.needs)
}

const limitReached = (
  { heldPlaces, limits, at }: Promotion, lines: ReadonlyMap<string, Line>, given: ReadonlyMap<string, number>,
  unit: WaitingEntry[],
): number | null => {
  const asked = new Map<string, number>()
  for (const entry of unit) {
    const line = lines.get(entry.activityId)!
    const group = line.limitGroup
    const { now, next } = stageAt(group === null ? [] : limits.get(group) ?? [], at)
    // A line that moves before sign-up opens, after a draw, moves under the first limit: it is the one that was drawn under.
    const places = (now ?? next)?.places ?? null
    if (group === null || places === null) continue
    const key = keyOf(entry, line)
    asked.set(key, (asked.get(key) ?? 0) + 1)
    if (heldPlaces(entry.childId, group) + (given.get(key) ?? 0) + asked.get(key)! > places) return places
  }
  return null
}

const numbered = (
  waiting: readonly WaitingEntry[], blocked: ReadonlyMap<string, NotPromotedWhyNot>,
): Promoted['waiting'] => {
  const last = new Map<string, number>()
  return waiting.flatMap(({ signupId, activityId }) => {
    const whyNot = blocked.get(signupId)
    if (!whyNot) return []
    const position = (last.get(activityId) ?? 0) + 1
    last.set(activityId, position)
    return [{ signupId, activityId, position, whyNot }]
  })
}
