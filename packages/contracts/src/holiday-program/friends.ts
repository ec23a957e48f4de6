import * as z from 'zod/mini'
import { Id, Moment, mutationInput } from '../shared.ts'

/** A code as it is typed: any case, with or without its lines. */
const TypedCode = z.string().check(z.trim(), z.minLength(12), z.maxLength(30))

/** The adult has read what it means to go along, and says yes for its child. */
const Agrees = z.literal(true)

/** Makes a friend group for one's own child. @see requestId names the group */
export const MakeFriendGroup = mutationInput({ programId: Id, childId: Id, agrees: Agrees })
export type MakeFriendGroup = z.infer<typeof MakeFriendGroup>

/** Makes a code for one more family. */
export const InviteFriend = mutationInput({ groupId: Id })
export type InviteFriend = z.infer<typeof InviteFriend>

/** Looks at what a code opens, before saying yes. */
export const OpenFriendCode = z.strictObject({ code: TypedCode })
export type OpenFriendCode = z.infer<typeof OpenFriendCode>

/** Goes along with a group by its code. */
export const JoinFriends = mutationInput({ code: TypedCode, childId: Id, agrees: Agrees })
export type JoinFriends = z.infer<typeof JoinFriends>

/** Goes along with a group again, or brings another child of the family that invites. */
export const RejoinFriends = mutationInput({ groupId: Id, childId: Id, agrees: Agrees })
export type RejoinFriends = z.infer<typeof RejoinFriends>

/** Takes one's own child out of a group. */
export const LeaveFriends = mutationInput({ groupId: Id, childId: Id })
export type LeaveFriends = z.infer<typeof LeaveFriends>

export const ShowFriends = z.strictObject({ programId: Id })
export type ShowFriends = z.infer<typeof ShowFriends>

/** A child as the other families of its group see it: first name and initial, null for one that is sheltered. */
const FriendName = z.nullable(z.string())

/** One friend group of the family's. */
export const FriendGroupView = z.strictObject({
  groupId: Id,
  /** Whether a child of mine invites, so that this family makes the codes. */
  invites: z.boolean(),
  /** My own children in it, and those that left. */
  mine: z.array(z.strictObject({ childId: Id, firstName: z.string(), hasLeft: z.boolean() })),
  /** The other families' children; empty when none of mine goes along. */
  others: z.array(z.strictObject({ name: FriendName, hasLeft: z.boolean() })),
  /** How many more children can go along. */
  free: z.int(),
  /** Codes that still let a family in; only for the family that invites. */
  codes: z.array(z.string()),
})
export type FriendGroupView = z.infer<typeof FriendGroupView>

/** A family's friend groups in one programme. */
export const FriendsView = z.strictObject({
  programId: Id, programName: z.string(), way: z.enum(['opening-minute', 'draw']),
  /** Until when groups can be made and joined; `isOpen` at the server's moment. */
  closesAt: Moment, isOpen: z.boolean(),
  /** My children who go with no group here. */
  free: z.array(z.strictObject({ childId: Id, firstName: z.string() })),
  groups: z.array(FriendGroupView),
})
export type FriendsView = z.infer<typeof FriendsView>

/** What a code opens: who invites, to what, and how many children go along already. */
export const FriendInvitation = z.strictObject({ programId: Id, programName: z.string(), way: z.enum(['opening-minute', 'draw']), name: FriendName, children: z.int() })
export type FriendInvitation = z.infer<typeof FriendInvitation>
