import { day } from '@medspil/domain/day'
import { eksempel, type GrantRole, type OrdningRules } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import {
  ages, answerInTime, barnetsLov, livesHere, nothingForNothing, notPaidByOthers, poolHasMoney, type OrdningSeed,
} from './ordning-seed.ts'

/** The familierådgiver with the open case is the one role named. Who decides is not given, so it nominates. */
const doors: GrantRole[] = [{ kind: 'roleWithOpenCase', profession: 'familierådgiver', may: 'nominates' }]

const rules: OrdningRules = {
  owner: 'Aktiv Fritid',
  age: ages(0, 18),
  criteria: [
    { id: 'open-case', says: 'Har en åben børnesag i Familieafdelingen', gates: [], rule: { kind: 'openCase' } },
    { id: 'needs-more', says: 'Har brug for mere end det lokale pas', gates: ['kontingent', 'kit', 'guideHours'],
      rule: { kind: 'judged', question: 'Har barnet brug for mere end det lokale pas?' } },
    ...notPaidByOthers('kontingent', 'kit'), livesHere('Esbjerg Kommune'), poolHasMoney('kontingent', 'kit'),
  ],
  guidance: { kind: 'offered', by: doors },
  // The money builds on the local pass, but the source does not restate it.
  pass: {
    kind: 'offered', by: doors,
    purses: [
      { kind: 'kontingent', ceiling: { kind: 'amount', amount: eksempel(kroner(1200)) }, ages: { kind: 'all' } },
      { kind: 'kit', ceiling: { kind: 'amount', amount: eksempel(kroner(600)) }, ages: { kind: 'all' } },
    ],
    together: { kind: 'none' }, mayFlow: eksempel(false),
    period: { kind: 'rolling', months: eksempel([12]) },
    providers: eksempel(['approvedFolkeoplysende', 'otherForening', 'kommunal']),
    receiver: eksempel('forening'), paidWhen: eksempel('afterConfirmation'),
    ownShare: { kind: 'none' }, poolEmpty: eksempel('stop'), noShow: nothingForNothing,
  },
  guide: {
    kind: 'paid', optional: true, childHasSay: true, tasks: ['collectAndBring', 'supportInForening', 'towardsAlone'],
    hourCeiling: eksempel(60), longestMonths: 12, longestFrom: eksempel('firstTrip'), certificateMonths: eksempel(12),
    corpsMeetingsPerYear: 2, supervision: 'continuous', fading: ['escorted', 'metThere', 'phoned', 'alone'],
  },
  followUp: {
    kind: 'planned', anchor: eksempel('firstTraining'), by: eksempel('fritidskoordinator'), byWithoutGuide: eksempel('fritidskoordinator'),
    checks: eksempel([
      { id: 'first-training', after: { kind: 'firstTraining' }, countsAsKept: false },
      { id: 'day-14', after: { kind: 'days', days: 14 }, countsAsKept: false },
      { id: 'month-3', after: { kind: 'months', months: 3 }, countsAsKept: false },
      { id: 'year', after: { kind: 'months', months: 12 }, countsAsKept: true },
    ]),
    ends: { kind: 'afterMonths', months: 12 }, channel: eksempel('phone'), silenceDays: eksempel(3),
  },
  familyPart: [],
  law: barnetsLov, answer: answerInTime,
}

/** The guldpas of Aktiv Fritid, Esbjerg: an open case, close follow-up and, if the child wants, a paid guide. */
export const esbjergGuldpas: OrdningSeed = {
  key: 'guldpas', name: 'Aktiv Fritid, guldpas', kommuneKey: 'esbjerg',
  versions: [{
    number: 1, validFrom: day('2022-01-01'), validTo: null, rules,
    texts: {
      forWhom: 'Børn, der har brug for mere end det lokale pas.',
      gives: 'Tæt opfølgning, kontingent og udstyr, og en guide, hvis barnet vil.',
      aims: [], results: ['Over 3.000 børn siden 2011, begge pas lagt sammen.'],
    },
    source: 'KL’s katalog 2022; aktivfritid.esbjergkommune.dk',
  }],
}
