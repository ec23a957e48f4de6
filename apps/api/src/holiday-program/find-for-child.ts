import type { ChildsProgram, FindForChild } from '@medspil/contracts/holiday-program/for-child'
import { loadProgram, loadPrograms } from '@medspil/db/holiday-program'
import { countProgramWaiting, listActivities } from '@medspil/db/offer'
import { loadAhead } from '@medspil/db/signup'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { isOver } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { loadChild } from '../offer/index.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { activityView, isListed } from './activity-view.ts'
import { programView } from './show-programs.ts'

/**
 * A programme as the one who signs up for a family sees it: whether each activity lets this child in, the price after the
 * pass, and the kept places, which are shown here alone.
 * @throws NotFound when the child is not the actor's
 */
export async function findForChild(ctx: Context, { childId, programId }: FindForChild): Promise<ChildsProgram> {
  const now = ctx.clock()
  const call = { now, procedure: 'holidayProgram.forChild' }
  const read = await ctx.asActor(ctx.actor, call, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    await allow(shell, 'signup.request-reserved', { childId })
    const view = await loadChild(shell, childId)
    const ahead = await loadAhead(tx, null, [childId], 'guidance')
    const programs = (await loadPrograms(tx)).filter(({ toDay, state }) => toDay >= now.day && state !== 'finished')
    // Without a choice, the one where a place can be taken now; else the next holiday.
    const program = programId === undefined ? programs.find((one) => programView(one, now).whyNotOpen === null) ?? programs[0] ?? null : await loadProgram(tx, programId)
    return { view, ahead, programs, program, listed: program ? await listActivities(tx, program.id) : [] }
  })
  const { view, ahead, programs, program, listed } = read
  const [child] = ahead.children
  if (!child || !view) throw new NotFound('signup.request-reserved')
  const waiting = program
    ? await ctx.asActor({ kind: 'signup-batch', kommuneId: ctx.actor.kommuneId, id: null }, call, (tx) => countProgramWaiting(tx, program.id)) : new Map<string, number>()
  return {
    child: { id: child.id, firstName: firstNameOf(child.name), years: completedYears(child.facts.birthDay, now.day) },
    programs: programs.map(({ id, name }) => ({ id, name })), program: program && programView(program, now), hasPass: view.passes.length > 0,
    activities: listed.filter((one) => isListed(one, now.day)).map((one) => ({ ...activityView(one, waiting.get(one.id) ?? 0, view, now.day), freeReserved: one.freeReserved })),
    signups: child.signups.flatMap(({ id, offerId, state }) => {
      const offer = ahead.offers.find((one) => one.id === offerId)
      return program && offer?.programId === program.id
        ? [{ signupId: id, offerId, title: offer.title, state, firstDay: offer.seasonFrom, lastDay: offer.seasonTo, mayCancel: !isOver(state) && state !== 'started' }] : []
    }),
  }
}
