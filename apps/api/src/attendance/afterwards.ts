import { firstNameOf } from '@medspil/domain/first-name'
import type { Afterwards, AfterwardsOf } from '@medspil/contracts/attendance'
import { loadBusyChildren, loadOwnPlace } from '@medspil/db/care-days'
import { listOffers } from '../offer/index.ts'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/** Most offers that are proposed: few enough to choose from on a phone. */
const proposed = 6

/**
 * What a child can go on with after a holiday activity: season offers that fit it and have room, what it just did first, then
 * those of the same area. A child that goes somewhere already is proposed nothing.
 */
export async function afterwards(ctx: Context, { signupId }: AfterwardsOf): Promise<Afterwards> {
  const now = ctx.clock()
  const { place, isBusy } = await ctx.asActor(ctx.actor, { now, procedure: 'attendance.afterwards' }, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    const found = await loadOwnPlace(tx, signupId)
    if (!found) throw new NotFound('attendance.afterwards')
    await allow(shell, 'attendance.afterwards', { childId: found.childId })
    return { place: found, isBusy: (await loadBusyChildren(tx, [found.childId])).has(found.childId) }
  })
  const { childId, childName, offer: { title, activity, pictogram, area } } = place
  const offers = isBusy ? [] : (await listOffers(ctx, { childId })).offers.filter(({ forChild }) => forChild?.fit.ok)
  const rank = (offer: (typeof offers)[number]) =>
    (offer.activity === activity || offer.pictogram === pictogram ? 0 : 4) + (offer.area === area ? 0 : 2) + (offer.freePlaces > 0 ? 0 : 1)
  return { childId, childFirstName: firstNameOf(childName), title, activity, pictogram, isBusy, offers: offers.sort((a, b) => rank(a) - rank(b)).slice(0, proposed) }
}
