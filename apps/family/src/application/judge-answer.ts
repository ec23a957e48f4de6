import { numberOf } from './answers.ts'
import type { Ask } from './asks/ask.ts'

type Value = string | readonly string[] | undefined

/** Whether anything is answered; "det ved jeg ikke" is an answer. */
export function isAnswered(value: Value): boolean {
  return value !== undefined && value.length > 0 && (typeof value !== 'string' || value.trim() !== '')
}

/** The sentence that stops the page, or null when one may go on. */
export function problemWith(ask: Ask, value: Value): string | null {
  if (!isAnswered(value)) return ask.problem
  // A choice that is no longer there: MitID knows the children by name, the form before it did not.
  if (ask.input.kind === 'one' && !ask.input.choices.some((choice) => choice.value === value)) return ask.problem
  if (ask.input.kind !== 'number' || value === 'unknown') return null
  const count = typeof value === 'string' ? numberOf(value) : undefined
  return count === undefined || count < (ask.input.least ?? 0) || count > ask.input.most ? ask.problem : null
}
