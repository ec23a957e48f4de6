import type { Day } from '@medspil/domain/day'
import { ageSpan, given, isEksempel, type AgeRule, type PublicationProblem, type RuleChange } from '@medspil/domain/ordning'
import { sayDay, sayKroner, sayList } from './say.ts'

/** What the parts of a rule's path are called at the administrator's desk. An unlisted part is shown as it is. */
const partNames: Record<string, string> = {
  owner: 'afdeling', age: 'alder', from: 'fra', to: 'til', toIncluded: 'det øverste år tæller med', on: 'målt på', under: 'under',
  criteria: 'betingelse', says: 'tekst', gates: 'gælder for', guidance: 'vejledning', pass: 'fritidspas', by: 'hvem må',
  professions: 'faggrupper', listed: 'liste', open: 'andre må også', consent: 'samtykke', purses: 'pung', ceiling: 'loft', amount: 'beløb',
  atMost: 'højst', together: 'loft i alt', mayFlow: 'penge må flyttes mellem punge', period: 'periode', months: 'måneder',
  startsOn: 'begynder', firstDay: 'første dag', years: 'år', providers: 'steder, der må bruges', receiver: 'hvem får pengene',
  paidWhen: 'hvornår betales', ownShare: 'egenbetaling', percent: 'procent', percents: 'trin', poolEmpty: 'når puljen er tom',
  noShow: 'når barnet ikke kommer', neverCame: 'kom aldrig', withdrew: 'stoppede', moneyGoesTo: 'pengene går til', 'nothing-owed': 'intet skyldes',
  'fee-stands': 'kontingentet står ved magt', 'unused-days-come-back': 'de ubrugte dage kommer tilbage', purse: 'passet', pool: 'puljen',
  guide: 'fritidsguide', childHasSay: 'barnet er med til at vælge', hourCeiling: 'højst antal timer', longestMonths: 'længste tid i måneder',
  longestFrom: 'tiden regnes fra', certificateMonths: 'ny børneattest efter måneder', corpsMeetingsPerYear: 'møder om året',
  supervision: 'sparring', fading: 'aftrapning', followUp: 'opfølgning', anchor: 'regnes fra', byWithoutGuide: 'hvem spørger uden guide',
  checks: 'spørgsmål', ends: 'slutter', channel: 'kanal', silenceDays: 'dage uden svar', familyPart: 'familiens del',
  law: 'jura', basis: 'hjemmel', appeal: 'klagevejledning', confirmed: 'bekræftet af juristen', answer: 'svarfrist',
  workingDays: 'hverdage', hearingWorkingDays: 'hverdage til høring', delayNoticeWorkingDays: 'hverdage før en forsinkelse',
  kontingent: 'kontingent', kit: 'udstyr', trip: 'tur og stævne', camp: 'lejr', transport: 'transport',
}

/** What a rule is called, from its path: "pass.purses.kit.ceiling" is "fritidspas, pung, udstyr, loft". */
export const sayRule = (path: string): string =>
  path.split('.').filter((part) => !/^\d+$/.test(part)).map((part) => partNames[part] ?? part).join(', ')

/** The age rule in a few words: "2–17 år", "7.–9. klasse". Null when there is no age rule or an age is not given. */
export const sayAges = (rule: AgeRule): string | null => {
  const span = ageSpan(rule)
  if (span === null) return null
  return span.unit === 'grade' ? `${span.from}.–${span.to}. klasse` : `${span.from}–${span.to} år`
}

/** One change for the administrator: "alder, fra: 6 bliver til 2". */
export const sayRuleChange = ({ path, before, after }: RuleChange): string => {
  if (before === undefined) return `${sayRule(path)}: ny. ${sayValue(after)}`
  if (after === undefined) return `${sayRule(path)}: taget ud. Før: ${sayValue(before)}`
  return `${sayRule(path)}: ${sayValue(before)} bliver til ${sayValue(after)}`
}

const sayValue = (value: unknown): string => {
  if (value === null) return 'ikke givet'
  if (isEksempel(value)) return `${sayValue(given(value))} (eksempel)`
  if (typeof value === 'bigint') return sayKroner(value as Parameters<typeof sayKroner>[0])
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (Array.isArray(value)) return value.length === 0 ? 'ingen' : sayList(value.map(sayValue))
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value as Day) : partNames[value] ?? value
  if (typeof value !== 'object') return String(value)
  if ('says' in value && typeof value.says === 'string') return value.says
  return Object.entries(value).map(([key, child]) =>
    (key === 'kind' ? sayValue(child) : `${partNames[key] ?? key} ${sayValue(child)}`)).join(', ')
}

/** Why an ordning cannot be published yet, as one sentence for the administrator. */
export const sayPublicationProblem = (problem: PublicationProblem): string => {
  switch (problem.problem) {
    case 'value-missing':
      return `Der mangler et svar: ${sayRule(problem.path)}.`
    case 'age-not-measured':
      return 'Alderen mangler en måde at måles på: hvilken dag, og om det øverste år tæller med.'
    case 'age-turned-round':
      return `Alderen går fra ${problem.from} til ${problem.to}. Den laveste skal stå først.`
    case 'nothing-to-give':
      return 'Ordningen giver hverken penge, vejledning eller guide.'
    case 'purse-twice':
      return `Pungen ${partNames[problem.purse] ?? problem.purse} står to gange.`
    case 'criterion-id-twice':
      return `To betingelser har samme navn: ${problem.id}.`
    case 'appeal-text-missing':
      return `Der mangler en klagevejledning til ${decisions[problem.decision]}.`
    case 'appeal-text-faulty':
      return `Klagevejledningen til ${decisions[problem.decision]} passer ikke til loven: ${sayFault(problem.fault)}.`
    case 'no-kept-check':
      return 'Ingen af spørgsmålene i opfølgningen viser, om barnet er der endnu.'
  }
}

const decisions = { 'partly-granted': 'et delvist ja', refused: 'et nej', withdrawn: 'en hjælp, der stopper', clawback: 'et tilbagekrav' }

type Fault = Extract<PublicationProblem, { problem: 'appeal-text-faulty' }>['fault']

const faultNames: Record<Extract<Fault, { part: unknown }>['part'], string> = {
  noOtherAuthority: 'at ingen anden myndighed kan tage sagen op', reconsideration: 'at kommunen kan se på det igen',
  treatmentComplaint: 'hvor man siger til om behandlingen', courts: 'domstolene', ombudsman: 'Folketingets Ombudsmand',
  appealBody: 'hvem man klager til', throughKommune: 'at klagen går gennem kommunen', appealDeadline: 'en klagefrist',
  helpToAppeal: 'hjælp til at klage', ownText: 'ordningens egen tekst',
}

const sayFault = (fault: Fault): string => {
  if (fault.fault === 'words-forbidden') return `her må ikke stå ”${fault.words}”`
  return fault.fault === 'part-missing' ? `den mangler ${faultNames[fault.part]}` : `der må ikke stå ${faultNames[fault.part]}`
}
