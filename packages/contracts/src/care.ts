import * as z from 'zod/mini'
import { DayText, Id, Moment, mutationInput } from './shared.ts'

/** A few words for the adults on the spot; empty is nothing to know. */
const CareText = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(300)))
/** A number to ring, as people write it; foreign ones are welcome. */
const PhoneText = z.nullable(z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 ()-]{5,22}$/)))

/** What the adults of one activity must know of one child. Null is nothing to know, or not said. */
export const CareNoteText = z.strictObject({ allergies: CareText, medicine: CareText, fetchedBy: CareText, emergencyPhone: PhoneText, photoConsent: z.boolean() })
export type CareNoteText = z.infer<typeof CareNoteText>

/** A sign-up of one of my children. */
export const CareOf = z.strictObject({ signupId: Id })
export type CareOf = z.infer<typeof CareOf>

/**
 * A sign-up's care note as its family sees it, with the days it is open to the activity's adults and the day it is erased.
 * `isHidden`: an adult of another, protected home wrote who may fetch and whom to ring; those two are not shown, and stay when left empty.
 */
export const CareView = z.strictObject({
  signupId: Id, childFirstName: z.string(), title: z.string(), foreningName: z.string(), opensOn: DayText, closesOn: DayText, erasedOn: DayText,
  mayWrite: z.boolean(), note: z.nullable(CareNoteText), writtenAt: z.nullable(Moment), isHidden: z.boolean(),
  /** The child has a note at another activity that can be copied. */
  hasEarlier: z.boolean(),
})
export type CareView = z.infer<typeof CareView>

/** The child's last note at another activity, copied on request; null when there is none. */
export const EarlierNote = z.nullable(CareNoteText)
export type EarlierNote = z.infer<typeof EarlierNote>

export const SaveCareNote = mutationInput({ signupId: Id, note: CareNoteText })
export type SaveCareNote = z.infer<typeof SaveCareNote>
export const EraseCareNote = mutationInput({ signupId: Id })
export type EraseCareNote = z.infer<typeof EraseCareNote>

/**
 * The care notes of one activity, for the holder of its day list, in the days the kommune sets; outside them `notes` is
 * empty. `rowId` is the child's row on the day list. `opensOn` and `shredOn` null: not an activity with care notes.
 */
export const TeamCare = z.strictObject({
  isOpen: z.boolean(), opensOn: z.nullable(DayText), shredOn: z.nullable(DayText),
  notes: z.array(z.extend(CareNoteText, { rowId: Id })),
})
export type TeamCare = z.infer<typeof TeamCare>
