import type { OfferDetail, OfferFilter, OfferList, ShowOffer } from '@medspil/contracts/offer'
import { loadOffer, loadOfferAreas, loadRefundSteps, searchOffers, type StoredOffer } from '@medspil/db/offer'
import { countWaiting } from '@medspil/db/signup'
import type { Day } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { isPublic } from '@medspil/domain/offer'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { loadChild } from './load-child.ts'
import { offerDetail, offerView } from './offer-view.ts'

/** The foreningers' offers; with a child, those that fit it first, then those with free places. */
export async function listOffers(ctx: Context, input: OfferFilter): Promise<OfferList> {
  const now = ctx.clock()
  const { childId, ...search } = input
  const read = await ctx.asActor(ctx.actor, { now, procedure: 'offer.list' }, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    await allow(shell, 'offer.list')
    const offers = (await searchOffers(tx, { programId: null, ...search })).filter((offer) => isShown(offer, now.day))
    return { offers, areas: await loadOfferAreas(tx), child: await loadChild(shell, childId) }
  })
  const waiting = await waitingAt(ctx, read.offers.map(({ id }) => id))
  const offers = read.offers.map((offer) => offerView(offer, waiting.get(offer.id) ?? 0, read.child, now.day))
  const rank = (offer: (typeof offers)[number]) => (offer.forChild && !offer.forChild.fit.ok ? 2 : 0) + (offer.freePlaces > 0 ? 0 : 1)
  return { offers: offers.sort((a, b) => rank(a) - rank(b)), areas: read.areas }
}

/** One offer, for everybody or for one of my children. @throws NotFound when it is not public */
export async function showOffer(ctx: Context, input: ShowOffer): Promise<OfferDetail> {
  const now = ctx.clock()
  const { offer, child, steps } = await ctx.asActor(ctx.actor, { now, procedure: 'offer.show' }, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    await allow(shell, 'offer.list')
    const found = await loadOffer(tx, input.offerId)
    if (!found || !isShown(found, now.day)) throw new NotFound()
    return { offer: found, child: await loadChild(shell, input.childId), steps: found.programId === null ? [] : await loadRefundSteps(tx, found.programId) }
  })
  return offerDetail(offer, (await waitingAt(ctx, [offer.id])).get(offer.id) ?? 0, child, now.day, steps)
}

/** Whether the public may see the offer today: moderated, in season, and its forening may be listed now. */
export const isShown = (offer: StoredOffer, today: Day): boolean =>
  !offer.cancelled && isPublic({ state: offer.state, lastDay: offer.lastDay }, mayList(offer.forening, offer.id, today), today).ok

/** How many wait at each offer: counted as the sign-up batch, since nobody else sees all rows; only the number leaves. */
export async function waitingAt(ctx: Context, offerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (offerIds.length === 0) return new Map()
  return ctx.asActor({ kind: 'signup-batch', kommuneId: ctx.actor.kommuneId, id: null }, { now: ctx.clock(), procedure: 'signup.count-waiting' }, (tx) => countWaiting(tx, offerIds))
}
