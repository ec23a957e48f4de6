import type { Day } from '@medspil/domain/day'
import type { HolidayKind } from '@medspil/domain/holiday-program'
import type { MessageWords } from '../message.ts'
import { factsIn } from '../why-not/facts.ts'

/** Why we write to a forening. */
export type ForeningPurpose = 'signup-answer' | 'reminder' | 'paid' | 'declaration' | 'team-list' | 'describe-activities' | 'activities-reminder'

/** A holiday with its programme's last day to answer. */
export interface AskedHoliday { kind: HolidayKind; answerBy: Day | null }

const { day } = factsIn('da')

/** What each holiday is called inside a sentence. */
export const inHoliday: Record<HolidayKind, string> = { summer: 'sommerferien', autumn: 'efterårsferien', christmas: 'juleferien', winter: 'vinterferien', easter: 'påskeferien' }

const byDay = (holiday: AskedHoliday | null): string => (holiday?.answerBy ? ` senest den ${day(holiday.answerBy)}` : '')

const lines: Record<ForeningPurpose, (offer: string, holiday: AskedHoliday | null) => { subject: string; line: string }> = {
  'signup-answer': (offer) => ({ subject: `Et barn vil gerne begynde${offer}`, line: `Et barn vil gerne begynde${offer}. Svar ja eller nej her:` }),
  reminder: (offer) => ({ subject: `Vi mangler jeres svar${offer}`, line: `Et barn venter på svar${offer}. Svar ja eller nej her:` }),
  paid: () => ({ subject: 'Der er penge på vej', line: 'Der er penge på vej til jer. Se, hvad de dækker:' }),
  declaration: () => ({ subject: 'Årets erklæring mangler', line: 'Vi mangler jeres årlige erklæring om børneattester. Giv den her:' }),
  'team-list': () => ({ subject: 'Holdlisten er klar', line: 'Holdlisten er klar. Sæt kryds for dem, der kom:' }),
  'describe-activities': (_offer, holiday) => {
    const when = holiday ? inHoliday[holiday.kind] : 'ferien'
    return { subject: `Vil I lave noget med børnene i ${when}?`, line: `Vil I lave noget med børnene i ${when}? Skriv det ind her${byDay(holiday)}:` }
  },
  'activities-reminder': (_offer, holiday) => ({
    subject: `Jeres aktiviteter i ${holiday ? inHoliday[holiday.kind] : 'ferien'} er ikke færdige`,
    line: `Jeres link til aktiviteterne i ${holiday ? inHoliday[holiday.kind] : 'ferien'} udløber snart, og de er ikke alle godkendt. Her er et nyt${holiday?.answerBy ? `, I kan skrive videre på${byDay(holiday)}` : ''}:`,
  }),
}

/**
 * What a forening's contact reads: an errand and a link of their own. The link is not to be passed on, and no child is named.
 * @param told.offer title of the offer the errand is about, where there is one
 */
export function foreningMessage(purpose: ForeningPurpose, told: { kommune: string; phone: string; address: string; offer?: string; holiday?: AskedHoliday | null }): MessageWords {
  const { subject, line } = lines[purpose](told.offer ? ` på ${told.offer}` : '', told.holiday ?? null)
  return {
    subject,
    mail: ['Hej', '', line, told.address, '', 'Linket er til jer. Send det ikke videre.', `Spørgsmål? Ring til ${told.kommune} på ${told.phone}.`, '', told.kommune].join('\n'),
    sms: `${told.kommune}: ${line} ${told.address}`,
  }
}
