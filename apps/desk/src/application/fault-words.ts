import type { CriterionView, LetterPreview } from '@medspil/contracts/application'
import { sayList, supportNames } from '@medspil/wording/letter'

const faults: Record<string, (about: string) => string> = {
  // what the rules say to the decision
  'judgement-missing': (about) => `Vurder først: ${about}.`,
  'judgement-without-reason': (about) => `Skriv begrundelsen: ${about}.`,
  'facts-still-missing': (about) => `Der mangler oplysninger: ${about}.`,
  'hearing-needed': (about) => `Familien skal høres først om: ${about}.`,
  'hearing-still-open': () => 'Familien kan stadig nå at svare i høringen.',
  'reasons-missing': (about) => `Skriv begrundelsen færdig: ${about}.`,
  'child-view-missing': () => 'Skriv, hvad barnet selv siger, eller hvorfor det ikke er spurgt.',
  'legal-basis-missing': () => 'Ordningen mangler sin lov. Bed administratoren skrive den.',
  'criteria-not-met': (about) => `Et kriterium står i vejen for ${about}.`,
  'support-not-offered': (about) => `Ordningen giver ikke ${about}.`,
  'amount-needed': (about) => `Skriv et beløb til ${about}.`,
  'above-ceiling': (about) => `Beløbet til ${about} er over loftet.`,
  'more-than-asked-for': (about) => `Der gives mere til ${about}, end der er søgt om.`,
  'no-ground-for-less': () => 'Der gives mindre, end der er søgt om, men ingen regel siger det.',
  'grant-above-pool': () => 'Der er ikke penge nok i puljen.',
  // what the letter itself lacks
  'element-missing': (about) => `Der mangler noget i brevet: ${about}.`,
  'element-empty': (about) => `Der står ikke noget endnu: ${about}.`,
  'element-forbidden': (about) => `Det hører ikke til i dette brev: ${about}.`,
  'element-twice': (about) => `Det står to gange: ${about}.`,
  'result-not-first': () => 'Svaret skal stå først.',
  'words-forbidden': (about) => `Skriv det med andre ord: ”${about}”.`,
  'no-decider': () => 'Et menneske skal stå bag svaret.',
  appeal: () => 'Klagevejledningen passer ikke til loven. Bed administratoren rette den.',
  'another-kind': () => 'Brevet passer ikke til afgørelsen.',
  'another-basis': () => 'Brevet bruger en anden lov end ordningen.',
}

const parts: Record<string, string> = {
  considerations: 'hvad der er lagt vægt på', facts: 'fakta', rules: 'reglen', law: 'loven', childView: 'hvad barnet siger',
  whatWouldChange: 'hvad der kan ændre svaret', hearingOutcome: 'familiens svar i høringen', appeal: 'klagevejledning', period: 'perioden', amounts: 'beløbene',
  ...supportNames,
}

/** What keeps a letter from going out, with the criteria and parts it is about in words. */
export function sayFault({ fault, about }: LetterPreview['faults'][number], criteria: readonly CriterionView[]): string {
  const say = Object.hasOwn(faults, fault) ? faults[fault] : undefined
  if (!say) return 'Brevet kan ikke sendes endnu.'
  if (fault === 'words-forbidden') return say(about ?? '')
  const named = (about ?? '').split(' ').map((word) => criteria.find(({ criterionId }) => criterionId === word)?.says ?? (Object.hasOwn(parts, word) ? parts[word] : undefined))
  const known = named.filter((name) => name !== undefined)
  return say(known.length === 0 ? 'et afsnit' : sayList(known))
}
