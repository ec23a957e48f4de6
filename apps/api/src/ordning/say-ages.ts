import { ageSpan, type AgeRule } from '@medspil/domain/ordning'

/** The age rule as a family reads it: "2–17 år", "0.–9. klasse"; empty when there is none. */
export function sayAges(rule: AgeRule): string {
  const span = ageSpan(rule)
  if (!span) return ''
  return span.unit === 'years' ? `${span.from}–${span.to} år` : `${span.from}.–${span.to}. klasse`
}
