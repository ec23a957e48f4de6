import { day } from '@medspil/domain/day'
import { eksempel, type GrantRole, type OrdningRules } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import {
  ages, answerInTime, barnetsLov, livesHere, nothingForNothing, notPaidByOthers, poolHasMoney, type OrdningSeed,
} from './ordning-seed.ts'

/** School staff contact the fritidskoordinator; no one else is named. The consent's form is not given. */
const doors: GrantRole[] = [
  { kind: 'fagpersonNominates', professions: { listed: ['lærer', 'pædagog'], open: eksempel(false) }, consent: eksempel('oralOrWritten') },
]

const rules: OrdningRules = {
  owner: 'Aktiv Fritid',
  age: ages(0, 18),
  criteria: [
    { id: 'through-school', says: 'Er kommet med gennem skolen', gates: [], rule: { kind: 'throughSchool' } },
    { id: 'needs-way-in', says: 'Har brug for støtte for at finde en vej ind', gates: ['kontingent', 'kit'],
      rule: { kind: 'judged', question: 'Har eleven brug for støtte for at finde en vej ind?' } },
    ...notPaidByOthers('kontingent', 'kit'), livesHere('Esbjerg Kommune'), poolHasMoney('kontingent', 'kit'),
  ],
  guidance: { kind: 'offered', by: doors },
  pass: {
    kind: 'offered', by: doors,
    purses: [
      { kind: 'kontingent', ceiling: { kind: 'amount', amount: eksempel(kroner(1200)) }, ages: { kind: 'all' } },
      { kind: 'kit', ceiling: { kind: 'amount', amount: eksempel(kroner(600)) }, ages: { kind: 'all' } },
    ],
    together: { kind: 'none' }, mayFlow: eksempel(false),
    period: { kind: 'schoolYear', startsOn: eksempel('08-01') },
    providers: eksempel(['approvedFolkeoplysende', 'otherForening', 'kommunal']),
    receiver: eksempel('forening'), paidWhen: eksempel('afterConfirmation'),
    ownShare: { kind: 'none' }, poolEmpty: eksempel('stop'), noShow: nothingForNothing,
  },
  guide: { kind: 'none' },
  followUp: {
    kind: 'planned', anchor: eksempel('grant'), by: 'schoolStaff', byWithoutGuide: 'schoolStaff',
    checks: eksempel([
      { id: 'first-training', after: { kind: 'firstTraining' }, countsAsKept: false },
      { id: 'day-30', after: { kind: 'days', days: 30 }, countsAsKept: false },
      { id: 'month-3', after: { kind: 'months', months: 3 }, countsAsKept: true },
    ]),
    ends: { kind: 'openEnd', when: 'Ingen dato er givet.' }, channel: eksempel('meeting'), silenceDays: eksempel(7),
  },
  familyPart: ['Familien følger barnet derhen og hjem.'],
  law: barnetsLov, answer: answerInTime,
}

/** The local pass of Aktiv Fritid, Esbjerg: met through a school, followed up by the school. */
export const esbjergLokaltPas: OrdningSeed = {
  key: 'lokalt-pas', name: 'Aktiv Fritid, lokalt pas', kommuneKey: 'esbjerg',
  versions: [{
    number: 1, validFrom: day('2022-01-01'), validTo: null, rules,
    texts: {
      forWhom: 'Elever, der har brug for støtte for at finde en vej ind i fritidslivet.',
      gives: 'Vejledning på skolen, kontingent og udstyr, hjælp til at melde til.',
      aims: [], results: ['Over 3.000 børn siden 2011, begge pas lagt sammen.'],
    },
    source: 'KL’s katalog 2022',
  }],
}
