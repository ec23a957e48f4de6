import { linkPurposes, staffRoles } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { Id, KommuneKey, Line, Moment, mutationInput } from './shared.ts'

/** What stands on every page: who is asking, and how to reach them. */
export const KommuneView = z.strictObject({
  key: KommuneKey,
  name: z.string(),
  phone: z.string(),
  phoneHours: z.string(),
  meetPlace: z.string(),
  mail: z.string(),
  /** Hex colour of the kommune. */
  colour: z.string(),
})
export type KommuneView = z.infer<typeof KommuneView>

/** Who the server takes the browser for. */
export const WhoAmI = z.strictObject({
  kind: z.enum(['visitor', 'family', 'fritidsguide', 'forening', 'link', ...staffRoles]),
  id: z.nullable(Id),
  name: z.nullable(z.string()),
  title: z.nullable(z.string()),
  /** Other roles the same person may choose. */
  otherRoles: z.array(z.strictObject({ staffId: Id, role: z.enum(staffRoles), workplace: z.string() })),
})
export type WhoAmI = z.infer<typeof WhoAmI>

/** One login of the one who asks. */
export const SessionView = z.strictObject({
  id: Id,
  startedAt: Moment,
  seenAt: Moment,
  /** The browser in its own words. */
  browser: z.string(),
  /** Whether it is the login that asks. */
  isThis: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

/** Ends one of one's own logins. */
export const EndSession = mutationInput({ sessionId: Id })
export type EndSession = z.infer<typeof EndSession>

/** Goes on in another role of one's own. */
export const ChooseRole = mutationInput({ staffId: Id })
export type ChooseRole = z.infer<typeof ChooseRole>

/** Asks who has looked at a child. */
export const WhoLookedInput = z.strictObject({ childId: Id })

/** One look at a child, as the family may read it. */
export const LookView = z.strictObject({
  at: Moment,
  who: z.string(),
  role: z.string(),
  /** The relation that gave the right to look. */
  why: z.string(),
  /** Groups of fields that were shown. */
  fields: z.array(z.string()),
})
export type LookView = z.infer<typeof LookView>

/** Opens the file of a child one has no relation to yet: by id, or by the CPR number the family gives on the phone. */
export const OpenChild = mutationInput({
  child: z.union([z.strictObject({ id: Id }), z.strictObject({ cpr: z.string().check(z.regex(/^\d{6}-?\d{4}$/)) })]),
  reason: Line,
})
export type OpenChild = z.infer<typeof OpenChild>

/** The child whose file was opened. */
export const OpenedChild = z.strictObject({ childId: Id })
export type OpenedChild = z.infer<typeof OpenedChild>

/** Looks for the leader's spot check, with the reason each was allowed for. No child's name. */
export const SpotCheckView = z.array(z.strictObject({
  id: Id,
  at: Moment,
  who: z.string(),
  role: z.string(),
  why: z.string(),
  fields: z.array(z.string()),
  procedure: z.string(),
  childId: Id,
}))
export type SpotCheckView = z.infer<typeof SpotCheckView>

/** What a link is for. */
export const OpenedLink = z.strictObject({
  purpose: z.enum(linkPurposes),
  /** Sign-up, offer, follow-up or forening, by purpose. */
  subjectId: Id,
  foreningName: z.nullable(z.string()),
  expiresAt: Moment,
  /** Whether its one answer was given. */
  isUsed: z.boolean(),
})
export type OpenedLink = z.infer<typeof OpenedLink>

/** Ends a link that was sent. */
export const RevokeLink = mutationInput({ linkId: Id })
export type RevokeLink = z.infer<typeof RevokeLink>
