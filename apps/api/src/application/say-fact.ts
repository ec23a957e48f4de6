import type { FactSource, UsedFact } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Ore } from '@medspil/ledger'
import { sayDay, sayKroner, supportNames } from '@medspil/wording/letter'

/** What a source is called in a letter and at the desk. */
export const sourceNames: Record<FactSource, string> = {
  cpr: 'CPR', family: 'familien', youngPerson: 'den unge', fagperson: 'fagperson', school: 'skolen', forening: 'foreningen', funder: 'den, der betalte',
  incomeRegister: 'indkomstregistret', caseSystem: 'kommunens sag', ownRecords: 'kommunens opslag', pool: 'puljen',
}

const activities = { none: 'Går ikke til noget.', withoutPaying: 'Går til noget uden at betale.', paying: 'Går til noget og betaler.' } as const
const yesNo = (value: unknown, yes: string, no: string): string => (value === true ? yes : no)

/** A fact as one sentence, for a letter, a hearing and the caseworker's list. */
export function sayFact({ name, value }: Pick<UsedFact, 'name' | 'value'>, kommuneName: string): string {
  switch (name) {
    case 'birthDay': return `Født den ${sayDay(value as Day)}.`
    case 'gradeBeforeHoliday': return `Går i ${String(value)}. klasse.`
    case 'start': return `Vil starte den ${sayDay(value as Day)}.`
    case 'activityDay': return `Det sker den ${sayDay(value as Day)}.`
    case 'kommune': return value === 'another' ? `Bor ikke i ${kommuneName}.` : `Bor i ${kommuneName}.`
    case 'area': return `Bor i ${String(value)}.`
    case 'school': return `Går på ${String(value)}.`
    case 'schoolReferred': return yesNo(value, 'Skolen har hjulpet med at søge.', 'Skolen har ikke været med.')
    case 'openCase': return yesNo(value, 'Har en sag i kommunen.', 'Har ingen sag i kommunen.')
    case 'fosterCare': return yesNo(value, 'Bor i plejefamilie.', 'Bor ikke i plejefamilie.')
    case 'activity': return activities[value as keyof typeof activities]
    case 'isRenewal': return yesNo(value, 'Har fået det før.', 'Har ikke fået det før.')
    case 'income': return `Husstandens indkomst er ${sayKroner(value as Ore)} om året.`
    case 'adults': return `${String(value)} voksne i hjemmet.`
    case 'children': return `${String(value)} børn i hjemmet.`
    case 'fripladsPercent': return `Har friplads på ${String(value)} procent.`
    case 'benefits': return `Ydelser: ${(value as (string | null)[]).map((benefit) => benefit ?? 'ingen').join(' og ')}.`
    case 'paidByOthers': return sayPaid(value as { purse: keyof typeof supportNames; funder: string; amount: Ore; on: Day }[])
    case 'statement': return `”${(value as { says: string }).says}”`
    case 'poolFree': return `${sayKroner(value as Ore)} fri i puljen.`
  }
}

function sayPaid(paid: { purse: keyof typeof supportNames; funder: string; amount: Ore; on: Day }[]): string {
  if (paid.length === 0) return 'Ingen andre har betalt.'
  return paid.map(({ purse, funder, amount, on }) => `${funder} har betalt ${supportNames[purse]} den ${sayDay(on)}: ${sayKroner(amount)}`).join(' ')
}
