import { day } from '@medspil/domain/day'
import {
  eksempel, type AgeRule, type AppealText, type Criterion, type Leaf, type NoShowLeaves, type OrdningRules, type OrdningVersion, type PurseKind,
} from '@medspil/domain/ordning'

/** One ordning as it is seeded: its keys and every version, oldest first. */
export type OrdningSeed = { key: string; name: string; kommuneKey: string; versions: OrdningVersion[] }

const barnetsLovParts: AppealText['parts'] = [
  { part: 'noOtherAuthority', says: 'Ingen anden myndighed kan tage svaret op. Det står i barnets lov § 35, stk. 3.' },
  { part: 'reconsideration', says: 'Vi ser gerne på det igen. Skriv eller ring, og sig det nye, vi skal vide.' },
  { part: 'treatmentComplaint', says: 'Er du ked af den måde, vi har mødt dig på? Så skriv til ledelsen i kommunen.' },
  { part: 'courts', says: 'Du kan gå til domstolene.' },
  { part: 'ombudsman', says: 'Du kan også skrive til Folketingets Ombudsmand.' },
]

/** Barnets lov § 35, 3 with its appeal text. No document names a legal basis, so all of it is eksempel. */
export const barnetsLov: OrdningRules['law'] = {
  basis: eksempel({ kind: 'barnetsLov35Stk3', section: 'barnets lov § 35, stk. 3' }),
  appeal: eksempel([{ decisions: ['partly-granted', 'refused', 'withdrawn', 'clawback'], parts: barnetsLovParts }]),
  confirmed: eksempel({ by: 'Kommunens jurist', on: day('2025-06-02') }),
}

/** Kommunalfuldmagt with its own appeal text, for holiday activities; all of it eksempel. */
export const kommunalfuldmagt: OrdningRules['law'] = {
  basis: eksempel({ kind: 'kommunalfuldmagt', section: 'kommunens egne regler (kommunalfuldmagt)' }),
  appeal: eksempel([{
    decisions: ['partly-granted', 'refused', 'withdrawn', 'clawback'],
    parts: [
      { part: 'ownText', says: 'Det er kommunen selv, der har lavet reglerne for Aktiv Sommer.' },
      ...barnetsLovParts.filter(({ part }) => part === 'reconsideration' || part === 'courts' || part === 'ombudsman'),
    ],
  }]),
  confirmed: eksempel({ by: 'Kommunens jurist', on: day('2025-06-02') }),
}

/** What a fee is worth when the child never came or stopped: no document says it of any ordning. */
export const nothingForNothing: NoShowLeaves = {
  neverCame: eksempel('nothing-owed'), withdrew: eksempel('unused-days-come-back'), moneyGoesTo: eksempel('purse'),
}

/** Deadlines that no document gives. */
export const answerInTime: OrdningRules['answer'] = {
  workingDays: eksempel(10), hearingWorkingDays: eksempel(5), delayNoticeWorkingDays: eksempel(2),
}

/** Published ages. How they are measured is published nowhere, so that part is eksempel. */
export const ages = (from: Leaf<number>, to: Leaf<number>): AgeRule =>
  ({ kind: 'completedYears', from, to, toIncluded: eksempel(true), on: eksempel({ kind: 'application' }) })

/** The child lives in the kommune. */
export const livesHere = (kommuneName: string): Criterion =>
  ({ id: 'lives-here', says: `Bor i ${kommuneName}`, gates: [], rule: { kind: 'place', place: { kind: 'kommune' } } })

/** The child is outside leisure life. `gates` empty: also guidance is for those outside. */
export const notActive: Criterion =
  { id: 'not-active', says: 'Går ikke til noget i forvejen', gates: [], rule: { kind: 'activity', activity: 'notActive' } }

const paidNames: Record<PurseKind, string> = {
  kontingent: 'Kontingent', kit: 'Udstyr', trip: 'Tur eller stævne', camp: 'Ferieaktivitet', transport: 'Transport',
}

/** Nobody else pays for the same thing; one criterion per purse, so that one paid expense costs only its own purse. */
export const notPaidByOthers = (...purses: PurseKind[]): Criterion[] => purses.map((purse) => ({
  id: `not-paid-${purse}`, says: `${paidNames[purse]} er ikke betalt af andre`, gates: [purse], rule: { kind: 'noDoubleUse', purse },
}))

/** There is money in the pool; gates money alone, never guidance. */
export const poolHasMoney = (...purses: PurseKind[]): Criterion =>
  ({ id: 'pool', says: 'Der er penge i puljen', gates: purses, rule: { kind: 'poolHasMoney' } })
