import * as z from 'zod/mini'
import { DayText, Id, Line, mutationInput, OreAmount, OreSum, Sentences } from '../shared.ts'

const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const Word = z.string().check(z.minLength(1), z.maxLength(40))

/** One dated meeting; Danish local times. */
export const SessionText = z.strictObject({ day: DayText, timeFrom: Clock, timeTo: Clock, place: Line })
export type SessionText = z.infer<typeof SessionText>
/** Completed years on the first day, or school classes before the holiday (0 is børnehaveklassen); both included. */
export const AudienceText = z.strictObject({ kind: z.enum(['ages', 'grades']), from: z.int().check(z.minimum(0), z.maximum(99)), to: z.int().check(z.minimum(0), z.maximum(99)) })
export type AudienceText = z.infer<typeof AudienceText>

const facts = {
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), activity: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)), pictogram: z.string().check(z.regex(/^[a-z]{2,30}$/)),
  description: Sentences, audience: AudienceText, sessions: z.array(SessionText).check(z.minLength(1), z.maxLength(60)), area: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  travel: z.string().check(z.trim(), z.maxLength(200)), capacity: z.int().check(z.minimum(1), z.maximum(999)), minimum: z.nullable(z.int().check(z.minimum(1), z.maximum(999))),
  minimumDecidedOn: z.nullable(DayText), equipment: z.string().check(z.trim(), z.maxLength(500)), accessibility: z.string().check(z.trim(), z.maxLength(500)),
  supportNeeds: z.array(Word).check(z.maxLength(12)), languages: z.array(Word).check(z.maxLength(12)),
}

/** An activity of a programme as its organiser writes it; price in øre for one child, the whole activity. `offerId` null: a new one. `ask` asks the kommune to read it; else it stays a draft. */
export const SaveActivity = mutationInput({ programId: Id, offerId: z.nullable(Id), ...facts, price: OreAmount, ask: z.boolean() })
export type SaveActivity = z.infer<typeof SaveActivity>
/** The same by the kommune's own hand; `foreningId` names the organiser of a new one. It is public at once when it was. */
export const EditActivity = mutationInput({ programId: Id, offerId: z.nullable(Id), foreningId: Id, ...facts, price: OreAmount })
export type EditActivity = z.infer<typeof EditActivity>

/** Which activity, of a programme the holder may describe. */
export const OneActivity = z.strictObject({ offerId: Id })
export type OneActivity = z.infer<typeof OneActivity>
export const ListedText = z.enum(['draft', 'in-moderation', 'published', 'sent-back', 'withdrawn'])

/** The organiser takes an activity back that no child has asked for. */
export const WithdrawActivity = mutationInput({ offerId: Id })
export type WithdrawActivity = z.infer<typeof WithdrawActivity>

/** An activity with all that is written about it. `isPromised`: a child has, wants or wishes a place, or to its organiser one is kept; then days, times, ages and price stand. */
export const ActivityForm = z.strictObject({
  offerId: Id, programId: Id, foreningId: Id, foreningName: z.string(), ...facts, description: z.string(), area: z.string(), sessions: z.array(z.strictObject({ ...SessionText.shape, place: z.string() })), price: OreSum,
  listed: ListedText, note: z.nullable(z.string()), isPromised: z.boolean(),
})
export type ActivityForm = z.infer<typeof ActivityForm>
export const ActivitySaved = z.strictObject({ offerId: Id, listed: ListedText })
export type ActivitySaved = z.infer<typeof ActivitySaved>

/**
 * The programmes an organiser may describe activities for, with its own in each. `isOpen` false: the time to describe is
 * over, and the page only shows. Areas are those the kommune's offers already name. `taken` counts kept places as taken.
 */
export const OrganiserPage = z.strictObject({
  foreningName: z.string(), mayList: z.boolean(), areas: z.array(z.string()),
  programs: z.array(z.strictObject({
    programId: Id, name: z.string(), fromDay: DayText, toDay: DayText, answerBy: z.nullable(DayText), isOpen: z.boolean(),
    activities: z.array(z.strictObject({
      offerId: Id, title: z.string(), pictogram: z.string(), firstDay: DayText, lastDay: DayText, sessions: z.int(), capacity: z.int(), taken: z.int(), price: OreSum, listed: ListedText, note: z.nullable(z.string()),
      isCancelled: z.boolean(), isCopied: z.boolean(),
    })),
  })),
})
export type OrganiserPage = z.infer<typeof OrganiserPage>
