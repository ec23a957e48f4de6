import { whyNotAdmitted } from '../admission.ts'
import type { Day } from '../day.ts'
import { openBook, type Book } from './book.ts'
import { clashOf, stageAt } from './facts.ts'
import type { Activity, HeldSignup, LimitStage, SigningChild, SignupRequest } from './facts.ts'
import type { SignupWhyNot } from './why-not.ts'

/**
 * The answer to one request. `existing` means that the child had this place or number already and that nothing new is
 * written. `position` counts from 1.
 */
export type SignupAnswer = { requestId: string } & (
  | { kind: 'place'; signupId: string; existing: boolean; reserved: boolean }
  | { kind: 'waiting'; signupId: string; existing: boolean; position: number }
  | { kind: 'refused'; whyNot: SignupWhyNot }
)

/**
 * What a batch is decided on. Requests are in the order in which they arrived; all requests of one group are in the
 * same batch and are decided when its first one is reached. `today` is the local day.
 */
export type SignupBatch = {
  today: Day
  activities: readonly Activity[]
  children: ReadonlyMap<string, SigningChild>
  /** Stages per limit group, each ordered by `from`; a group without stages has no limit. */
  limits: ReadonlyMap<string, readonly LimitStage[]>
  requests: readonly SignupRequest[]
}

type Wish = 'place-if-free' | 'waiting'
type Step = { book: Book; limits: SignupBatch['limits']; today: Day }

/**
 * Decides a batch of sign-ups, for season offers and holiday activities alike, in order and with running counts: no
 * activity holds more children than its capacity, no child more than its limit, no group is half placed, and waiting
 * positions have no gaps. One answer per request, in the same order; a refused request never changes its neighbours'.
 */
export const decideSignups = (batch: SignupBatch): SignupAnswer[] => {
  const step: Step = { book: openBook(batch.activities, batch.children), limits: batch.limits, today: batch.today }
  const answers = new Map<string, SignupAnswer>()
  for (const request of batch.requests) {
    if (answers.has(request.requestId)) continue
    const together = request.groupId === null
      ? [request] : batch.requests.filter((other) => other.groupId === request.groupId)
    for (const answer of decideTogether(step, together)) answers.set(answer.requestId, answer)
  }
  return batch.requests.map((request) => answers.get(request.requestId)!)
}

const decideTogether = (step: Step, requests: readonly SignupRequest[]): SignupAnswer[] => {
  const mark = step.book.mark()
  const first = decideInOrder(step, requests, 'place-if-free')
  if (requests.length === 1 || isWhole(first)) return first

  step.book.undoTo(mark)
  const second = first.some(isRefused) ? first : decideInOrder(step, requests, 'waiting')
  const culprit = second.findIndex(isRefused)
  if (culprit < 0) return second
  step.book.undoTo(mark)
  return refuseGroup(step.book, requests, requests[culprit]!, second[culprit]!)
}

const isRefused = (answer: SignupAnswer): boolean => answer.kind === 'refused'

const decideInOrder = (step: Step, requests: readonly SignupRequest[], wish: Wish): SignupAnswer[] =>
  requests.map((request) => {
    const answer = decideOne(step, request, wish)
    if (answer.kind !== 'refused' && !answer.existing) {
      const activity = step.book.activity(request.activityId)!
      step.book.record(request.childId, { ...answer, activity } satisfies HeldSignup)
    }
    return answer
  })

// Answers that existed before are no part of the promise: they are neither given nor taken back here.
const isWhole = (answers: readonly SignupAnswer[]): boolean => {
  const kinds = new Set(answers.filter((a) => a.kind === 'refused' || !a.existing).map((a) => a.kind))
  return kinds.size <= 1 && !kinds.has('refused')
}

const refuseGroup = (
  book: Book, requests: readonly SignupRequest[], culprit: SignupRequest, refusal: SignupAnswer,
): SignupAnswer[] => {
  if (refusal.kind !== 'refused') throw new TypeError('a group is refused because of a refusal')
  const { requestId, childId } = culprit
  const whyNot: SignupWhyNot = { reason: 'group-member-refused', requestId, childId, because: refusal.whyNot }
  return requests.map((request) =>
    request === culprit ? refusal
      : existingAnswer(book, request) ?? { requestId: request.requestId, kind: 'refused', whyNot })
}

const existingAnswer = (book: Book, { requestId, childId, activityId }: SignupRequest): SignupAnswer | null => {
  const held = book.held(childId).find((signup) => signup.activity.id === activityId)
  if (!held) return null
  const { signupId } = held
  return held.kind === 'place'
    ? { requestId, kind: 'place', signupId, existing: true, reserved: held.reserved }
    : { requestId, kind: 'waiting', signupId, existing: true, position: held.position }
}

const decideOne = (step: Step, request: SignupRequest, wish: Wish): SignupAnswer => {
  const { requestId, signupId, childId, activityId } = request
  const { book } = step
  const existing = existingAnswer(book, request)
  if (existing) return existing
  const [activity, child] = [book.activity(activityId), book.child(childId)]
  if (!activity || !child) return { requestId, kind: 'refused', whyNot: { reason: 'activity-not-offered', activityId } }
  const whyNot = whyNotOpen(activity, request, step.today) ?? whyNotForChild(step, request, activity, child)
  if (whyNot) return { requestId, kind: 'refused', whyNot }

  // A free place while others wait is on its way to them: nobody passes the line by asking late.
  const waiting = book.waiting(activityId)
  const reserved = request.reserved && book.freeReserved(activityId) > 0
  const takesPlace = wish === 'place-if-free' && (reserved || (waiting === 0 && book.free(activityId) > 0))
  if (takesPlace) return { requestId, kind: 'place', signupId, existing: false, reserved }
  const tooMany = whyNotWaiting(step, request, activity, waiting)
  if (tooMany) return { requestId, kind: 'refused', whyNot: tooMany }
  return { requestId, kind: 'waiting', signupId, existing: false, position: waiting + 1 }
}

const whyNotOpen = (activity: Activity, { at }: SignupRequest, today: Day): SignupWhyNot | null => {
  const { opens, closes } = activity
  if (activity.cancelled) return { reason: 'activity-cancelled', activityId: activity.id }
  if (opens !== null && at < opens) return { reason: 'signup-not-open-yet', opens }
  if (closes !== null && at >= closes) return { reason: 'signup-closed', closed: closes }
  return activity.lastDay < today || at >= activity.lastBegins ? { reason: 'activity-over', lastDay: activity.lastDay } : null
}

const whyNotForChild = (
  step: Step, request: SignupRequest, activity: Activity, child: SigningChild,
): SignupWhyNot | null =>
  whyNotAdmitted(activity.admits, child, activity.firstDay)
  ?? whyNotOverLimit(step, request, activity)
  ?? whyNotClash(step, request, activity)

const heldInGroup = (book: Book, childId: string, group: string, kind: HeldSignup['kind']): number =>
  book.held(childId).filter((held) => held.kind === kind && held.activity.limitGroup === group).length

const whyNotOverLimit = ({ book, limits }: Step, request: SignupRequest, activity: Activity): SignupWhyNot | null => {
  const group = activity.limitGroup
  const stages = group === null ? undefined : limits.get(group)
  if (group === null || stages === undefined || stages.length === 0) return null
  const { now, next } = stageAt(stages, request.at)
  if (now === null) return { reason: 'signup-not-open-yet', opens: next!.from }
  if (now.places === null || heldInGroup(book, request.childId, group, 'place') < now.places) return null
  return {
    reason: 'child-limit-reached', limit: now.places, next: next && { from: next.from, limit: next.places },
  }
}

const whyNotWaiting = (
  { book, limits }: Step, request: SignupRequest, activity: Activity, waiting: number,
): SignupWhyNot | null => {
  const { waitingLimit, limitGroup: group } = activity
  if (waitingLimit !== null && waiting >= waitingLimit) return { reason: 'waiting-list-full', limit: waitingLimit }
  const { now, next } = stageAt((group !== null && limits.get(group)) || [], request.at)
  if (group === null || now === null || now.waiting === null) return null
  if (heldInGroup(book, request.childId, group, 'waiting') < now.waiting) return null
  return {
    reason: 'waiting-limit-reached', limit: now.waiting, next: next && { from: next.from, limit: next.waiting },
  }
}

const whyNotClash = ({ book }: Step, request: SignupRequest, activity: Activity): SignupWhyNot | null => {
  if (request.acceptsClash) return null
  for (const held of book.held(request.childId)) {
    const clash = held.kind === 'place' ? clashOf(held.activity.occurrences, activity.occurrences, activity.travel) : null
    if (!clash) continue
    const about = { signupId: held.signupId, activityId: held.activity.id, on: clash.on }
    return clash.kind === 'same-time' ? { reason: 'clashes-with-place', ...about }
      : { reason: 'no-time-between-places', ...about, minutes: clash.minutes, needed: clash.needed }
  }
  return null
}
