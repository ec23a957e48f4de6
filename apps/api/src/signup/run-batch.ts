import { transformer } from '@medspil/contracts/transformer'
import type { Database, Now } from '@medspil/db'
import { type BatchWanted, inSignupBatch, lockAndLoad, saveBatch, type StoredAnswer } from '@medspil/db/signup'
import { NotFound, Refused } from '../errors.ts'
import type { OnceKey, Outcome, QueuedAct, SignupAct, SignupResults } from './acts.ts'
import { actorIdOf, type BatchWorld, openWorld } from './batch-world.ts'
import { decideAnswer, decideCancel, decideLapse, decideTimeOut } from './decide-change.ts'
import { decideCapacity, decidePromotion } from './decide-line.ts'
import { decideDrawn } from './decide-drawn.ts'
import { decideEndedShare, decidePaid, decidePaymentStart } from './decide-paid.ts'
import { decideFriends } from './decide-friends.ts'
import { decideRequest, decideTogether } from './decide-request.ts'
import { decideReservation, releaseReservation } from './decide-reserved.ts'
import { decideExtension, decideSeatLapse } from './decide-seat.ts'

/**
 * Decides and writes a batch in one transaction: lock, load, decide each act in the order of arrival, save, commit.
 * @returns one outcome per act, in the same order, after the commit
 * @throws when the transaction failed as a whole; nothing was written then
 */
export async function runBatch(pool: Database['pool'], kommuneId: string, acts: readonly QueuedAct[]): Promise<Outcome[]> {
  const now = acts.reduce<Now>((latest, { now: at }) => (at.at > latest.at ? at : latest), acts[0]!.now)
  return inSignupBatch(pool, kommuneId, now, async (tx) => {
    const wanted = wantedOf(acts)
    const facts = await lockAndLoad(tx, wanted)
    const world = openWorld(facts, wanted, now)
    const answered = new Map(facts.answers.map((answer) => [keyOf(answer), answer]))
    const outcomes = acts.map((queued) => answerOne(world, answered, queued))
    saveBatch(tx, world.changes)
    return outcomes
  })
}

const keyOf = ({ actorId, procedure, id }: Pick<StoredAnswer, 'actorId' | 'procedure' | 'id'>): string => `${actorId}/${procedure}/${id}`

function answerOne(world: BatchWorld, answered: Map<string, StoredAnswer>, queued: QueuedAct): Outcome {
  const { act, by, once } = queued
  // Each asks as itself, and before its stored answer: whoever lost the child gets neither.
  if (!askedForBy(act).every((childId) => world.isReached(by, childId))) return { ok: false, error: new NotFound(act.kind === 'request' && act.reserved ? 'signup.request-reserved' : 'signup.request') }
  const known = once && answered.get(keyOf(once))
  if (once && known) return replay(once, known)
  try {
    const result = decide(world, queued)
    if (once) remember(world, answered, { ...once, answer: transformer.serialize(result) })
    return { ok: true, result }
  } catch (error) {
    // A refusal belongs to its own act; anything else is a fault, and the batch is taken apart to find it.
    if (error instanceof Refused || error instanceof NotFound) return { ok: false, error }
    throw error
  }
}

function replay(once: OnceKey, known: StoredAnswer): Outcome {
  return once.inputHash === known.inputHash
    ? { ok: true, result: transformer.deserialize(known.answer) as SignupResults[SignupAct['kind']] }
    : { ok: false, error: new Refused({ reason: 'same-id-other-content' }) }
}

function remember(world: BatchWorld, answered: Map<string, StoredAnswer>, answer: StoredAnswer): void {
  answered.set(keyOf(answer), answer)
  world.changes.answers.push(answer)
}

function decide(world: BatchWorld, queued: QueuedAct): SignupResults[SignupAct['kind']] {
  const { act } = queued
  switch (act.kind) {
    case 'request': return decideRequest(world, { ...queued, act })
    case 'request-together': return decideTogether(world, { ...queued, act })
    case 'request-with-friends': return decideFriends(world, { ...queued, act })
    case 'give-drawn': return decideDrawn(world, { ...queued, act })
    case 'cancel': return decideCancel(world, { ...queued, act })
    case 'answer-place': return decideAnswer(world, { ...queued, act })
    case 'lapse-offer': return decideLapse(world, { ...queued, act })
    case 'time-out-hold': return decideTimeOut(world, { ...queued, act })
    case 'lapse-seat': return decideSeatLapse(world, { ...queued, act })
    case 'extend-seat': return decideExtension(world, { ...queued, act })
    case 'start-payment': return decidePaymentStart(world, { ...queued, act })
    case 'settle-payment': return decidePaid(world, { ...queued, act })
    case 'refund-ended': return decideEndedShare(world, { ...queued, act })
    case 'promote': return decidePromotion(world, { ...queued, act })
    case 'set-capacity': return decideCapacity(world, { ...queued, act })
    case 'set-reserved': return decideReservation(world, { ...queued, act })
    case 'release-reserved': return releaseReservation(world, { ...queued, act })
  }
}

function wantedOf(acts: readonly QueuedAct[]): BatchWanted {
  const unique = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))]
  return {
    offerIds: unique(acts.flatMap(({ act }) => ('offerId' in act ? [act.offerId] : act.signups.map((signup) => signup.offerId)))),
    childIds: unique(acts.flatMap(({ act }) => ['childId' in act ? act.childId : undefined, ...othersOf(act).map((other) => other.childId)])),
    signupIds: unique(acts.flatMap(({ act }) => ['signupId' in act && act.kind !== 'request' ? act.signupId : undefined, ...(act.kind === 'answer-place' || act.kind === 'give-drawn' || 'signups' in act ? othersOf(act).map((other) => other.signupId) : [])])),
    lineOfferIds: unique(acts.map(({ act }) => (act.kind === 'promote' ? act.offerId : undefined))),
    friendGroupIds: unique(acts.map(({ act }) => (act.kind === 'request-with-friends' ? act.friendGroupId : undefined))),
    answers: acts.flatMap(({ once }) => (once ? [once] : [])),
    reaches: acts.flatMap(({ act, by }) => askedForBy(act).map((childId) => ({ kind: by.kind, actorId: actorIdOf(by) ?? '', childId }))),
  }
}

/** The children an act asks a place for in its actor's own name. */
const askedForBy = (act: SignupAct): readonly string[] =>
  act.kind === 'request' ? [act.childId] : act.kind === 'request-together' ? act.children.map(({ childId }) => childId) : act.kind === 'request-with-friends' ? act.own : []

const othersOf = (act: SignupAct): readonly { signupId: string; childId: string }[] =>
  'signups' in act ? act.signups : act.kind === 'request-together' || act.kind === 'request-with-friends' || act.kind === 'give-drawn' ? act.children : act.kind === 'answer-place' ? act.group : []
