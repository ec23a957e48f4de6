import type { Day } from '../day.ts'

/** The kommune's own people. The words are also the words of the database policies. */
export const staffRoles = ['fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'leader', 'administrator'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a link in a mail or an SMS may be for. */
export const linkPurposes = ['signup-answer', 'team-list', 'forening-desk', 'program-activities', 'follow-up', 'course-status'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** Nobody has logged in. */
export interface Visitor { kind: 'visitor'; kommuneId: string; id: null }
/** A guardian, or a young person from 15, logged in with private MitID. */
export interface FamilyMember { kind: 'family'; kommuneId: string; id: string; name: string; birthDay: Day; personKey: string }
/** An employee in one role; a person with two roles chooses one and always sees which. */
export interface StaffMember {
  kind: StaffRole; kommuneId: string; id: string; name: string; personKey: string
  profession: string | null; workplace: string; capOre: bigint | null
  /** Seconds since MitID was last shown, for acts that ask for fresh proof (at most 5 minutes old). */
  proofAge: number
}
/** A volunteer or paid companion, logged in with MitID. */
export interface Guide { kind: 'fritidsguide'; kommuneId: string; id: string; name: string; personKey: string }
/** Whoever holds a forening's link: no account, and no more than the one list or answer it opens. */
export interface ForeningLink { kind: 'forening'; kommuneId: string; id: string; name: string; linkId: string; purpose: LinkPurpose; subjectId: string }
/** Whoever holds a family's link with a single question. */
export interface QuestionLink { kind: 'link'; kommuneId: string; id: string; personId: string; purpose: LinkPurpose; subjectId: string }
/** The worker, in one kommune. */
export interface Job { kind: 'job'; kommuneId: string; id: null; name: string }
/** Resolves sessions and links before anybody is known. */
export interface Gate { kind: 'login'; kommuneId: string; id: null }
/** Many families' requests decided in one transaction; each was allowed on its own first. */
export interface SignupBatch { kind: 'signup-batch'; kommuneId: string; id: null }

export type Actor = Visitor | FamilyMember | StaffMember | Guide | ForeningLink | QuestionLink | Job | Gate | SignupBatch
export type ActorKind = Actor['kind']

/** The name that stands in the audit row and in "Hvem har set vores oplysninger". */
export function actorName(actor: Actor): string {
  return 'name' in actor ? actor.name : actor.kind
}

export function isStaff(actor: Actor): actor is StaffMember {
  return (staffRoles as readonly string[]).includes(actor.kind)
}
