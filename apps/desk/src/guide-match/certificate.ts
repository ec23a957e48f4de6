import type { GuideRow } from '@medspil/contracts/guide-match'

/** How a guide's børneattest stands today, worst first. */
export const certificateStates = ['missing', 'lapsed', 'soon', 'valid'] as const
export type CertificateState = (typeof certificateStates)[number]

/** Days before the last one from which the list asks for a new børneattest: it takes weeks to fetch one. */
const soonDays = 30

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Judges the børneattest by its last day. @param today ISO day */
export function certificateState({ certificateUntil, certificateValid }: Pick<GuideRow, 'certificateUntil' | 'certificateValid'>, today: string): CertificateState {
  if (certificateUntil === null) return 'missing'
  if (!certificateValid) return 'lapsed'
  return dayNumber(certificateUntil) - dayNumber(today) <= soonDays ? 'soon' : 'valid'
}

/**
 * What is wrong with the two days of a børneattest that was seen, by field; empty when nothing is. A certificate counts at
 * most two years from the day it was seen, as the server holds it too.
 */
export function certificateProblems(seenOn: string | null, validTo: string | null, today: string): { seenOn?: string; validTo?: string } {
  const problems: { seenOn?: string; validTo?: string } = {}
  if (seenOn === null) problems.seenOn = 'Skriv dag, måned og år'
  else if (seenOn > today) problems.seenOn = 'Dagen er ikke kommet endnu. Skriv den dag, I så attesten'
  if (validTo === null) problems.validTo = 'Skriv dag, måned og år'
  else if (seenOn !== null && validTo < seenOn) problems.validTo = 'Skriv en dag, der ligger efter, at I så attesten'
  else if (seenOn !== null && validTo > `${Number(seenOn.slice(0, 4)) + 2}${seenOn.slice(4)}`) problems.validTo = 'En attest gælder højst to år. Skriv en dag, der ligger før'
  return problems
}
