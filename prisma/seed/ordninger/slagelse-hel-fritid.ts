import { day } from '@medspil/domain/day'
import { eksempel, type OrdningRules } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import {
  ages, answerInTime, barnetsLov, livesHere, notActive, nothingForNothing, notPaidByOthers, poolHasMoney, type OrdningSeed,
} from './ordning-seed.ts'

const doors: Extract<OrdningRules['pass'], { kind: 'offered' }>['by'] = eksempel([
  { kind: 'parentApplies' },
  { kind: 'youngPersonApplies', from: eksempel(15) },
  { kind: 'fagpersonGrants', professions: { listed: eksempel(['lærer', 'pædagog', 'sundhedsplejerske', 'socialrådgiver']), open: eksempel(false) } },
  { kind: 'fagpersonNominates', professions: { listed: eksempel([]), open: eksempel(true) }, consent: eksempel('oralOrWritten') },
])

/** As published, children 2–17 (earlier from 6); who decides, amounts, receiver and dates of follow-up are nowhere given. */
const rulesFrom = (lowestAge: number): OrdningRules => ({
  owner: 'Fritidsafdelingen',
  age: ages(lowestAge, 17),
  criteria: [
    { id: 'needs-help-to-start', says: 'Har brug for hjælp for at komme i gang', gates: ['kontingent', 'kit', 'trip'],
      rule: { kind: 'judged', question: 'Har barnet brug for hjælp for at komme i gang?' } },
    ...notPaidByOthers('kit', 'kontingent', 'trip'),
    notActive, livesHere('Slagelse Kommune'), poolHasMoney('kontingent', 'kit', 'trip'),
  ],
  guidance: { kind: 'offered', by: doors },
  pass: {
    kind: 'offered', by: doors,
    purses: [
      { kind: 'kontingent', ceiling: { kind: 'amount', amount: eksempel(kroner(1500)) }, ages: { kind: 'all' } },
      { kind: 'kit', ceiling: { kind: 'amount', amount: eksempel(kroner(1000)) }, ages: { kind: 'all' } },
      { kind: 'trip', ceiling: { kind: 'amount', amount: eksempel(kroner(800)) }, ages: { kind: 'all' } },
    ],
    together: { kind: 'amount', amount: eksempel(kroner(2500)) },
    mayFlow: eksempel(false),
    period: { kind: 'rolling', months: [6, 12] },
    providers: eksempel(['approvedFolkeoplysende', 'otherForening', 'kommunal']),
    receiver: eksempel('forening'), paidWhen: eksempel('afterConfirmation'),
    ownShare: { kind: 'none' }, poolEmpty: eksempel('queue'), noShow: nothingForNothing,
  },
  guide: { kind: 'none' },
  followUp: {
    kind: 'planned', anchor: eksempel('grant'), by: eksempel('fritidsvejleder'), byWithoutGuide: eksempel('fritidsvejleder'),
    checks: eksempel([
      { id: 'first-training', after: { kind: 'firstTraining' }, countsAsKept: false },
      { id: 'day-14', after: { kind: 'days', days: 14 }, countsAsKept: false },
      { id: 'day-30', after: { kind: 'days', days: 30 }, countsAsKept: false },
      { id: 'month-3', after: { kind: 'months', months: 3 }, countsAsKept: false },
      { id: 'half-year', after: { kind: 'months', months: 6 }, countsAsKept: true },
    ]),
    ends: { kind: 'openEnd', when: 'Når barn og forældre er trygge og klarer det selv.' },
    channel: eksempel('link'), silenceDays: eksempel(7),
  },
  familyPart: ['Familien lærer at spare op.'],
  law: barnetsLov, answer: answerInTime,
})

const texts = {
  forWhom: 'Børn og unge, der ikke går til noget i fritiden og har brug for hjælp til at komme i gang.',
  gives: 'Vejledning, kontingent, tøj og udstyr, ture og stævner.',
  aims: ['Flere børn får et fast fritidsliv.'],
  results: ['Omkring 150 børn var med i 2020. En stor del går videre selv. (sn.dk 2021)'],
}

/** Hel Fritid, Slagelse. Version 1 began at 6 years, version 2 at 2. The dates between them are eksempel. */
export const slagelseHelFritid: OrdningSeed = {
  key: 'hel-fritid', name: 'Hel Fritid', kommuneKey: 'slagelse',
  versions: [
    { number: 1, validFrom: day('2021-01-01'), validTo: day('2025-12-31'), rules: rulesFrom(6), texts, source: 'sn.dk 2021' },
    { number: 2, validFrom: day('2026-01-01'), validTo: null, rules: rulesFrom(2), texts, source: 'Slagelses sundhedsplan; sn.dk 2021' },
  ],
}
