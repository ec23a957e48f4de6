import { subtract, zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import { underCeilings, whyNotValid, type Fritidspas } from './pass.ts'
import { drawParts, partsTotal, type PurseKind, type PursePart } from './purse.ts'
import type { FritidspasWhyNot } from './why-not.ts'

/** What is asked of a pass: øre for one kind of thing, at a provider of a type, on a day. */
export type PayQuestion = { fritidspas: Fritidspas; kind: PurseKind; amount: Ore; providerType: string; today: Day }

/** What a pass may pay: the whole amount from these parts, or the reason why not. */
export type MayPay = { ok: true; parts: PursePart[] } | { ok: false; whyNot: FritidspasWhyNot }

/**
 * Whether the pass may pay the whole amount. When it has only some of it, `purse-too-small` says how much it covers.
 * Throws RangeError for an amount that is not positive.
 */
export const mayPay = ({ fritidspas, kind, amount, providerType, today }: PayQuestion): MayPay => {
  if (amount <= zero) throw new RangeError('a pass pays a positive amount')
  const notValid = whyNotValid(fritidspas, today)
  if (notValid) return { ok: false, whyNot: notValid }
  if (!fritidspas.rules.providerTypes.includes(providerType)) {
    return { ok: false, whyNot: { reason: 'provider-type-not-paid', providerType } }
  }
  if (!fritidspas.purses.some(({ pays }) => pays.includes(kind))) {
    return { ok: false, whyNot: { reason: 'kind-not-paid', kind } }
  }
  const parts = drawParts(fritidspas.purses, kind, underCeilings(fritidspas, kind, amount))
  const covered = partsTotal(parts)
  if (covered === amount) return { ok: true, parts }
  return { ok: false, whyNot: { reason: 'purse-too-small', kind, asked: amount, covered, missing: subtract(amount, covered) } }
}

/** A price as the family meets it; øre, and price = paidByPass + paidByYou. */
export type PriceAfterPass = {
  price: Ore
  paidByPass: Ore
  paidByYou: Ore
  /** Why the pass does not pay all of it; null when it does, or when there is no pass or nothing to pay. */
  whyNot: FritidspasWhyNot | null
}

/** The price after the pass, shown wherever an offer has a price. `fritidspas` is null for a child without one. */
export const priceAfterPass = ({ fritidspas, price, kind, providerType, today }: {
  fritidspas: Fritidspas | null; price: Ore; kind: PurseKind; providerType: string; today: Day
}): PriceAfterPass => {
  if (fritidspas === null || price <= zero) return { price, paidByPass: zero, paidByYou: price, whyNot: null }
  const answer = mayPay({ fritidspas, kind, amount: price, providerType, today })
  if (answer.ok) return { price, paidByPass: price, paidByYou: zero, whyNot: null }
  const paidByPass = answer.whyNot.reason === 'purse-too-small' ? answer.whyNot.covered : zero
  return { price, paidByPass, paidByYou: subtract(price, paidByPass), whyNot: answer.whyNot }
}
