import type { Fit } from '@medspil/domain/offer'
import type { FritidspasWhyNot } from '@medspil/domain/fritidspas'
import * as z from 'zod/mini'
import { DayText, Id, OreAmount } from './shared.ts'

/** A price after the pass, øre: price = paidByPass + paidByYou. `whyNot` says why the pass does not pay all; null when it does, or there is none. */
export const PriceView = z.strictObject({
  price: OreAmount, paidByPass: OreAmount, paidByYou: OreAmount,
  whyNot: z.nullable(z.custom<FritidspasWhyNot>((value) => typeof value === 'object' && value !== null && 'reason' in value)),
})
export type PriceView = z.infer<typeof PriceView>

/** What one of my children is told about an offer. `signupId` is its place or number there already. */
export const ForChild = z.strictObject({
  fit: z.custom<Fit>((value) => typeof value === 'object' && value !== null && 'because' in value),
  price: PriceView,
  hasPass: z.boolean(),
  signupId: z.nullable(Id),
})
export type ForChild = z.infer<typeof ForChild>

/** Choices of a plain list; what is left out asks for nothing. `childId` needs a login and shows what fits first. */
export const OfferFilter = z.strictObject({
  childId: z.optional(Id),
  age: z.optional(z.int().check(z.nonnegative(), z.maximum(120))),
  weekday: z.optional(z.int().check(z.minimum(1), z.maximum(7))),
  area: z.optional(z.string().check(z.maxLength(100))),
  text: z.optional(z.string().check(z.maxLength(100))),
})
export type OfferFilter = z.infer<typeof OfferFilter>

/** An offer as the public sees it. Places are children. */
export const OfferView = z.strictObject({
  id: Id, title: z.string(), foreningName: z.string(), activity: z.string(), pictogram: z.string(),
  ageFrom: z.int(), ageTo: z.int(), weekday: z.nullable(z.int()), timeFrom: z.string(), timeTo: z.string(),
  place: z.string(), area: z.string(), travel: z.string(), price: OreAmount, priceKind: z.string(),
  firstDay: DayText, lastDay: DayText, trialFree: z.boolean(), supportNeeds: z.array(z.string()),
  /** Places that can be taken now: none while somebody waits in line. */
  freePlaces: z.int(), capacity: z.int(), waiting: z.int(),
  forChild: z.nullable(ForChild),
})
export type OfferView = z.infer<typeof OfferView>

/** One offer with its own words and next meetings. */
export const OfferDetail = z.extend(OfferView, {
  description: z.string(),
  occurrences: z.array(z.strictObject({ day: DayText, timeFrom: z.string(), timeTo: z.string(), place: z.string() })),
  programId: z.nullable(Id),
  /** What to bring, how to get in, and the languages that are spoken there, in the organiser's words. */
  equipment: z.string(), accessibility: z.string(), languages: z.array(z.string()),
  /** School classes admitted, both included; null when age decides. */
  grades: z.nullable(z.strictObject({ from: z.int(), to: z.int() })),
  /** Fewest children it is held with, and the day on which that is decided; null is held whatever the number. */
  minimum: z.nullable(z.int()), minimumDecidedOn: z.nullable(DayText),
  /** Last days to say no and what share of the own payment, in per cent, comes back; empty for a season team. */
  refunds: z.array(z.strictObject({ lastDay: DayText, percent: z.int() })),
})
export type OfferDetail = z.infer<typeof OfferDetail>

/** Which offer, and for which of my children. */
export const ShowOffer = z.strictObject({ offerId: Id, childId: z.optional(Id) })
export type ShowOffer = z.infer<typeof ShowOffer>

/** The offers, and the areas to choose among. */
export const OfferList = z.strictObject({ offers: z.array(OfferView), areas: z.array(z.string()) })
export type OfferList = z.infer<typeof OfferList>
