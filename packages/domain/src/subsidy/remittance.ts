import { monthOf, yearOf, type Day } from '../day.ts'

/** Longest text a bank statement is sure to show. */
export const longestRemittanceText = 35

/**
 * Initials of a child: the first letter of the first given name and of the last family name, upper case. Enough for
 * the treasurer who has the list, nothing for one who finds the bank statement.
 */
export const initialsOf = (givenNames: string, familyName: string): string =>
  firstLetter(givenNames.trim().split(/\s+/)[0] ?? '') + firstLetter(familyName.trim().split(/\s+/).at(-1) ?? '')

const firstLetter = (name: string): string => ([...name][0] ?? '').toLocaleUpperCase('da')

/** A season as months, `08.2026-12.2026`; one month alone is `08.2026`. The same in every language and on every bank. */
export const seasonText = ({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }): string => {
  const [from, to] = [firstDay, lastDay].map((d) => `${String(monthOf(d)).padStart(2, '0')}.${yearOf(d)}`)
  return from === to ? `${from}` : `${from}-${to}`
}

/**
 * What the treasurer reads on the bank statement: initials, season and a short reference that tells two children with
 * the same initials apart. Never a name, a birth date or the ordning. Throws RangeError when longer than 35 characters.
 */
export const remittanceText = ({ initials, season, reference }: {
  initials: string; season: { firstDay: Day; lastDay: Day }; reference: string
}): string => {
  const text = `${initials} ${seasonText(season)} ${reference}`
  if (text.length > longestRemittanceText) throw new RangeError(`remittance text too long: ${text.length}`)
  return text
}

/** The same for a holiday activity, whose claims all read alike: who came on a pass is nobody's to find on a bank statement. */
export const activityText = ({ season, reference }: { season: { firstDay: Day; lastDay: Day }; reference: string }): string =>
  `${seasonText(season)} ${reference}`
