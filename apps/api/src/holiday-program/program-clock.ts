import { day, type Day } from '@medspil/domain/day'
import { danishMoment, instant, type Instant } from '@medspil/domain/signup'

const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** What a clock in Denmark shows at a moment: `2027-05-03T09:00`. */
export const localOf = (at: Instant): string => danish.format(new Date(at)).replace(' ', 'T')

/** The day a calendar in Denmark shows at a moment. */
export const localDayOf = (at: string): Day => day(localOf(instant(at)).slice(0, 10))

/** The moment at which a clock in Denmark shows this; in the hour that summer time skips, an hour later, and in the one it repeats, the first. */
export const instantOf = (local: string): Instant => danishMoment(day(local.slice(0, 10)), local.slice(11))
