const inDenmark = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' })

/** Day and clock of a moment as Danes read it, wherever the phone is: `['2026-06-07', '20:00']`. */
export function localParts(moment: string): [day: string, clock: string] {
  const text = inDenmark.format(new Date(moment))
  return [text.slice(0, 10), text.slice(11, 16)]
}
