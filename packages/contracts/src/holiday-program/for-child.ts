import * as z from 'zod/mini'
import { ActivityView, ProgramView } from '../holiday-program.ts'
import { DayText, Id } from '../shared.ts'
import { SignupStateName } from '../signup.ts'

/** A fagperson or fritidsvejleder looks for a child: the programme named, or the next one. */
export const FindForChild = z.strictObject({ childId: Id, programId: z.optional(Id) })
export type FindForChild = z.infer<typeof FindForChild>

/** An activity as those see it who may give its kept places; a family never gets this shape. */
export const ActivityForChild = z.extend(ActivityView, { freeReserved: z.int() })
export type ActivityForChild = z.infer<typeof ActivityForChild>

/** The child by first name, what it has in the programme, and the activities; null programme when there is none. */
export const ChildsProgram = z.strictObject({
  child: z.strictObject({ id: Id, firstName: z.string(), years: z.int() }),
  programs: z.array(z.strictObject({ id: Id, name: z.string() })),
  program: z.nullable(ProgramView), hasPass: z.boolean(), activities: z.array(ActivityForChild),
  signups: z.array(z.strictObject({ signupId: Id, offerId: Id, title: z.string(), state: SignupStateName, firstDay: DayText, lastDay: DayText, mayCancel: z.boolean() })),
})
export type ChildsProgram = z.infer<typeof ChildsProgram>
