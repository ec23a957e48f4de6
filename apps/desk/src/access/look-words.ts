const fields: Record<string, string> = {
  name: 'navn', 'birth-day': 'fødselsdag', age: 'alder', area: 'område', school: 'skole', contact: 'telefon og mail', displayName: 'fornavn og forbogstav',
  initials: 'forbogstaver', application: 'ansøgning', 'application-list': 'ansøgningens overskrift', 'application-facts': 'oplysninger i ansøgningen',
  decision: 'afgørelse', fritidspas: 'fritidspas', statement: 'opgørelse', signup: 'tilmelding', attendance: 'fremmøde', subsidy: 'betaling',
  'follow-up': 'opfølgning', letter: 'brev', 'letter-list': 'brevenes titler', 'letter-title': 'brevets titel', guide: 'fritidsguide', status: 'hvor langt det er', course: 'forløb', task: 'opgave', language: 'sprog',
  file: 'hele forløbet',
}

const whys: Record<string, string> = {
  'follow-up': 'opfølgning', payout: 'udbetaling', signup: 'tilmelding', attendance: 'fremmøde', 'guide-match': 'fritidsguide', clawback: 'tilbagekrav', guidance: 'fritidsguide',
}

const wordOf = (words: Record<string, string>, key: string) => (Object.hasOwn(words, key) ? words[key] ?? key : key)

/** What was shown, in a word. */
export const sayField = (field: string): string => wordOf(fields, field)

/** Why it was shown; a reason somebody wrote stands as it was written. */
export const sayWhy = (why: string): string => wordOf(whys, why)
