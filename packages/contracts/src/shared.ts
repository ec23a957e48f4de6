import { languages } from '@medspil/domain/language'
import * as z from 'zod/mini'

/** An id made by the client (uuid v7), so that sending twice is one act. */
export const Id = z.uuid()

/** Whether no id stands there twice, in whatever case it was written. */
export const isDistinct = (ids: readonly string[]): boolean => new Set(ids.map((id) => id.toLowerCase())).size === ids.length

/** A calendar day, ISO. */
export const DayText = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** A moment in UTC, ISO. */
export const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/))

/** Whole øre; at most ten million kroner, far above any pass or pool line. */
export const OreAmount = z.bigint().check(z.nonnegative(), z.maximum(1_000_000_000n))

/** A sum that may be shown but never sent, such as a pool's total: no upper bound, may be negative. */
export const OreSum = z.bigint()

/** One line written by a person. */
export const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))

/** Whether a text holds ten digits in the shape of a CPR number, which no free text may. */
export const looksLikeCpr = (text: string): boolean => /(?<!\d)\d{6}[ -]?\d{4}(?!\d)/.test(text)

/** A few sentences written by a person. */
export const Sentences = z.string().check(z.trim(), z.maxLength(2000))

/** The kommune's key in an address: `slagelse`. */
export const KommuneKey = z.string().check(z.regex(/^[a-z]{2,20}$/))

export const LanguageCode = z.enum(languages)

/**
 * The input of a mutation. `requestId` is made by the client and stored before sending: the same id gets the same answer,
 * another content under it is refused. What the mutation creates takes this id as its own.
 */
export function mutationInput<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject({ ...shape, requestId: Id })
}

/** An answer that only says that it was done. */
export const Done = z.strictObject({ done: z.literal(true) })
