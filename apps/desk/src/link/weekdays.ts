/** Weekdays by ISO number, Monday first. */
export const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const

/** `tirsdag` of 2; empty when the team has no fixed day. */
export function weekdayName(weekday: number | null): string {
  return weekday === null ? '' : weekdays[weekday - 1] ?? ''
}
