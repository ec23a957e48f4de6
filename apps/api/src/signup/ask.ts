import type { AnswerPlace, CancelSignup, CapacityView, ExtendSeat, RequestReserved, RequestSignup, RequestTogether, RequestWithFriends, ReservedView, SetCapacity, SetReserved, SignupReceipt } from '@medspil/contracts/signup'
import { newId } from '@medspil/db'
import { findSignup, loadGroup } from '@medspil/db/signup'
import { loadOfferForening } from '@medspil/db/offer'
import { type Action, decideAccess } from '@medspil/domain/access'
import { day } from '@medspil/domain/day'
import { isHeldForPayment } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import { holderOf } from '../forening/index.ts'
import { allow } from '../shell.ts'
import { hashOf } from '../trpc/once.ts'
import type { Context } from '../trpc/procedure.ts'
import type { OnceKey } from './acts.ts'
import { actorIdOf } from './batch-world.ts'
import { loadGoingAlong } from './going-along.ts'
import { signupBatcher } from './signup-batcher.ts'

/**
 * The citizen's doors to the sign-up batch. They open no transaction around the act: each is allowed on its own first,
 * queues, and is answered after the batch has committed. Whether a child is one of the asker's is asked in the batch, since a
 * thousand families ask it in the opening minute.
 */

/**
 * Asks for a place for a child: a place with its money, or a number in the line.
 * @param input.requestId uuid v7 made by the caller; the sign-up takes it as its id
 * @throws Refused with the rule's reason; NotFound when the child is not the actor's
 */
export const requestSignup = (ctx: Context, input: RequestSignup): Promise<SignupReceipt> => request(ctx, input, false)

/**
 * Asks for places for several children of the actor at one activity: all of them or none.
 * @param input.requestId names the request; each child brings the id of its own sign-up
 */
export async function requestTogether(ctx: Context, input: RequestTogether): Promise<SignupReceipt[]> {
  const now = ctx.clock()
  allowKind(ctx, 'signup.request')
  const { offerId, acceptsClash, children } = input
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'request-together', groupId: newId(), offerId, acceptsClash, children }, by: ctx.actor, now, once: onceKey(ctx, 'signup.requestTogether', input),
  })
}

/**
 * Asks for places for a whole friend group at one activity of its programme: all of them or none. Which children those are
 * comes from the database, and the batch asks it again for the yes of each.
 * @param input.requestId names the request
 * @returns the receipts of the asker's own children
 */
export async function requestWithFriends(ctx: Context, input: RequestWithFriends): Promise<SignupReceipt[]> {
  const now = ctx.clock()
  allowKind(ctx, 'signup.request')
  const { groupId: friendGroupId, offerId, acceptsClash } = input
  const { friends } = await ctx.asActor(ctx.actor, { now, procedure: 'signup.requestWithFriends' }, (tx) => loadGoingAlong({ tx, actor: ctx.actor, now }, friendGroupId))
  const own = friends.filter(({ isMine }) => isMine).map(({ childId }) => childId)
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'request-with-friends', groupId: newId(), friendGroupId, offerId, acceptsClash, own, children: friends.map(({ childId }) => ({ childId, signupId: newId() })) },
    by: ctx.actor, now, once: onceKey(ctx, 'signup.requestWithFriends', input),
  })
}

/** Asks for a place kept for supported children; when none is left, the child stands in the same line as everybody. */
export const requestReserved = (ctx: Context, input: RequestReserved): Promise<SignupReceipt> => request(ctx, input, true)

async function request(ctx: Context, input: RequestSignup, reserved: boolean): Promise<SignupReceipt> {
  const [action, procedure] = reserved ? ['signup.request-reserved', 'signup.requestReserved'] as const : ['signup.request', 'signup.request'] as const
  allowKind(ctx, action)
  const { requestId: signupId, childId, offerId, acceptsClash } = input
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'request', signupId, childId, offerId, acceptsClash, reserved }, by: ctx.actor, now: ctx.clock(), once: onceKey(ctx, procedure, input),
  })
}

/** Gives a family more time to pay the own share of a held place, and of those that were taken together with it. */
export async function extendSeat(ctx: Context, input: ExtendSeat): Promise<SignupReceipt> {
  const about = await ownSignup(ctx, 'signup.request', input.signupId)
  const group = await ctx.asActor(ctx.actor, { now: ctx.clock(), procedure: 'signup.extendSeat' }, (tx) => loadGroup(tx, about))
  for (const { id: signupId, childId, offerId, state } of group) {
    if (signupId === input.signupId || !isHeldForPayment(state)) continue
    // Each place has a key of its own, so that a second try extends none of them twice.
    const once = onceKey(ctx, `signup.extendSeat:${signupId}`, input)
    await signupBatcher(ctx.database, ctx.actor.kommuneId).run({ act: { kind: 'extend-seat', signupId, childId, offerId }, by: ctx.actor, now: ctx.clock(), once })
  }
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({ act: { kind: 'extend-seat', ...about }, by: ctx.actor, now: ctx.clock(), once: onceKey(ctx, 'signup.extendSeat', input) })
}

/** Keeps places of an activity for supported children until a day. */
export async function setReserved(ctx: Context, input: SetReserved): Promise<ReservedView> {
  const now = ctx.clock()
  await ctx.asActor(ctx.actor, { now, procedure: 'signup.setReserved' }, async (tx) => {
    await allow({ tx, actor: ctx.actor, now }, 'signup.set-reserved')
    if ((await loadOfferForening(tx, input.offerId)) === null) throw new NotFound('signup.set-reserved')
  })
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'set-reserved', offerId: input.offerId, reserved: input.reserved, until: input.until === null ? null : day(input.until) }, by: ctx.actor, now, once: onceKey(ctx, 'signup.setReserved', input),
  })
}

/** Takes a sign-up back. The place goes to the next in line and what was set aside to the pass, in the same act. */
export async function cancelSignupFor(ctx: Context, input: CancelSignup): Promise<SignupReceipt> {
  const about = await ownSignup(ctx, 'signup.cancel', input.signupId)
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'cancel', cancelledBy: ctx.actor.kind === 'family' ? 'family' : 'kommune', ...about }, by: ctx.actor, now: ctx.clock(), once: onceKey(ctx, 'signup.cancel', input),
  })
}

/** Says yes or no to a place that came free: once, and before its deadline. */
export async function answerPlace(ctx: Context, input: AnswerPlace): Promise<SignupReceipt> {
  const about = await ownSignup(ctx, 'signup.request', input.signupId)
  const group = await ctx.asActor(ctx.actor, { now: ctx.clock(), procedure: 'signup.answerOffer' }, (tx) => loadGroup(tx, about))
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'answer-place', answer: input.answer, group: group.map(({ id: signupId, childId }) => ({ signupId, childId })), ...about }, by: ctx.actor, now: ctx.clock(), once: onceKey(ctx, 'signup.answerOffer', input),
  })
}

/** Changes how many children a team takes; places that come free go to the line. */
export async function setCapacity(ctx: Context, input: SetCapacity): Promise<CapacityView> {
  const now = ctx.clock()
  await ctx.asActor(ctx.actor, { now, procedure: 'signup.setCapacity' }, async (tx) => {
    await allow({ tx, actor: ctx.actor, now }, 'offer.save')
    // Only the forening's own desk: a link for one team's list or one answer opens nothing else (promise 16).
    const { id } = holderOf(ctx.actor, 'forening-desk')
    if ((await loadOfferForening(tx, input.offerId)) !== id) throw new NotFound('offer.save')
  })
  return signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'set-capacity', offerId: input.offerId, capacity: input.capacity }, by: ctx.actor, now, once: onceKey(ctx, 'signup.setCapacity', input),
  })
}

/** The half of `allow` that needs no database: whether this kind of person may ask at all. */
function allowKind({ actor }: Context, action: Action): void {
  if (decideAccess(actor, action) !== 'allowed') throw new NotFound(action)
}

async function ownSignup(ctx: Context, action: Action, id: string): Promise<{ signupId: string; childId: string; offerId: string }> {
  const now = ctx.clock()
  return ctx.asActor(ctx.actor, { now, procedure: action }, async (tx) => {
    const found = await findSignup(tx, id)
    if (!found) throw new NotFound(action)
    await allow({ tx, actor: ctx.actor, now }, action, { childId: found.childId })
    return { signupId: found.id, childId: found.childId, offerId: found.offerId }
  })
}

function onceKey({ actor }: Context, procedure: string, input: { requestId: string }): OnceKey {
  const actorId = actorIdOf(actor)
  if (!actorId) throw new Refused({ reason: 'not-known-here' })
  return { actorId, procedure, id: input.requestId, inputHash: hashOf(input).toString('hex') }
}
