import { addDays, daysBetween, type Day } from '@medspil/domain/day'
import { formatDay } from '@medspil/ui'
import type { ActivityDraft, Ground } from './activity-draft.ts'

/** A draft, the way to change one field of it, and what is wrong with each. */
export interface ActivityFieldsProps {
  draft: ActivityDraft; ground: Ground
  put: <Key extends keyof ActivityDraft>(key: Key, value: ActivityDraft[Key]) => void
  error: (id: string) => string | undefined
  /** Somebody was promised the activity: ages, days, times and price are shown and cannot be changed. */
  isPromised: boolean
}

/** Every day of the holiday, as a list to choose from. */
export function holidayDays({ fromDay, toDay }: Ground): { value: string; text: string }[] {
  return Array.from({ length: daysBetween(fromDay as Day, toDay as Day) + 1 }, (_, at) => addDays(fromDay as Day, at)).map((day) => ({ value: day, text: formatDay(day, 'da', 'weekday') }))
}
