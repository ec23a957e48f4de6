import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { PurseKind } from '../ordning/index.ts'
import type { Consent } from './consent.ts'

/** Where a fact came from. `ownRecords` is what the kommune already holds in Medspil; `pool` is the live pool. */
export type FactSource =
  | 'cpr' | 'family' | 'youngPerson' | 'fagperson' | 'school' | 'forening' | 'funder' | 'incomeRegister' | 'caseSystem'
  | 'ownRecords' | 'pool'

/** One source and the day it said so. */
export type FactOrigin = { source: FactSource; on: Day }

/**
 * A fact about a child or a household, with every source and its date. `seenByParty`: the family gave it or has been
 * shown it; a refusal may not rest on one that is false (forvaltningsloven § 19).
 */
export type Fact<T> = { value: T; from: FactOrigin[]; seenByParty: boolean }

/** What the child already goes to. */
export type Activity = 'none' | 'withoutPaying' | 'paying'

/** Money another funder, or another ordning, has given for the same thing. Amount in øre. */
export type PaidByOther = { purse: PurseKind; funder: string; amount: Ore; on: Day }

/** What somebody wrote about a judged criterion, in their own words. */
export type Statement = { criterionId: string; says: string }

/** Everything known about one application. A missing field is "not known", which is never the same as no. */
export type ApplicationFacts = {
  birthDay?: Fact<Day>
  gradeBeforeHoliday?: Fact<number>
  start?: Fact<Day>
  activityDay?: Fact<Day>
  /** Key of the kommune the child lives in. */
  kommune?: Fact<string>
  area?: Fact<string>
  school?: Fact<string>
  schoolReferred?: Fact<boolean>
  openCase?: Fact<boolean>
  fosterCare?: Fact<boolean>
  activity?: Fact<Activity>
  isRenewal?: Fact<boolean>
  income?: Fact<Ore>
  adults?: Fact<number>
  children?: Fact<number>
  fripladsPercent?: Fact<number>
  benefits?: Fact<(string | null)[]>
  /** An empty list means that somebody looked and found none. */
  paidByOthers?: Fact<PaidByOther[]>
  statements?: Fact<Statement>[]
  consent?: Consent
}

/** Name of a fact, as a sentence can pick it up. */
export type FactName = Exclude<keyof ApplicationFacts, 'statements' | 'consent'> | 'statement' | 'poolFree'

/** A fact as one criterion used it, ready to be shown with source and date. */
export type UsedFact = { name: FactName; value: unknown; from: FactOrigin[]; seenByParty: boolean }
