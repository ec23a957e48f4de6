export {
  actorName, isStaff, linkPurposes, staffRoles,
  type Actor, type ActorKind, type FamilyMember, type ForeningLink, type Gate, type Guide, type Job, type LinkPurpose,
  type QuestionLink, type SignupBatch, type StaffMember, type StaffRole, type Visitor,
} from './actor.ts'
export { asksForChild, decideAccess, freshProofSeconds, maySeeAddress, policy, type Action } from './policy.ts'
export type { AccessWhyNot } from './why-not.ts'
