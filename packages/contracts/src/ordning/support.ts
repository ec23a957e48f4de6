import { purseKinds, serviceKinds } from '@medspil/domain/ordning'
import * as z from 'zod/mini'
import { OreAmount } from '../shared.ts'

/** A purse of a pass. */
export const PurseKindText = z.enum(purseKinds)

/** Anything a child can be given: a purse or a service. */
export const SupportKindText = z.enum([...purseKinds, ...serviceKinds])

/** A key of an ordning or of one of its criteria, such as `hel-fritid`. */
export const Key = z.string().check(z.regex(/^[a-z0-9][a-zA-Z0-9-]{0,60}$/))

/** What a child already goes to. */
export const ActivityText = z.enum(['none', 'withoutPaying', 'paying'])

/** Money another funder gave for the same purse. Amount in øre. */
export const PaidByOtherText = z.strictObject({
  purse: PurseKindText,
  funder: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  amount: OreAmount,
})
