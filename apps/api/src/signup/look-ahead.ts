import type { ChildAhead, LookAhead, SignupAhead } from '@medspil/contracts/signup'
import { type AheadChild, type AheadOffer, countWaiting, loadAhead } from '@medspil/db/signup'
import type { Day } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { decideSignups, freeInOpenShare, type HeldSignup, instant, type Instant, isOver, type SignupAnswer, type SignupRequest, stageAt, takesPlace } from '@medspil/domain/signup'
import type { WhyNot } from '@medspil/domain/why-not'
import { NotFound } from '../errors.ts'
import { type ChildOfView, loadChild, priceFor } from '../offer/index.ts'
import type { Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { activityOf, limitsOf, whyNotTaking } from './batch-activity.ts'

/** What one look rests on: the offer with its line, the other offers by id, today and the moment. */
interface Ground { offer: AheadOffer; offers: ReadonlyMap<string, AheadOffer>; today: Day; at: Instant }

/**
 * What a press on "Tag en plads" would give each child, by the very rule that gives it: place or number, price after the
 * pass, what the child has already, its limit, and a clash with both activities named. Nothing is locked or kept.
 * @throws NotFound for another's child, or an offer that is not there
 */
export async function lookAhead(ctx: Context, { offerId, childIds }: LookAhead): Promise<SignupAhead> {
  const now = ctx.clock()
  const call = { now, procedure: 'signup.ahead' }
  const { ahead, views } = await ctx.asActor(ctx.actor, call, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    const views = new Map<string, ChildOfView | null>()
    for (const id of childIds) views.set(id, await loadChild(shell, id))
    return { ahead: await loadAhead(tx, offerId, childIds, ctx.actor.kind === 'family' ? 'own-family' : 'guidance'), views }
  })
  const offers = new Map(ahead.offers.map((offer) => [offer.id, offer]))
  const offer = offers.get(offerId)
  if (!offer || offer.state !== 'published') throw new NotFound('signup.ahead')
  const waiting = await ctx.asActor({ kind: 'signup-batch', kommuneId: ctx.actor.kommuneId, id: null }, call, (tx) => countWaiting(tx, [offerId]))
  offer.waiting = waiting.get(offerId) ?? 0
  const ground: Ground = { offer, offers, today: now.day, at: instant(now.at.toISOString()) }
  const { program } = offer
  const stage = program && stageAt(program.stages, ground.at)
  return {
    children: ahead.children.map((child) => childAhead(ground, child, views.get(child.id) ?? null)),
    freePlaces: offer.waiting > 0 ? 0 : freeInOpenShare(offer), waiting: offer.waiting,
    limit: stage && { places: (stage.now ?? stage.next)?.places ?? null, next: stage.now && stage.next && { from: stage.next.from, places: stage.next.places } },
    seatMinutes: program?.seatMinutes ?? null, groupTooLarge: program?.groupTooLarge ?? 'pass-over', noShowText: offer.noShowText,
  }
}

function childAhead(ground: Ground, child: AheadChild, view: ChildOfView | null): ChildAhead {
  const { offer, offers, today, at } = ground
  const held = child.signups.flatMap((signup): HeldSignup[] => {
    const at = offers.get(signup.offerId)
    if (!at || isOver(signup.state)) return []
    const activity = activityOf(at, today)
    return [takesPlace(signup.state) ? { signupId: signup.id, activity, kind: 'place', reserved: signup.reserved } : { signupId: signup.id, activity, kind: 'waiting', position: 1 }]
  })
  const ask = (acceptsClash: boolean): SignupAnswer => decideSignups({
    today, activities: [activityOf(offer, today)], limits: limitsOf(offer), children: new Map([[child.id, { ...child.facts, held }]]),
    requests: [{ requestId: child.id, signupId: child.id, groupId: null, childId: child.id, activityId: offer.id, at, acceptsClash, reserved: false } satisfies SignupRequest],
  })[0]!
  const first = ask(false)
  const clash = first.kind === 'refused' ? clashOf(first.whyNot, ground) : null
  const answer = clash ? ask(true) : first
  const whyNot = whyNotTaking(offer, today, at) ?? (answer.kind === 'refused' ? answer.whyNot : null)
  return {
    childId: child.id, firstName: firstNameOf(child.name), existing: child.signups.find(({ offerId }) => offerId === offer.id)?.id ?? null,
    whyNot, clash, gives: answer.kind === 'refused' || whyNot ? null : answer.kind,
    price: priceFor({ programId: offer.programId, price: BigInt(offer.price) as never, providerType: offer.forening.providerType }, view?.passes ?? [], today), hasPass: (view?.passes.length ?? 0) > 0,
    has: child.signups.flatMap(({ id, offerId, state }) => {
      const other = offers.get(offerId)
      return other && offerId !== offer.id && offer.programId !== null && other.programId === offer.programId
        ? [{ signupId: id, title: other.title, firstDay: other.seasonFrom, lastDay: other.seasonTo, isPlace: takesPlace(state) }] : []
    }),
  }
}

function clashOf(whyNot: WhyNot, { offers, today }: Ground): ChildAhead['clash'] {
  if (whyNot.reason !== 'clashes-with-place' && whyNot.reason !== 'no-time-between-places') return null
  const other = offers.get(whyNot.activityId)
  if (!other) return null
  const met = activityOf(other, today).occurrences.find(({ day }) => day === whyNot.on)
  return { whyNot, title: other.title, meeting: { day: whyNot.on, timeFrom: met?.from ?? other.timeFrom, timeTo: met?.to ?? other.timeTo, place: met?.place ?? '' } }
}
