import { createContext, use } from 'react'
import { formatDay, formatDays, formatMoney, formatTime, formatTimes } from './format.ts'
import type { DayForm } from './format.ts'

const LanguageContext = createContext('da')

/** The language of the days and counts below it. */
export const LanguageProvider = LanguageContext

/** The language chosen for this page, as a code: `da`, `ar`. */
export function useLanguage(): string {
  return use(LanguageContext)
}

/** A sum in øre, as `1.600 kr.`; left to right in every language. */
export function Money(props: { ore: bigint }) {
  return <span dir="ltr" className="num">{formatMoney(props.ore)}</span>
}

/** An ISO day in words, with the machine's form beside it; `first` where it begins its sentence. */
export function DayText(props: { day: string; form?: DayForm; first?: boolean }) {
  const text = formatDay(props.day, useLanguage(), props.form)
  return <time dateTime={props.day}>{props.first ? text.charAt(0).toUpperCase() + text.slice(1) : text}</time>
}

/** First to last day, both included. */
export function DaysText(props: { first: string; last: string; form?: DayForm }) {
  return <span>{formatDays(props.first, props.last, useLanguage(), props.form)}</span>
}

/** A time of day, `16:30`. */
export function TimeText(props: { time: string }) {
  return <time dateTime={props.time} className="num">{formatTime(props.time, useLanguage())}</time>
}

/** From one time of a day to another, never broken over two lines: `kl. 10.00–12.00`, and `Kl.` where it comes `first`. */
export function TimesText(props: { from: string; to: string; first?: boolean }) {
  const text = formatTimes(props.from, props.to, useLanguage())
  return <span className="num">{props.first ? text.charAt(0).toUpperCase() + text.slice(1) : text}</span>
}
