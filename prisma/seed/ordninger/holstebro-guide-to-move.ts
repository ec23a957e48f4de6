import { day } from '@medspil/domain/day'
import { eksempel, type GrantRole, type Leaf, type OrdningRules } from '@medspil/domain/ordning'
import { kroner, type Ore } from '@medspil/ledger'
import {
  ages, answerInTime, barnetsLov, livesHere, notActive, nothingForNothing, notPaidByOthers, poolHasMoney, type OrdningSeed,
} from './ordning-seed.ts'

/** The professions are given as examples in the source, so the list is open. */
const doors: GrantRole[] = [
  { kind: 'parentApplies' },
  { kind: 'fagpersonGrants', professions: {
    listed: ['sundhedsplejerske', 'socialrådgiver', 'familievejleder', 'skoleleder', 'jobkonsulent', 'jobcoach'], open: true,
  } },
]

const rulesWith = (amount: Leaf<Ore>): OrdningRules => ({
  owner: eksempel('Kultur og Fritid'),
  age: ages(0, 18),
  criteria: [
    notActive,
    { id: 'economy-is-barrier', says: 'Prisen står i vejen', gates: ['kontingent'], rule: { kind: 'judged', question: 'Står prisen i vejen?' } },
    { id: 'decisive-for-start', says: 'Passet er det, der skal til', gates: ['kontingent'],
      rule: { kind: 'judged', question: 'Er passet det, der skal til for at komme i gang?' } },
    ...notPaidByOthers('kontingent'), livesHere('Holstebro Kommune'), poolHasMoney('kontingent'),
  ],
  guidance: { kind: 'offered', by: doors },
  pass: {
    kind: 'offered', by: doors,
    purses: [{ kind: 'kontingent', ceiling: { kind: 'none' }, ages: { kind: 'all' } }],
    together: { kind: 'amount', amount }, mayFlow: eksempel(false), period: { kind: 'calendarYear' },
    providers: ['approvedFolkeoplysende'], receiver: eksempel('forening'), paidWhen: eksempel('afterConfirmation'),
    ownShare: { kind: 'none' }, poolEmpty: eksempel('stop'), noShow: nothingForNothing,
  },
  guide: {
    kind: 'volunteer', optional: true, childHasSay: eksempel(true), tasks: ['clearOptions', 'contactForening', 'goAlong', 'followUp'],
    hourCeiling: eksempel(40), longestMonths: eksempel(6), longestFrom: eksempel('grant'), certificateMonths: eksempel(12),
    corpsMeetingsPerYear: eksempel(2), supervision: eksempel('onNeed'), fading: ['escorted', 'metThere', 'phoned', 'alone'],
  },
  followUp: {
    kind: 'planned', anchor: eksempel('firstTraining'), by: 'fritidsguide', byWithoutGuide: eksempel('fritidsvejleder'),
    checks: [
      { id: 'first-training', after: { kind: 'firstTraining' }, countsAsKept: false },
      { id: 'month-3', after: { kind: 'months', months: 3 }, countsAsKept: false },
      { id: 'half-year', after: { kind: 'months', months: 6 }, countsAsKept: true },
    ],
    ends: { kind: 'afterMonths', months: 6 }, channel: eksempel('link'), silenceDays: eksempel(7),
  },
  familyPart: [],
  law: barnetsLov, answer: answerInTime,
})

const texts = {
  forWhom: 'Vejledning er for alle, der ikke går til noget. Passet er for dem, hvor prisen står i vejen.',
  gives: 'Vejledning, et pas til at gå til noget og en frivillig guide.',
  aims: [],
  results: [
    'Siden 2015: 1.450 børn. 9 % fik kun vejledning, 77 % kun pas, 14 % begge dele.',
    'De fleste når første træning. Lidt over halvdelen er der efter 3 måneder.',
  ],
}

/** Guide to Move, Holstebro: 600 kr. per calendar year. The earlier version's amount is eksempel. */
export const holstebroGuideToMove: OrdningSeed = {
  key: 'guide-to-move', name: 'Guide to Move', kommuneKey: 'holstebro',
  versions: [
    { number: 1, validFrom: day('2015-01-01'), validTo: day('2025-12-31'), rules: rulesWith(eksempel(kroner(500))), texts, source: 'eksempel: en tidligere version til demoen' },
    { number: 2, validFrom: day('2026-01-01'), validTo: null, rules: rulesWith(kroner(600)), texts, source: 'KL’s katalog 2022' },
  ],
}
