import type { ActivityView, ProgramDetail, ProgramView, ShowProgram } from '@medspil/contracts/holiday-program'
import type { Now } from '@medspil/db'
import { loadProgram, loadPrograms, type StoredProgram } from '@medspil/db/holiday-program'
import { searchOffers, type StoredOffer } from '@medspil/db/offer'
import { activityState, isSignupOpen } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { loadChild, offerDetail, waitingAt } from '../offer/index.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/** The kommune's holiday programmes, for everybody. */
export async function listPrograms(shell: Shell): Promise<ProgramView[]> {
  await allow(shell, 'holiday-program.read')
  return (await loadPrograms(shell.tx)).map((program) => programView(program, shell.now))
}

/** A programme with its activities: when, for whom, free places, the line's length, and the price after the pass of a child of mine. */
export async function showProgram(ctx: Context, input: ShowProgram): Promise<ProgramDetail> {
  const now = ctx.clock()
  const { program, offers, child } = await ctx.asActor(ctx.actor, { now, procedure: 'holidayProgram.show' }, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    await allow(shell, 'holiday-program.read')
    const found = await loadProgram(tx, input.programId)
    if (!found) throw new NotFound()
    return { program: found, offers: await searchOffers(tx, { programId: found.id }), child: await loadChild(shell, input.childId) }
  })
  const waiting = await waitingAt(ctx, offers.map(({ id }) => id))
  const activities = offers
    .map((offer): ActivityView => ({ ...offerDetail(offer, waiting.get(offer.id) ?? 0, child, now.day), state: stateOf(offer, now) }))
    .sort((a, b) => (a.firstDay + a.timeFrom < b.firstDay + b.timeFrom ? -1 : 1))
  return { program: programView(program, now), activities }
}

function programView(program: StoredProgram, now: Now): ProgramView {
  const { id, name, holiday, fromDay, toDay, opensAt, closesAt, way, wishesOpenAt, wishesCloseAt, stages, offerHours, state } = program
  const open = isSignupOpen({ state, opens: opensAt, closes: closesAt }, instant(now.at.toISOString()))
  return { id, name, holiday, fromDay, toDay, opensAt, closesAt, way, wishesOpenAt, wishesCloseAt, stages, offerHours, state, whyNotOpen: open.ok ? null : open.whyNot }
}

const stateOf = (offer: StoredOffer, now: Now) => activityState({
  published: offer.state === 'published', cancelled: offer.cancelled, capacity: offer.capacity, taken: offer.taken,
  minimum: null, minimumDecidedOn: null, firstDay: offer.firstDay, lastDay: offer.lastDay,
}, now.day)
