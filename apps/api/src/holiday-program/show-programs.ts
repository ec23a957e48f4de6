import type { ProgramDetail, ProgramView, ShowProgram } from '@medspil/contracts/holiday-program'
import type { Now } from '@medspil/db'
import { loadProgram, loadPrograms, type StoredProgram } from '@medspil/db/holiday-program'
import { countProgramWaiting, listActivities } from '@medspil/db/offer'
import { isSignupOpen } from '@medspil/domain/holiday-program'
import { instant } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { loadChild } from '../offer/index.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { activityView, isListed } from './activity-view.ts'

/** The kommune's holiday programmes, for everybody. */
export async function listPrograms(shell: Shell): Promise<ProgramView[]> {
  await allow(shell, 'holiday-program.read')
  return (await loadPrograms(shell.tx)).map((program) => programView(program, shell.now))
}

/**
 * A programme with its activities as a list: when, for whom, free places, the line's length, and for a child of mine
 * whether it is let in on the activity's own day and what the pass pays.
 */
export async function showProgram(ctx: Context, input: ShowProgram): Promise<ProgramDetail> {
  const now = ctx.clock()
  const call = { now, procedure: 'holidayProgram.show' }
  const { program, listed, child } = await ctx.asActor(ctx.actor, call, async (tx) => {
    const shell: Shell = { tx, actor: ctx.actor, now }
    await allow(shell, 'holiday-program.read')
    const found = await loadProgram(tx, input.programId)
    if (!found) throw new NotFound()
    return { program: found, listed: await listActivities(tx, found.id), child: await loadChild(shell, input.childId) }
  })
  // Counted as the sign-up batch, since nobody else sees all rows; only the numbers leave.
  const waiting = await ctx.asActor({ kind: 'signup-batch', kommuneId: ctx.actor.kommuneId, id: null }, call, (tx) => countProgramWaiting(tx, program.id))
  const activities = listed.filter((one) => isListed(one, now.day)).map((one) => activityView(one, waiting.get(one.id) ?? 0, child, now.day))
  return { program: programView(program, now), hasPass: (child?.passes.length ?? 0) > 0, activities }
}

/** A programme as everybody sees it at a moment. */
export function programView(program: StoredProgram, now: Now): ProgramView {
  const { id, name, holiday, fromDay, toDay, opensAt, closesAt, way, wishesOpenAt, wishesCloseAt, stages, offerHours, state } = program
  const readAt = instant(now.at.toISOString())
  const open = isSignupOpen({ state, opens: opensAt, closes: closesAt }, readAt)
  return { id, name, holiday, fromDay, toDay, opensAt, closesAt, way, wishesOpenAt, wishesCloseAt, stages, offerHours, state, whyNotOpen: open.ok ? null : open.whyNot, readAt }
}
