import type { AgeDay, AgeRule } from './age-rule.ts'
import {
  followUpRoles, guideTasks, type CheckOffset, type FadingStage, type FollowUpCheck, type FollowUpPlan, type GuidanceRule,
  type GuideRule, type GuideTerms, type PlanEnd,
} from './care-rule.ts'
import type { ActivityRule, Criterion, CriterionRule, PlaceRule } from './criterion.ts'
import type { GrantRole, Professions } from './grant-role.ts'
import type { IncomeRule, SingleParent } from './income-rule.ts'
import { appealParts, type AppealText, type LegalBasis } from './legal-basis.ts'
import {
  providerTypes, purseKinds, serviceKinds, type Ceiling, type NoShowLeaves, type OwnShare, type PassRule, type PurseRule,
} from './pass-rule.ts'
import type { PeriodRule } from './period.ts'
import type { OrdningRules } from './rules.ts'
import { amount, dayShape, flag, leaf, list, monthDay, object, text, variant, whole, word, type Shape } from './shape.ts'

const years = leaf(whole(0, 30))
const percent = whole(0, 100)
const months = whole(1, 120)
const days = whole(0, 400)
const money = leaf(amount)
const yesNo = leaf(flag)
const texts = list(text)

const ageDay: Shape<AgeDay> = variant<AgeDay>({
  application: {}, decision: {}, start: {}, activityDay: {}, fixedDay: { monthDay },
})

const age: Shape<AgeRule> = variant<AgeRule>({
  none: {},
  unnamed: { from: whole(0, 30), to: whole(0, 30) },
  completedYears: { from: years, to: years, toIncluded: yesNo, on: leaf(ageDay) },
  yearOfBirth: { from: years, to: years, on: leaf(ageDay) },
  underOnActivityDay: { from: years, under: years },
  grade: { from: years, to: years, named: word('beforeHoliday', 'afterHoliday') },
})

type IncomeRow = Extract<IncomeRule, { kind: 'table' }>['rows'][number]

const compare = word('strictlyBelow', 'atMost')

const income: Shape<IncomeRule> = variant<IncomeRule>({
  limit: {
    base: money, perChildBeyondFirst: money, compare,
    singleParent: variant<SingleParent>({ none: {}, raisesLimit: { by: money }, lowersIncome: { by: money } }),
  },
  table: { rows: list(object<IncomeRow>({ householdSize: whole(1, 20), limit: amount }), 1), compare },
  friplads: { atLeastPercent: leaf(percent) },
  benefits: { listed: leaf(list(text, 1)), onListed: word('oneParent', 'everyParent') },
})

const place: Shape<PlaceRule> = variant<PlaceRule>({
  kommune: {}, areas: { named: leaf(list(text, 1)) }, schools: { named: leaf(list(text, 1)) },
})

const criterionRule: Shape<CriterionRule> = variant<CriterionRule>({
  place: { place },
  activity: { activity: word<ActivityRule>('notActive', 'notActiveOrWithoutPaying', 'any', 'renewal') },
  income: { income },
  openCase: {}, throughSchool: {}, notInFosterCare: {}, poolHasMoney: {},
  judged: { question: text },
  noDoubleUse: { purse: word(...purseKinds) },
})

const criterion: Shape<Criterion> = object<Criterion>({
  id: text, says: text, gates: list(word(...purseKinds, ...serviceKinds)), rule: criterionRule,
})

const professions: Shape<Professions> = object<Professions>({ listed: leaf(texts), open: yesNo })

const grantRole: Shape<GrantRole> = variant<GrantRole>({
  parentApplies: {}, districtContact: {}, foreningApplies: {}, offeredFromList: {},
  youngPersonApplies: { from: years },
  fagpersonGrants: { professions },
  fagpersonNominates: { professions, consent: leaf(word('oralOrWritten', 'written')) },
  roleWithOpenCase: { profession: text, may: word('grants', 'nominates') },
  intermediaryOnly: { professions },
})

const ceiling: Shape<Ceiling> = variant<Ceiling>({
  none: {}, judged: {}, amount: { amount: money }, foreningRate: { atMost: money },
  events: { count: leaf(whole(1, 100)), each: money },
})

const purse: Shape<PurseRule> = object<PurseRule>({
  kind: word(...purseKinds), ceiling,
  ages: variant<PurseRule['ages']>({ all: {}, span: { from: whole(0, 30), to: whole(0, 30) } }),
})

const period: Shape<PeriodRule> = variant<PeriodRule>({
  calendarYear: {}, kontingentPeriod: {},
  schoolYear: { startsOn: leaf(monthDay) },
  season: { length: word('half', 'whole'), startsOn: leaf(list(monthDay, 1)) },
  rolling: { months: leaf(list(months, 1)) },
  planYear: { firstDay: leaf(dayShape), years: leaf(whole(1, 20)) },
  lifetimeCount: { years: leaf(whole(1, 30)) },
  once: { months: leaf(months) },
})

const ownShare: Shape<OwnShare> = variant<OwnShare>({
  none: {}, fixed: { amount: money }, percent: { percent: leaf(percent) }, stepwise: { percents: leaf(list(percent, 1)) },
  savingsPlan: { monthly: money }, feePerActivity: { amount: money },
})

const noShow: Shape<NoShowLeaves> = object<NoShowLeaves>({
  neverCame: leaf(word('nothing-owed', 'fee-stands')), withdrew: leaf(word('unused-days-come-back', 'fee-stands', 'nothing-owed')),
  moneyGoesTo: leaf(word('purse', 'pool')),
})

const pass: Shape<PassRule> = variant<PassRule>({
  notOffered: {},
  offered: {
    by: leaf(list(grantRole, 1)), purses: list(purse, 1), together: ceiling, mayFlow: yesNo, period, ownShare,
    providers: leaf(list(word(...providerTypes), 1)),
    receiver: leaf(word('forening', 'provider', 'familyOnReceipt', 'guideThroughPayroll', 'actorInInstalments')),
    paidWhen: leaf(word('afterConfirmation', 'onReceipt', 'partInAdvance')),
    poolEmpty: leaf(word('stop', 'queue')), noShow,
  },
})

const guideTerms = {
  optional: flag, childHasSay: yesNo, tasks: list(word(...guideTasks), 1), hourCeiling: leaf(whole(1, 2000)),
  longestMonths: leaf(months), longestFrom: leaf(word('grant', 'firstTraining', 'firstTrip')),
  certificateMonths: leaf(months), corpsMeetingsPerYear: leaf(whole(0, 52)),
  supervision: leaf(word('none', 'onNeed', 'continuous')),
  fading: list(word<FadingStage>('escorted', 'metThere', 'phoned', 'alone'), 1),
} satisfies { [K in keyof GuideTerms]: Shape<GuideTerms[K]> }

const check: Shape<FollowUpCheck> = object<FollowUpCheck>({
  id: text, countsAsKept: flag,
  after: variant<CheckOffset>({ firstTraining: {}, days: { days }, months: { months } }),
})

const role = leaf(word(...followUpRoles))

const followUp: Shape<FollowUpPlan> = variant<FollowUpPlan>({
  none: {},
  planned: {
    anchor: leaf(word('grant', 'signup', 'firstTraining', 'stop')), by: role, byWithoutGuide: role, checks: leaf(list(check, 1)),
    ends: variant<PlanEnd>({ afterMonths: { months }, openEnd: { when: text } }),
    channel: leaf(word('link', 'phone', 'meeting')), silenceDays: leaf(days),
  },
})

const basis = object<LegalBasis>({
  kind: word('barnetsLov35Stk3', 'otherSocial', 'folkeoplysningsloven', 'kommunalfuldmagt'), section: text,
})

const appealText = object<AppealText>({
  decisions: list(word('partly-granted', 'refused', 'withdrawn', 'clawback'), 1),
  parts: list(object<AppealText['parts'][number]>({ part: word(...appealParts), says: text }), 1),
})

/** The strict shape of every version of every ordning: TypeScript keeps it equal to `OrdningRules`. */
export const ordningRulesShape: Shape<OrdningRules> = object<OrdningRules>({
  owner: leaf(text), age, criteria: list(criterion), pass, followUp, familyPart: texts,
  guidance: variant<GuidanceRule>({ notOffered: {}, offered: { by: leaf(list(grantRole, 1)) } }),
  guide: variant<GuideRule>({ none: {}, volunteer: guideTerms, paid: guideTerms }),
  law: object<OrdningRules['law']>({
    basis: leaf(basis), appeal: leaf(list(appealText, 1)),
    confirmed: leaf(object<{ by: string; on: ReturnType<typeof dayShape> }>({ by: text, on: dayShape })),
  }),
  answer: object<OrdningRules['answer']>({
    workingDays: leaf(whole(0, 260)), hearingWorkingDays: leaf(whole(1, 60)), delayNoticeWorkingDays: leaf(whole(0, 60)),
  }),
})
