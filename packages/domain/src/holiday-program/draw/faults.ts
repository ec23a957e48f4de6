import { parseDay } from '../../day.ts'
import { canonicalRecord, drawRule, type DrawRecord } from './record.ts'
import { unitsOf } from './units.ts'

/** What makes a record unfit to draw on, and where: an activity's id, a ticket or a field. */
export type DrawFault = {
  fault:
    | 'rule-unknown' | 'commitment-malformed' | 'not-a-whole-number' | 'activity-twice' | 'meeting-times' | 'ticket-twice'
    | 'held-activity-unknown' | 'wish-activity-unknown' | 'wish-ticket-unknown' | 'wish-without-children'
    | 'child-twice-in-wish' | 'wish-twice' | 'rank-twice' | 'too-many-together'
  at: string
}

const repeated = (keys: readonly string[]): string[] => {
  const seen = new Set<string>()
  return keys.filter((key) => seen.size === seen.add(key).size)
}
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** All faults of a record, none when it may be drawn. A fault is a mistake of the programme, never of a family. */
export const drawFaults = (given: DrawRecord): DrawFault[] => faultsOfCanonical(canonicalRecord(given))

/** `drawFaults` of a record that is canonical already. */
export const faultsOfCanonical = (record: DrawRecord): DrawFault[] => {
  const faults: DrawFault[] = []
  const found = (fault: DrawFault['fault'], at: string): void => void faults.push({ fault, at })
  const whole = (value: number, least: number, most: number, at: string): void => {
    if (!Number.isSafeInteger(value) || value < least || value > most) found('not-a-whole-number', at)
  }
  const { activities, children, wishes, travel } = record
  const [ids, tickets] = [new Set(activities.map(({ id }) => id)), new Set(children.map(({ ticket }) => ticket))]
  const many = 1_000_000

  if (record.rule !== drawRule) found('rule-unknown', record.rule)
  if (!/^[0-9a-f]{64}$/.test(record.commitment)) found('commitment-malformed', record.commitment)
  for (const field of ['samePlace', 'sameArea', 'otherArea'] as const) whole(travel[field], 0, 1440, `travel.${field}`)
  if (record.mostPerChild !== null) whole(record.mostPerChild, 1, many, 'mostPerChild')
  whole(record.mostTogether, 1, many, 'mostTogether')
  whole(record.mostNumbers, 1, 100, 'mostNumbers')

  for (const id of repeated(activities.map((activity) => activity.id))) found('activity-twice', id)
  for (const { id, places, meetings } of activities) {
    whole(places, 0, many, id)
    if (meetings.some(({ day, from, to }) => parseDay(day) === null || !clock.test(from) || !clock.test(to) || from >= to)) found('meeting-times', id)
  }
  for (const ticket of repeated(children.map((child) => child.ticket))) found('ticket-twice', ticket)
  for (const { ticket, numbers, holds } of children) {
    whole(numbers, 1, record.mostNumbers, ticket)
    if (holds.some((id) => !ids.has(id))) found('held-activity-unknown', ticket)
  }
  for (const { activity, by } of wishes) {
    if (!ids.has(activity)) found('wish-activity-unknown', activity)
    if (by.length === 0) found('wish-without-children', activity)
    if (repeated(by.map(({ ticket }) => ticket)).length > 0) found('child-twice-in-wish', activity)
    for (const { ticket, rank } of by) {
      if (!tickets.has(ticket)) found('wish-ticket-unknown', ticket)
      whole(rank, 1, many, ticket)
    }
  }
  for (const key of repeated(wishes.map(({ activity, by }) => `${activity} ${by.map(({ ticket }) => ticket).join(' ')}`))) found('wish-twice', key)
  for (const key of repeated(wishes.flatMap(({ by }) => by.map(({ ticket, rank }) => `${ticket} ${rank}`)))) found('rank-twice', key)
  for (const unit of unitsOf(wishes)) if (unit.length > record.mostTogether) found('too-many-together', unit[0]!)
  return faults
}
