import type { SignupReceipt } from '@medspil/contracts/signup'
import type { AuditFacts, Now } from '@medspil/db'
import { type BatchChanges, type BatchFacts, type BatchJob, type BatchOffer, type BatchPaymentLine, type BatchSignup, type BatchWanted, type ChangedBy, holdOf, type OfferElsewhere, passOf, type SignupElsewhere } from '@medspil/db/signup'
import { type Actor, actorName } from '@medspil/domain/access'
import type { Fritidspas, Hold } from '@medspil/domain/fritidspas'
import { living, takesPlace } from '@medspil/domain/signup'
import type { Ore } from '@medspil/ledger'
import type { QueuedAct } from './acts.ts'

/** A batch's facts in memory: each decided act changes them, so that the next one sees them as they will be. */
export interface BatchWorld {
  now: Now
  offer(id: string): BatchOffer | undefined
  child(id: string): BatchFacts['children'][number] | undefined
  signup(id: string): BatchSignup | undefined
  /** What a child is in or waits for, at the batch's own offers as changed so far and elsewhere. */
  livingOf(childId: string): { signup: BatchSignup | SignupElsewhere; offer: OfferElsewhere }[]
  /** Whether the child was one of the actor's when the batch was read. */
  isReached(by: Actor, childId: string): boolean
  /** Those who wait at an offer, in the order of their numbers. */
  line(offerId: string): BatchSignup[]
  passesOf(childId: string): Fritidspas[]
  courseOf(fritidspasId: string): string | null
  pass(id: string): Fritidspas | undefined
  holdsOf(signupId: string): Hold[]
  /** What was or can be paid by card for a sign-up, and the whole of one payment. */
  paidFor(signupId: string): BatchPaymentLine[]
  linesOf(paymentId: string): BatchPaymentLine[]
  /** Writes a new sign-up and counts it. */
  add(signup: BatchSignup): void
  /** Changes a sign-up and keeps the offer's counts right. */
  change(signup: BatchSignup, part: Partial<BatchSignup>): void
  /** Sets how many places are kept for supported children, and until when. */
  keepReserved(offer: BatchOffer, reserved: number, until: string | null): void
  keepPass(pass: Fritidspas): void
  /** Remembers a hold as it stands now, so that a later act of the same batch finds it so. */
  keepHold(hold: Hold): void
  changes: BatchChanges
  audit(queued: QueuedAct, event: string, subject: { id: string; childId: string | null }, facts: AuditFacts): void
  leave(job: BatchJob): void
}

/** Opens the world over what was locked and loaded. */
export function openWorld(facts: BatchFacts, wanted: BatchWanted, now: Now): BatchWorld {
  const offers = new Map(facts.offers.map((offer) => [offer.id, offer]))
  const children = new Map(facts.children.map((child) => [child.id, child]))
  const signups = new Map(facts.signups.map((signup) => [signup.id, signup]))
  const offersElsewhere = new Map(facts.offersElsewhere.map((offer) => [offer.id, offer]))
  const ofChild = Map.groupBy<string, BatchSignup | SignupElsewhere>([...facts.signups, ...facts.signupsElsewhere], ({ childId }) => childId)
  const reached = new Set(wanted.reaches.filter((_, n) => facts.reached[n]).map(({ actorId, childId }) => `${actorId}/${childId}`))
  const passes = new Map(facts.passes.map((row) => [row.id, passOf(row)]))
  const courses = new Map(facts.passes.map((row) => [row.id, row.courseId]))
  const holds = new Map(facts.holds.map((row) => [row.id, holdOf(row)]))
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
    livingOf: (childId) => (ofChild.get(childId) ?? []).flatMap((signup) => {
      const offer = offers.get(signup.offerId) ?? offersElsewhere.get(signup.offerId)
      return offer && living.includes(signup.state) ? [{ signup, offer }] : []
    }),
    isReached: (by, childId) => reached.has(`${actorIdOf(by)}/${childId}`),
    line: (offerId) => [...signups.values()].filter((signup) => signup.offerId === offerId && signup.state === 'waiting')
      .sort((a, b) => (a.waitingNumber ?? 0) - (b.waitingNumber ?? 0)),
    passesOf: (childId) => [...passes.values()].filter((pass) => pass.childId === childId),
    courseOf: (id) => courses.get(id) ?? null,
    pass: (id) => passes.get(id),
    holdsOf: (signupId) => [...holds.values()].filter((hold) => hold.signupId === signupId),
    paidFor: (signupId) => facts.paymentLines.filter((line) => line.signupId === signupId),
    linesOf: (paymentId) => facts.paymentLines.filter((line) => line.paymentId === paymentId),
    add(signup) {
      signups.set(signup.id, signup)
      ofChild.set(signup.childId, [...ofChild.get(signup.childId) ?? [], signup])
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
    keepHold: (hold) => { holds.set(hold.id, hold) },
    audit: ({ by, now: { at } }, event, subject, facts) => {
      changes.audits.push({ by: changedBy(by, at), event, subjectId: subject.id, childId: subject.childId, facts })
    },
    leave: (job) => { changes.jobs.push(job) },
  }
}

/** The person, employee or forening behind an actor, as rows name it; null for a visitor. */
export const actorIdOf = (by: Actor): string | null => (by.kind === 'link' ? by.personId : by.id)

const changedBy = (by: QueuedAct['by'], at: Date): ChangedBy => ({ kind: by.kind, id: actorIdOf(by), name: actorName(by), at })

/** A sign-up as its family is answered. @param existing nothing new was written */
export const receiptOf = (signup: BatchSignup, existing = false): SignupReceipt => ({
  signupId: signup.id, state: signup.state, position: signup.state === 'waiting' ? signup.position : null,
  price: BigInt(signup.price), passPays: BigInt(signup.passPays), familyPays: BigInt(signup.familyPays), heldUntil: signup.heldUntil, existing,
})

/** An amount in øre out of a row. */
export const oreOf = (text: string): Ore => BigInt(text) as Ore

