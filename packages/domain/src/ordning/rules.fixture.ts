import { kroner } from '@medspil/ledger'
import { day } from '../day.ts'
import type { AppealText } from './legal-basis.ts'
import type { OrdningRules } from './rules.ts'

const parts: AppealText['parts'] = [
  { part: 'noOtherAuthority', says: 'Ingen anden myndighed kan tage svaret op. Det står i barnets lov § 35, stk. 3.' },
  { part: 'reconsideration', says: 'Vi ser gerne på det igen.' }, { part: 'treatmentComplaint', says: 'Skriv til ledelsen.' },
  { part: 'courts', says: 'Du kan gå til domstolene.' }, { part: 'ombudsman', says: 'Du kan skrive til Folketingets Ombudsmand.' },
]

/** A whole and publishable set of rules for tests: kontingent up to 1.500 kr., kit up to 600 kr., 2.000 kr. together. */
export const exampleRules: OrdningRules = {
  owner: 'Fritidsafdelingen',
  age: { kind: 'completedYears', from: 2, to: 17, toIncluded: true, on: { kind: 'application' } },
  criteria: [
    { id: 'needs-help', says: 'Har brug for hjælp for at komme i gang', gates: ['kontingent', 'kit'], rule: { kind: 'judged', question: 'Har barnet brug for hjælp?' } },
    { id: 'not-paid-kit', says: 'Udstyr er ikke betalt af andre', gates: ['kit'], rule: { kind: 'noDoubleUse', purse: 'kit' } },
    { id: 'not-active', says: 'Går ikke til noget i forvejen', gates: [], rule: { kind: 'activity', activity: 'notActive' } },
    { id: 'lives-here', says: 'Bor i Slagelse Kommune', gates: [], rule: { kind: 'place', place: { kind: 'kommune' } } },
    { id: 'pool', says: 'Der er penge i puljen', gates: ['kontingent', 'kit'], rule: { kind: 'poolHasMoney' } },
  ],
  guidance: { kind: 'offered', by: [{ kind: 'parentApplies' }] },
  pass: {
    kind: 'offered', by: [{ kind: 'parentApplies' }],
    purses: [
      { kind: 'kontingent', ceiling: { kind: 'amount', amount: kroner(1500) }, ages: { kind: 'all' } },
      { kind: 'kit', ceiling: { kind: 'amount', amount: kroner(600) }, ages: { kind: 'all' } },
    ],
    together: { kind: 'amount', amount: kroner(2000) }, mayFlow: false, period: { kind: 'calendarYear' },
    providers: ['approvedFolkeoplysende'], receiver: 'forening', paidWhen: 'afterConfirmation', ownShare: { kind: 'none' }, poolEmpty: 'queue',
    noShow: { neverCame: 'nothing-owed', withdrew: 'unused-days-come-back', moneyGoesTo: 'purse' },
  },
  guide: { kind: 'none' },
  followUp: {
    kind: 'planned', anchor: 'grant', by: 'fritidsvejleder', byWithoutGuide: 'fritidsvejleder', channel: 'link', silenceDays: 7,
    checks: [{ id: 'half-year', after: { kind: 'months', months: 6 }, countsAsKept: true }], ends: { kind: 'afterMonths', months: 6 },
  },
  familyPart: [],
  law: {
    basis: { kind: 'barnetsLov35Stk3', section: 'barnets lov § 35, stk. 3' },
    appeal: [{ decisions: ['partly-granted', 'refused', 'withdrawn', 'clawback'], parts }],
    confirmed: { by: 'Kommunens jurist', on: day('2025-06-02') },
  },
  answer: { workingDays: 10, hearingWorkingDays: 5, delayNoticeWorkingDays: 2 },
}
