import type { Instant } from '../instant.ts'
import { stageAt, type LimitStage } from './facts.ts'
import type { ActivityOver, NotPromotedWhyNot } from './why-not.ts'

/** An activity whose line may move. `taken` counts every filled place, live offers included (see states.ts); `over`: see place-time.ts. */
export type PromotingActivity = {
  id: string; cancelled: boolean; over: ActivityOver | null; capacity: number; taken: number; limitGroup: string | null
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

/** An entry that gets no place now. `atLimit`: the children of its unit whose limit stops it; nobody for any other reason. */
export type StillWaiting = { signupId: string; activityId: string; position: number; whyNot: NotPromotedWhyNot; atLimit: readonly string[] }

/** Places offered now, each once, and everybody still waiting with a position from 1 without gaps and why not yet. */
export type Promoted = {
  offers: { signupId: string; activityId: string; deadline: Instant }[]
  waiting: StillWaiting[]
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
  const blocked = new Map<string, Blocked>()
  const offers: Promoted['offers'] = []

  for (const unit of unitsOf(promotion.waiting)) {
    const stop = whyNotPromoted(promotion, lines, given, unit)
    for (const entry of unit) {
      const line = lines.get(entry.activityId)!
      if (stop) {
        blocked.set(entry.signupId, { whyNot: stop.whyNot(entry), atLimit: stop.atLimit ?? [] })
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

type Blocked = Pick<StillWaiting, 'whyNot' | 'atLimit'>
type Stop = { whyNot: (entry: WaitingEntry) => NotPromotedWhyNot; atLimit?: readonly string[] }

const whyNotPromoted = (
  promotion: Promotion, lines: ReadonlyMap<string, Line>, given: ReadonlyMap<string, number>, unit: WaitingEntry[],
): Stop | null => {
  const cancelled = unit.find((entry) => lines.get(entry.activityId)!.cancelled)
  if (cancelled) return { whyNot: () => ({ reason: 'waits-activity-cancelled', activityId: cancelled.activityId }) }
  const over = unit.map((entry) => lines.get(entry.activityId)!.over).find((by) => by !== null)
  if (over) return { whyNot: () => over }
  const [first, ...more] = limitsReached(promotion, lines, given, unit)
  if (first) return { whyNot: () => ({ reason: 'waits-child-limit-reached', limit: first.limit }), atLimit: [first, ...more].map(({ childId }) => childId) }
  const stopped = unit.map((entry) => lines.get(entry.activityId)!.stoppedBy).find((by) => by !== null)
  if (stopped) return { whyNot: () => ({ reason: 'line-waits-for-group', ...stopped }) }

  const short = shortLines(lines, unit)
  const [tight] = short
  if (!tight) return null
  // A group that stands still because of one full activity must say so, or nobody knows why (pretix/pretix#3628).
  if (tight.free > 0 || (unit.length > 1 && short.length < new Set(unit.map((e) => e.activityId)).size)) {
    const stop = { needs: tight.needs, free: tight.free }
    if (promotion.groupTooLarge === 'line-waits') for (const e of unit) lines.get(e.activityId)!.stoppedBy = stop
    return { whyNot: () => ({ reason: 'group-needs-more-places', ...stop }) }
  }
  return { whyNot: (entry) => ({ reason: 'no-free-place', ahead: lines.get(entry.activityId)!.passed }) }
}

const shortLines = (lines: ReadonlyMap<string, Line>, unit: WaitingEntry[]): { needs: number; free: number }[] => {
  const needs = new Map<string, number>()
  for (const { activityId } of unit) needs.set(activityId, (needs.get(activityId) ?? 0) + 1)
  return [...needs].map(([id, count]) => ({ needs: count, free: lines.get(id)!.free }))
    .filter((line) => line.free < line.needs)
}

const limitsReached = (
  { heldPlaces, limits, at }: Promotion, lines: ReadonlyMap<string, Line>, given: ReadonlyMap<string, number>,
  unit: WaitingEntry[],
): { childId: string; limit: number }[] => {
  const reached: { childId: string; limit: number }[] = []
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
    if (heldPlaces(entry.childId, group) + (given.get(key) ?? 0) + asked.get(key)! > places) reached.push({ childId: entry.childId, limit: places })
  }
  return reached
}

const numbered = (
  waiting: readonly WaitingEntry[], blocked: ReadonlyMap<string, Blocked>,
): Promoted['waiting'] => {
  const last = new Map<string, number>()
  return waiting.flatMap(({ signupId, activityId }) => {
    const why = blocked.get(signupId)
    if (!why) return []
    const position = (last.get(activityId) ?? 0) + 1
    last.set(activityId, position)
    return [{ signupId, activityId, position, ...why }]
  })
}
