import { day, type Day } from '@medspil/domain/day'
import { instant, type Instant } from '@medspil/domain/signup'

const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** What a clock in Denmark shows at a moment: `2027-05-03T09:00`. */
export const localOf = (at: Instant): string => danish.format(new Date(at)).replace(' ', 'T')

/** The day a calendar in Denmark shows at a moment. */
export const localDayOf = (at: string): Day => day(localOf(instant(at)).slice(0, 10))

/** The moment at which a clock in Denmark shows this; in the hour that summer time skips, an hour later, and in the one it repeats, the first. */
export function instantOf(local: string): Instant {
  const asUtc = Date.parse(`${local}:00.000Z`)
  // Denmark is one or two hours ahead; summer time is tried first, so that a repeated hour is its first.
  const [summer, winter] = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000).toISOString()) as [string, string]
  return instant(localOf(instant(summer)) === local ? summer : winter)
}
