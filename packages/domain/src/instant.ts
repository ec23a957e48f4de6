declare const instantBrand: unique symbol

/**
 * A moment in UTC as `YYYY-MM-DDTHH:MM:SS.sssZ`, exactly what `Date.prototype.toISOString` writes. The width is fixed,
 * so moments compare as text. Rules never read a clock: the moment of a request is handed in.
 */
export type Instant = string & { readonly [instantBrand]: true }

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** The moment written in `text`; throws RangeError when it is not in the fixed UTC form. */
export const instant = (text: string): Instant => {
  if (!shape.test(text)) throw new RangeError(`not a UTC moment with milliseconds: ${text}`)
  return text as Instant
}
