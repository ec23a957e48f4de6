import type { LogTripInput, TripView } from '@medspil/contracts/guide-match'

type Step = LogTripInput['to']

/** A trip that is not over. */
export const isOpen = ({ state }: Pick<TripView, 'state'>): boolean => state === 'planned' || state === 'late' || state === 'collected' || state === 'arrived'

/** The one strong act of a trip, by how far the guide goes along; null when it is over. */
export function nextStep({ state, stage }: Pick<TripView, 'state' | 'stage'>): { to: Step; text: string } | null {
  const goesAlong = stage === 'escorted'
  if (state === 'planned' || state === 'late') return { to: 'collected', text: goesAlong ? 'Hentet' : stage === 'metThere' ? 'Vi er mødtes' : 'Vi har talt sammen' }
  // On the phone there is nobody to bring anywhere.
  if (state === 'collected' && (goesAlong || stage === 'metThere')) return { to: 'arrived', text: 'Fremme' }
  if (state === 'collected' || state === 'arrived') return { to: 'returned', text: goesAlong ? 'Hjemme' : 'Slut for i dag' }
  return null
}

/** How a trip stands, in a word. */
export const tripWords: Record<TripView['state'], string> = {
  planned: 'Planlagt', late: 'Forsinket', collected: 'På vej', arrived: 'Fremme', returned: 'Hjemme igen', 'not-at-home': 'Ikke hjemme', cancelled: 'Aflyst',
}

/** "4 timer 30 min." of 270. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} ${hours === 1 ? 'time' : 'timer'}` : '', rest > 0 || hours === 0 ? `${rest} min.` : ''].filter(Boolean).join(' ')
}

/** Minutes from the hour of meeting (`16:30`) until now, in steps of five, as a first guess at the time spent. */
export function minutesSince(meetAt: string, now: string): number {
  const [from, until] = [meetAt, now].map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return hours * 60 + minutes
  }) as [number, number]
  return Math.max(0, Math.round((until - from) / 5) * 5)
}

/** The next day with this ISO weekday, today included. @param today ISO day */
export function nextWeekday(weekday: number, today: string): string {
  const at = new Date(`${today}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + ((weekday - (at.getUTCDay() || 7) + 7) % 7))
  return at.toISOString().slice(0, 10)
}
