import { formatDay, TimesText, useLanguage } from '@medspil/ui'

/** A Monday; weekdays are named by counting from it. */
const monday = 5
const dayNamed = (weekday: number) => `2026-01-${String(monday + weekday - 1).padStart(2, '0')}`

/** The name of an ISO weekday (1 is Monday) in a language: `onsdag`. */
export function weekdayName(weekday: number, language: string): string {
  const text = formatDay(dayNamed(weekday), language, 'weekday')
  const date = formatDay(dayNamed(weekday), language, 'day')
  return text.replace(date, '').replace(/\bden\b|[,،]/g, '').trim() || text
}

/** When a team meets: `Onsdag kl. 16.00–16.45`. */
export function MeetsText(props: { weekday: number | null; timeFrom: string; timeTo: string }) {
  const language = useLanguage()
  if (props.weekday === null) return <TimesText from={props.timeFrom} to={props.timeTo} first />
  const name = weekdayName(props.weekday, language)
  return <>{`${name.charAt(0).toUpperCase()}${name.slice(1)} `}<TimesText from={props.timeFrom} to={props.timeTo} /></>
}
