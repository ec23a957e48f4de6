import * as z from 'zod/mini'
import { Key, SupportKindText } from '../ordning/support.ts'
import { DayText, Id, Line, mutationInput, OreSum, Sentences } from '../shared.ts'
import { StatusWord, SupportAsked, Wishes } from './answers.ts'

/** Ten digits, with or without hyphen. Whether they can be a CPR number is asked of the registry, not of modulus 11. */
export const CprText = z.string().check(z.regex(/^\d{6}[ -]?\d{4}$/))

/** `purpose`: what the look-up is for, as it stands in the family's log. */
export const FindChildInput = mutationInput({ cpr: CprText, purpose: z.enum(['grant', 'nominate']) })
export type FindChildInput = z.infer<typeof FindChildInput>

/** What this fagperson can do for the child under one ordning. */
export const OpenDoor = z.strictObject({
  ordningKey: Key, ordningName: z.string(), door: z.enum(['grants', 'nominates', 'applies']), consent: z.enum(['oralOrWritten', 'written']),
  supports: z.array(z.strictObject({ kind: SupportKindText, most: z.nullable(OreSum), isEksempel: z.boolean() })),
  together: z.nullable(OreSum), months: z.array(z.number()),
  /** Reasons to choose from: the ordning's own criteria that the fagperson can speak to. */
  chips: z.array(z.strictObject({ criterionId: Key, says: z.string() })),
  /** The text to read aloud or show before consent is given; comes back as `textShown`. */
  consentText: z.string(),
})
export type OpenDoor = z.infer<typeof OpenDoor>
/** The child as the form shows it. `doors` empty: `whyNot` says which door is closed and who may. */
export const FoundChild = z.strictObject({
  childId: Id, name: z.string(), age: z.number(), school: z.nullable(z.string()),
  guardians: z.array(z.strictObject({ personId: Id, name: z.string() })),
  doors: z.array(OpenDoor),
  closed: z.array(z.strictObject({ ordningKey: Key, ordningName: z.string(), whyNot: z.string(), listed: z.array(z.string()) })),
})
export type FoundChild = z.infer<typeof FoundChild>

/** Consent as evidence: who said yes, when, how, and to which text. */
export const ConsentInput = z.strictObject({
  givenById: z.nullable(Id), givenBy: z.nullable(z.string().check(z.trim(), z.maxLength(120))), givenOn: z.nullable(DayText),
  how: z.nullable(z.enum(['oral', 'written'])), textShown: z.string().check(z.minLength(1), z.maxLength(1000)),
})

/** A grant or a nomination on one page; øre. */
export const GiveInput = mutationInput({
  childId: Id, ordningKey: Key, supports: z.array(SupportAsked).check(z.minLength(1), z.maxLength(9)),
  months: z.nullable(z.int().check(z.minimum(1), z.maximum(24))),
  /** Ids of the criteria the fagperson vouches for. */
  chips: z.array(Key).check(z.maxLength(10)),
  line: z.nullable(Line), consent: ConsentInput, wishes: Wishes, childView: Sentences,
  /** The fagperson says that the child's open case is theirs, for ordninger that ask for it. */
  openCase: z.boolean(),
})
export type GiveInput = z.infer<typeof GiveInput>
/** Granted at once, or on its way to the kommune with a date. `joined`: there was an open application, and this was added. */
export const Given = z.strictObject({
  applicationId: Id, reference: z.string(), outcome: z.enum(['granted', 'received']), joined: z.boolean(),
  fritidspasId: z.nullable(Id), answerBy: z.nullable(DayText), granted: OreSum,
})
export type Given = z.infer<typeof Given>

/** A child the fagperson has given or nominated: four words and a date, nothing of the assessment. */
export const GivenByMe = z.strictObject({
  applicationId: Id, childId: Id, childName: z.string(), ordningName: z.string(), status: StatusWord, statusOn: DayText,
  ended: z.boolean(), givenOn: DayText, consentId: z.nullable(Id), consentWithdrawn: z.boolean(),
})
export type GivenByMe = z.infer<typeof GivenByMe>
/** Newest first. */
export const GivenByMeList = z.array(GivenByMe)

/** Takes a recorded yes back, by the fagperson who recorded it or by the family. */
export const WithdrawConsentInput = mutationInput({ childId: Id, consentId: Id })
export type WithdrawConsentInput = z.infer<typeof WithdrawConsentInput>
