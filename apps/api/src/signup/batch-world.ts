import type { SignupReceipt } from '@medspil/contracts/signup'
import type { AuditFacts, Now } from '@medspil/db'
import { type BatchChanges, type BatchFacts, type BatchJob, type BatchOffer, type BatchPaymentLine, type BatchSignup, type ChangedBy, holdOf, passOf } from '@medspil/db/signup'
import { actorName } from '@medspil/domain/access'
import type { Fritidspas } from '@medspil/domain/fritidspas'
import { takesPlace } from '@medspil/domain/signup'
import type { Ore } from '@medspil/ledger'
import type { QueuedAct } from './acts.ts'

/** A batch's facts in memory: each decided act changes them, so that the next one sees them as they will be. */
export interface BatchWorld {
  now: Now
  offer(id: string): BatchOffer | undefined
  child(id: string): BatchFacts['children'][number] | undefined
  signup(id: string): BatchSignup | undefined
  /** A child's sign-ups, as changed so far. */
  signupsOf(childId: string): BatchSignup[]
  /** Those who wait at an offer, in the order of their numbers. */
  line(offerId: string): BatchSignup[]
  passesOf(childId: string): Fritidspas[]
  courseOf(fritidspasId: string): string | null
  pass(id: string): Fritidspas | undefined
  holdsOf(signupId: string): BatchChanges['changedHolds']
  /** What was or can be paid by card for a sign-up, and the whole of one payment. */
  paidFor(signupId: string): BatchPaymentLine[]
  linesOf(paymentId: string): BatchPaymentLine[]
  /** Who goes along in a friend group of a programme, each with the adult whose yes it is. */
  agreedIn(friendGroupId: string, programId: string | null): ReadonlyMap<string, string>
  /** Writes a new sign-up and counts it. */
  add(signup: BatchSignup): void
  /** Changes a sign-up and keeps the offer's counts right. */
  change(signup: BatchSignup, part: Partial<BatchSignup>): void
  /** Sets how many places are kept for supported children, and until when. */
  keepReserved(offer: BatchOffer, reserved: number, until: string | null): void
  keepPass(pass: Fritidspas): void
  changes: BatchChanges
  audit(queued: QueuedAct, event: string, subject: { id: string; childId: string | null }, facts: AuditFacts): void
  leave(job: BatchJob): void
}

/** Opens the world over what was locked and loaded. */
export function openWorld(facts: BatchFacts, now: Now): BatchWorld {
  const offers = new Map(facts.offers.map((offer) => [offer.id, offer]))
  const children = new Map(facts.children.map((child) => [child.id, child]))
  const signups = new Map(facts.signups.map((signup) => [signup.id, signup]))
  const passes = new Map(facts.passes.map((row) => [row.id, passOf(row)]))
  const courses = new Map(facts.passes.map((row) => [row.id, row.courseId]))
  const holds = facts.holds.map(holdOf)
  const changes: BatchChanges = {
    newSignups: [], changedSignups: [], capacities: [], reservations: [], passes: [], newHolds: [], changedHolds: [], entries: [], payments: [], refunds: [], outcomes: [], audits: [], jobs: [], answers: [],
  }
  const count = ({ offerId, state, reserved }: BatchSignup, by: 1 | -1) => {
    const offer = offers.get(offerId)
    if (!offer) return
    if (takesPlace(state)) offer.taken += by
    if (takesPlace(state) && reserved) offer.reservedTaken += by
    if (state === 'waiting') offer.waiting += by
  }
  return {
    now, changes,
    offer: (id) => offers.get(id),
    child: (id) => children.get(id),
    signup: (id) => signups.get(id),
    signupsOf: (childId) => [...signups.values()].filter((signup) => signup.childId === childId),
    line: (offerId) => [...signups.values()].filter((signup) => signup.offerId === offerId && signup.state === 'waiting')
      .sort((a, b) => (a.waitingNumber ?? 0) - (b.waitingNumber ?? 0)),
    passesOf: (childId) => [...passes.values()].filter((pass) => pass.childId === childId),
    courseOf: (id) => courses.get(id) ?? null,
    pass: (id) => passes.get(id),
    holdsOf: (signupId) => holds.filter((hold) => hold.signupId === signupId),
    paidFor: (signupId) => facts.paymentLines.filter((line) => line.signupId === signupId),
    linesOf: (paymentId) => facts.paymentLines.filter((line) => line.paymentId === paymentId),
    agreedIn: (id, inProgram) => new Map(facts.consents.filter(({ groupId, programId }) => groupId === id && programId === inProgram).map(({ childId, agreedBy }) => [childId, agreedBy])),
    add(signup) {
      signups.set(signup.id, signup)
      changes.newSignups.push(signup)
      count(signup, 1)
    },
    change(signup, part) {
      count(signup, -1)
      Object.assign(signup, part)
      count(signup, 1)
      if (!changes.changedSignups.includes(signup)) changes.changedSignups.push(signup)
    },
    keepReserved(offer, reserved, until) {
      Object.assign(offer, { reserved, reservedUntil: until })
      changes.reservations = [...changes.reservations.filter(({ offerId }) => offerId !== offer.id), { offerId: offer.id, reserved, until }]
    },
    keepPass(pass) {
      passes.set(pass.id, pass)
      changes.passes = [...changes.passes.filter(({ id }) => id !== pass.id), pass]
    },
    audit: ({ by, now: { at } }, event, subject, facts) => {
      changes.audits.push({ by: changedBy(by, at), event, subjectId: subject.id, childId: subject.childId, facts })
    },
    leave: (job) => { changes.jobs.push(job) },
  }
}

const changedBy = (by: QueuedAct['by'], at: Date): ChangedBy => ({ kind: by.kind, id: by.kind === 'link' ? by.personId : by.id, name: actorName(by), at })

/** A sign-up as its family is answered. @param existing nothing new was written */
export const receiptOf = (signup: BatchSignup, existing = false): SignupReceipt => ({
  signupId: signup.id, state: signup.state, position: signup.state === 'waiting' ? signup.position : null,
  price: BigInt(signup.price), passPays: BigInt(signup.passPays), familyPays: BigInt(signup.familyPays), heldUntil: signup.heldUntil, existing,
})

/** An amount in øre out of a row. */
export const oreOf = (text: string): Ore => BigInt(text) as Ore

