import type { Ore } from '@medspil/ledger'
import type { Outcome, Reasons } from '../application/index.ts'
import type { Day } from '../day.ts'
import {
  isEksempelPath, type AppealText, type LegalBasis, type OrdningRules, type Period, type Receiver, type SupportKind,
} from '../ordning/index.ts'
import { isNegative, type LetterKind } from './element.ts'

/** What every letter is made of. Names are first names; no CPR number, no address and no third person ever comes in. */
export type LetterBase = {
  kommune: string
  unit: string
  contactName: string
  phone: string
  date: Day
  reference: string
  receiverName: string
  childName: string
  ordningName: string
  activity: string | null
  receivedOn: Day
  basis: LegalBasis
  /** Address of the kommune's own page on data protection. */
  dataProtectionUrl: string
  /** Which of the things below rest on values that are eksempel, so that the tag is shown. */
  eksempel: EksempelPart[]
}

/** Parts of a letter that can rest on an eksempel. */
export type EksempelPart = 'law' | 'appeal' | 'amounts' | 'period' | 'criteria' | 'deadline'

const restsOn: Record<EksempelPart, readonly string[]> = {
  law: ['law.basis', 'law.confirmed'], appeal: ['law.appeal'], amounts: ['pass.purses', 'pass.together'], period: ['pass.period'],
  criteria: ['age', 'criteria'], deadline: ['answer'],
}

/** The parts of a letter under these rules that must show the word "eksempel". */
export const eksempelPartsOf = (rules: OrdningRules): EksempelPart[] => {
  const parts = Object.keys(restsOn) as EksempelPart[]
  return parts.filter((part) => restsOn[part].some((path) => isEksempelPath(rules, path)))
}

/** One thing in a decision: asked and given, øre; null for what is not money. Given null and not `isGiven`: a no. */
export type LetterLine = { kind: SupportKind; asked: Ore | null; given: Ore | null; isGiven: boolean }

/** A criterion as a letter says it; `judged` keeps that a person judged it, next to the answer. */
export type LetterCriterion = { says: string; result: 'met' | 'not-met' | 'unknown'; isJudged: boolean }

/** A fact with its source in words a family knows, such as "CPR" or "familien". */
export type LetterFact = { says: string; source: string; on: Day }

/** What every decision letter needs. */
export type DecisionBase = LetterBase & { deciderId: string | null; deciderName: string; criteriaVersion: number; criteriaSince: Day }

/** What a no, in whole or in part, needs on top (forvaltningsloven §§ 22–24; law.md 2). */
export type NegativeBase = DecisionBase & {
  deciderId: string
  reasons: Reasons
  criteria: LetterCriterion[]
  facts: LetterFact[]
  /** What the party answered in the hearing, or why there was none. */
  hearing:
    | { kind: 'answered'; answer: string; weighed: string } | { kind: 'silent'; deadline: Day }
    | { kind: 'nothing-unseen' } | { kind: 'exempt'; reason: string }
  childView: string
  whatWouldChange: string
  appeal: AppealText['parts']
}

/** Everything one letter says, as facts. Wording turns it into sentences. */
export type LetterFacts =
  | (LetterBase & { kind: 'receipt'; answerBy: Day; answers: { question: string; answer: string }[] })
  | (DecisionBase & { kind: 'granted'; lines: LetterLine[]; period: Period; receiver: Receiver })
  | (NegativeBase & { kind: 'partly-granted'; lines: LetterLine[]; period: Period })
  | (NegativeBase & { kind: 'refused'; lines: LetterLine[] })
  | (NegativeBase & { kind: 'withdrawn'; lines: LetterLine[]; from: Day })
  | (NegativeBase & { kind: 'clawback'; amount: Ore; paidTo: string; paidOn: Day; period: Period; deadline: Day; how: 'setOff' | 'repaid' })
  | (LetterBase & {
    kind: 'hearing'; facts: LetterFact[]; mayLeadTo: 'refused' | 'partly-granted' | 'withdrawn' | 'clawback'; deadline: Day
  })
  | (LetterBase & { kind: 'delay'; oldDate: Day; newDate: Day; because: string })

/** The letter a decision gets: the outcome itself, so that a part-grant never goes out as a grant. */
export const letterKindOf = (outcome: Outcome): Extract<LetterKind, Outcome> => outcome

/** Who stands as decider in the letter; null for letters that decide nothing. */
export const deciderOf = (facts: LetterFacts): string | null =>
  facts.kind === 'granted' || isNegative(facts.kind) ? (facts as DecisionBase).deciderId : null
