import * as z from 'zod/mini'
import { DayText, Id, Line, mutationInput, OreAmount, OreSum, Sentences } from '../shared.ts'

export const OfferStateText = z.enum(['draft', 'in-moderation', 'published', 'sent-back', 'withdrawn'])
const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const Age = z.int().check(z.minimum(0), z.maximum(99))

const facts = {
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), activity: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)), description: Sentences,
  ageFrom: Age, ageTo: Age, weekday: z.int().check(z.minimum(1), z.maximum(7)), timeFrom: Clock, timeTo: Clock,
  place: Line, area: z.string().check(z.trim(), z.maxLength(80)), travel: z.string().check(z.trim(), z.maxLength(200)),
  seasonFrom: DayText, seasonTo: DayText, capacity: z.int().check(z.minimum(1), z.maximum(999)), trialFree: z.boolean(),
  supportNeeds: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(12)), pictogram: z.string().check(z.regex(/^[a-z]{2,30}$/)),
}

/** A season team as the chair writes it; price in øre for the whole season. `offerId` null: a new one. Saving asks for moderation. */
export const SaveOfferInput = mutationInput({ offerId: z.nullable(Id), ...facts, price: OreAmount })
export type SaveOfferInput = z.infer<typeof SaveOfferInput>

/** An offer with all that is written about it. */
export const OfferForm = z.strictObject({ offerId: Id, ...facts, weekday: z.nullable(z.number()), description: z.string(), place: z.string(), price: OreSum, state: OfferStateText, moderationNote: z.nullable(z.string()) })
export type OfferForm = z.infer<typeof OfferForm>
export const OfferFormInput = z.strictObject({ offerId: Id })
export type OfferFormInput = z.infer<typeof OfferFormInput>
/** The offer's new state. */
export const OfferSaved = z.strictObject({ offerId: Id, state: OfferStateText })
export type OfferSaved = z.infer<typeof OfferSaved>

/** Offers that wait to be read before the public sees them, oldest first. */
export const ModerationList = z.array(z.strictObject({ ...OfferForm.shape, foreningId: Id, foreningName: z.string(), mayList: z.boolean() }))
export type ModerationList = z.infer<typeof ModerationList>
/** Publishes an offer, or sends it back with a note to the forening. */
export const ModerateOfferInput = mutationInput({ offerId: Id, verdict: z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish') }), z.strictObject({ kind: z.literal('send-back'), note: Sentences.check(z.minLength(1)) }),
]) })
export type ModerateOfferInput = z.infer<typeof ModerateOfferInput>
