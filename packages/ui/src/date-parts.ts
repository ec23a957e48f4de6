/** The three fields of a date as typed, not yet judged. */
export interface DateParts {
  day: string
  month: string
  year: string
}

/** Three empty fields. */
export const noDate: DateParts = { day: '', month: '', year: '' }

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** ISO day (`2026-08-30`) of three typed fields, or null when no such day exists in the years 1900 to 2199. */
export function dayFromParts(parts: DateParts): string | null {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => {
    const typed = part.trim()
    return /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  }) as [number, number, number]
  const length = month === 2 && leap(year) ? 29 : (monthLengths[month - 1] ?? 0)
  if (year < 1900 || year > 2199 || day < 1 || day > length) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The three fields that show an ISO day; empty fields for null. */
export function partsFromDay(day: string | null | undefined): DateParts {
  const [year, month, date] = (day ?? '').split('-')
  return year && month && date ? { day: String(Number(date)), month: String(Number(month)), year } : noDate
}
