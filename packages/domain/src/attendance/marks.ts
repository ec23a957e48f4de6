import type { Day } from '../day.ts'
import type { Instant } from '../instant.ts'
import type { AttendanceWhyNot } from './why-not.ts'

/** A forening's word about one child at one occurrence. */
export type Presence = 'present' | 'absent' | 'unknown'

/** One mark of one child. `markId` is made on the phone, also offline; paper lists are typed in later and say so. */
export type Mark = {
  markId: string
  occurrenceId: string
  day: Day
  presence: Presence
  markedAt: Instant
  source: 'link' | 'paper' | 'family' | 'desk'
}

/** What is shown for an occurrence: the last mark, and every mark kept behind it, oldest first. */
export type ShownMark = { occurrenceId: string; day: Day; presence: Presence; conflicting: boolean; marks: Mark[] }

const inOrder = (a: Mark, b: Mark): number =>
  a.markedAt < b.markedAt ? -1 : a.markedAt > b.markedAt ? 1 : a.markId < b.markId ? -1 : a.markId > b.markId ? 1 : 0

/**
 * What one child's marks say, one line per occurrence in order of day. A mark sent three times counts once (its id);
 * marks that disagree are all kept and the last one is shown. The order in which they arrive does not matter.
 */
export const shownMarks = (marks: readonly Mark[]): ShownMark[] => {
  const once = [...new Map(marks.map((mark) => [mark.markId, mark])).values()].sort(inOrder)
  const byOccurrence = new Map<string, Mark[]>()
  for (const mark of once) byOccurrence.set(mark.occurrenceId, [...(byOccurrence.get(mark.occurrenceId) ?? []), mark])
  return [...byOccurrence].map(([occurrenceId, kept]) => {
    const { day, presence } = kept.at(-1)!
    return { occurrenceId, day, presence, conflicting: new Set(kept.map((m) => m.presence)).size > 1, marks: kept }
  }).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.occurrenceId < b.occurrenceId ? -1 : 1))
}

/**
 * Takes one mark. The same id with the same content is the same mark (`isNew: false`); with other content it is
 * refused. A mark made while the list was open is taken however late it arrives: the phone may have been offline.
 */
export const takeMark = (
  marks: readonly Mark[], mark: Mark, list: { today: Day; closesAt: Instant },
): { ok: true; isNew: boolean } | { ok: false; whyNot: AttendanceWhyNot } => {
  const before = marks.find((known) => known.markId === mark.markId)
  if (before) {
    return before.occurrenceId === mark.occurrenceId && before.presence === mark.presence
      ? { ok: true, isNew: false } : { ok: false, whyNot: { reason: 'mark-id-used-otherwise', markId: mark.markId } }
  }
  if (mark.day > list.today) return { ok: false, whyNot: { reason: 'occurrence-not-yet', on: mark.day } }
  return mark.source === 'link' && mark.markedAt > list.closesAt
    ? { ok: false, whyNot: { reason: 'marking-closed', since: list.closesAt } } : { ok: true, isNew: true }
}

/** The first training: the first occurrence shown as present, with the mark that says so. Null before that. */
export const firstTraining = (shown: readonly ShownMark[]): { day: Day; source: Mark['source'] } | null => {
  const first = shown.find((line) => line.presence === 'present')
  return first ? { day: first.day, source: first.marks.at(-1)!.source } : null
}

/** An absence pattern: so many absences in a row, after so many meetings attended, the first absence on `since`. */
export type EarlySignal = { absences: number; presentBefore: number; since: Day }

/**
 * The early signal (product.md 5 row 45): the newest known marks are two or more absences, after at least one
 * presence. Unknown says nothing: it neither counts as an absence nor ends a row of them.
 */
export const earlySignal = (shown: readonly ShownMark[]): EarlySignal | null => {
  const known = shown.filter((line) => line.presence !== 'unknown')
  const lastPresent = known.findLastIndex((line) => line.presence === 'present')
  const absent = known.slice(lastPresent + 1)
  const [first] = absent
  if (lastPresent < 0 || first === undefined || absent.length < 2) return null
  const presentBefore = known.filter((line) => line.presence === 'present').length
  return { absences: absent.length, presentBefore, since: first.day }
}
