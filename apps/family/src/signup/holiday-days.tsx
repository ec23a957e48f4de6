import { DaysText, DayText } from '@medspil/ui'

/** The days of a holiday activity: `Onsdag den 30. juni` of one, `28.–30. juni` of several. */
export function HolidayDays({ firstDay, lastDay }: { firstDay: string; lastDay: string }) {
  return firstDay === lastDay ? <DayText day={firstDay} form="weekday" first /> : <DaysText first={firstDay} last={lastDay} form="day" />
}
