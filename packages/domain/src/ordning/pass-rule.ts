import { min, ore, shareRoundedDown, subtract, zero, type Ore } from '@medspil/ledger'
import type { NoShowRule } from '../subsidy/index.ts'
import type { GrantRole } from './grant-role.ts'
import { given, type Leaf } from './leaf.ts'
import type { PeriodRule } from './period.ts'

/** What money can be given for. `kit` is clothes and kit; `trip` is trips and tournaments. */
export const purseKinds = ['kontingent', 'kit', 'trip', 'camp', 'transport'] as const
/** One of `purseKinds`. */
export type PurseKind = (typeof purseKinds)[number]

/** Help that is not money in a purse; decided, counted and ended on its own (schemes.md 5.4). */
export const serviceKinds = ['guidance', 'guideHours', 'reservedPlace', 'signUpForFamily'] as const
/** One of `serviceKinds`. */
export type ServiceKind = (typeof serviceKinds)[number]

/** Anything a child can be given under an ordning. */
export type SupportKind = PurseKind | ServiceKind

/**
 * The most that may be given in one period. `none`: only the ceiling over all purses holds. `foreningRate`: never above
 * the forening's own rate, and at most `atMost` (Rødovre). `events`: a number of single events. `judged`: one by one.
 */
export type Ceiling =
  | { kind: 'none' } | { kind: 'judged' }
  | { kind: 'amount'; amount: Leaf<Ore> }
  | { kind: 'foreningRate'; atMost: Leaf<Ore> }
  | { kind: 'events'; count: Leaf<number>; each: Leaf<Ore> }

/** A purse of the pass; `ages` limits it to some ages, both included (Vesthimmerland: 18–21 only kontingent). */
export type PurseRule = { kind: PurseKind; ceiling: Ceiling; ages: { kind: 'all' } | { kind: 'span'; from: number; to: number } }

/** Types of providers (schemes.md 6). */
export const providerTypes = ['approvedFolkeoplysende', 'otherForening', 'private', 'kommunal', 'institution', 'selfOrganised'] as const
/** One of `providerTypes`. */
export type ProviderType = (typeof providerTypes)[number]

/** Who gets the money. */
export type Receiver = 'forening' | 'provider' | 'familyOnReceipt' | 'guideThroughPayroll' | 'actorInInstalments'

/**
 * The family's own part of a price. `stepwise`: percent of the price per period, the last one holding on.
 * `savingsPlan`: the family saves `monthly` øre beside the pass and takes over when it ends.
 */
export type OwnShare =
  | { kind: 'none' } | { kind: 'fixed'; amount: Leaf<Ore> } | { kind: 'percent'; percent: Leaf<number> }
  | { kind: 'stepwise'; percents: Leaf<number[]> } | { kind: 'savingsPlan'; monthly: Leaf<Ore> }
  | { kind: 'feePerActivity'; amount: Leaf<Ore> }

/** What a fee is worth when the child never came or withdrew, each part as a value of the ordning. */
export type NoShowLeaves = { [K in keyof NoShowRule]: Leaf<NoShowRule[K]> }

/** The money side of an ordning. */
export type PassRule =
  | { kind: 'notOffered' }
  | {
    kind: 'offered'
    by: Leaf<GrantRole[]>
    purses: PurseRule[]
    together: Ceiling
    /** Whether money may flow between purses; false: kit money never pays kontingent. */
    mayFlow: Leaf<boolean>
    period: PeriodRule
    providers: Leaf<ProviderType[]>
    receiver: Leaf<Receiver>
    paidWhen: Leaf<'afterConfirmation' | 'onReceipt' | 'partInAdvance'>
    ownShare: OwnShare
    poolEmpty: Leaf<'stop' | 'queue'>
    /** What a fee is worth when the child never came or withdrew; what follows from it is in `subsidy/no-show.ts`. */
    noShow: NoShowLeaves
  }

/** A pass rule that offers money. */
export type OfferedPass = Extract<PassRule, { kind: 'offered' }>

/** Why the ordning does not pay here. */
export type ProviderWhyNot =
  | { reason: 'provider-type-not-accepted'; type: ProviderType; accepted: ProviderType[] }
  | { reason: 'pass-not-offered' }

/** Whether the pass may be used at this type of provider. A type nobody has decided on is not accepted. */
export const acceptsProvider = (pass: PassRule, type: ProviderType): { ok: true } | { ok: false; whyNot: ProviderWhyNot } => {
  if (pass.kind === 'notOffered') return { ok: false, whyNot: { reason: 'pass-not-offered' } }
  const accepted = given(pass.providers) ?? []
  return accepted.includes(type) ? { ok: true } : { ok: false, whyNot: { reason: 'provider-type-not-accepted', type, accepted } }
}

/**
 * The most a ceiling allows in one period, øre. `null` means that the ceiling itself sets no sum (none, judged).
 * @param foreningRate what the forening asks of everybody, øre; limits a `foreningRate` ceiling
 */
export const ceilingAmount = (ceiling: Ceiling, foreningRate?: Ore): Ore | null => {
  switch (ceiling.kind) {
    case 'none': case 'judged':
      return null
    case 'amount':
      return given(ceiling.amount)
    case 'foreningRate': {
      const atMost = given(ceiling.atMost)
      return atMost === null || foreningRate === undefined ? atMost : min(atMost, foreningRate)
    }
    case 'events': {
      const [count, each] = [given(ceiling.count), given(ceiling.each)]
      return count === null || each === null ? null : ore(each * BigInt(count))
    }
  }
}

/** The no-show rule of an ordning; null while a part of it has not been given, so that nobody guesses. */
export const noShowRuleOf = (pass: PassRule): NoShowRule | null => {
  if (pass.kind === 'notOffered') return null
  const [neverCame, withdrew, moneyGoesTo] = [given(pass.noShow.neverCame), given(pass.noShow.withdrew), given(pass.noShow.moneyGoesTo)]
  return neverCame === null || withdrew === null || moneyGoesTo === null ? null : { neverCame, withdrew, moneyGoesTo }
}

/** The purses open to a child of this age, in the ordning's order. */
export const pursesAt = (pass: PassRule, age: number | null): PurseRule[] =>
  pass.kind === 'notOffered' ? [] : pass.purses.filter(({ ages }) =>
    ages.kind === 'all' || (age !== null && age >= ages.from && age <= ages.to))

/**
 * The family's own part of one price, øre; never above the price. Null when the rule's value has not been given.
 * @param periodNumber 1 in the child's first period under the ordning; only `stepwise` looks at it
 */
export const ownShareOf = (rule: OwnShare, price: Ore, periodNumber: number): Ore | null => {
  switch (rule.kind) {
    case 'none': case 'savingsPlan':
      return zero
    case 'fixed': case 'feePerActivity': {
      const amount = given(rule.amount)
      return amount === null ? null : min(amount, price)
    }
    case 'percent':
      return percentOf(given(rule.percent), price)
    case 'stepwise': {
      const percents = given(rule.percents)
      return percents === null ? null : percentOf(percents[periodNumber - 1] ?? percents.at(-1) ?? null, price)
    }
  }
}

/** The pass's part is rounded down by the house rule; the family's part is the rest, so that no øre is lost. */
const percentOf = (percent: number | null, price: Ore): Ore | null =>
  percent === null ? null : subtract(price, shareRoundedDown(price, BigInt(100 - percent), 100n))
