import type { InboxRow, InboxView } from '@medspil/contracts/application'

/** What a caseworker can look at in the list; `turn` is what waits for the kommune itself. */
export const shownParts = ['turn', 'family', 'pool', 'all'] as const
export type ShownPart = (typeof shownParts)[number]

/** The rows of a part, in the server's order: nearest deadline first. */
export function rowsOf(rows: readonly InboxRow[], part: ShownPart): InboxRow[] {
  if (part === 'all') return [...rows]
  const waitsFor = part === 'turn' ? 'kommune' : part
  return rows.filter((row) => row.waitsFor === waitsFor)
}

/** The heading of the list: how many wait for the reader, and how many of those are late. */
export function sayWaiting({ rows, counts }: InboxView): string {
  const turn = rowsOf(rows, 'turn').length
  if (turn === 0) return 'Ingen ansøgninger venter på dig'
  const waiting = turn === 1 ? '1 ansøgning venter på dig' : `${turn} ansøgninger venter på dig`
  return counts.overdue === 0 ? waiting : `${waiting}, ${counts.overdue} er over tid`
}

/** The application to open after this one; null when it was the last. */
export function nextAfter(rows: readonly InboxRow[], applicationId: string): InboxRow | null {
  return rowsOf(rows, 'turn').find((row) => row.applicationId !== applicationId) ?? null
}
