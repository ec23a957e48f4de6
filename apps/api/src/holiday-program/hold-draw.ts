import type { DrawProgress, HoldDraw } from '@medspil/contracts/draw'
import { audit, enqueue } from '@medspil/db'
import { loadAllWishes, loadDraw, loadDrawGround, loadDrawProgram, lockProgram, openDraw, saveHeldDraw, saveProgramState, saveWishOutcomes } from '@medspil/db/holiday-program'
import { drawPlaces, drawText, moveProgram, recordOf, resultText, ticketOf } from '@medspil/domain/holiday-program'
import { instant, stageAt } from '@medspil/domain/signup'
import { NotFound, Refused } from '../errors.ts'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { readDrawProgress } from './read-draw.ts'

/**
 * Holds the draw: record, seed and result are written and published in one transaction, and from then on nobody can
 * change them; the places are handed out by a job that follows the written result.
 * @throws Refused before wishes have closed, a second time, or without the figure that was announced
 */
export async function holdDraw(ctx: Context, input: HoldDraw): Promise<DrawProgress> {
  const now = ctx.clock()
  const call = { now, procedure: 'holidayProgram.holdDraw' }
  await ctx.asActor(ctx.actor, call, (tx) => allow({ tx, actor: ctx.actor, now }, 'holiday-program.draw'))
  const drawnBy = ctx.actor.kind === 'link' ? null : ctx.actor.id
  await ctx.asActor({ kind: 'job', kommuneId: ctx.actor.kommuneId, id: null, name: 'hold-draw' }, call, async (tx) => {
    await lockProgram(tx, input.programId)
    const [program, draw] = [await loadDrawProgram(tx, input.programId), await loadDraw(tx, input.programId)]
    if (!program || !draw) throw new NotFound()
    // Asked again after it was held, the answer is the draw that was held.
    if (draw.drawnAt !== null) return
    if (instant(now.at.toISOString()) < program.wishesCloseAt) throw new Refused({ reason: 'wishes-still-open', closes: program.wishesCloseAt })
    if (program.publicChance !== null && input.chance === null) throw new Refused({ reason: 'public-chance-missing', announced: program.publicChance })
    const moved = moveProgram(program.state, 'drawn')
    if (!moved.ok) throw new Refused(moved.whyNot)
    const { seed, ticketKey } = await openDraw(tx, draw.id)
    const wishes = await loadAllWishes(tx, program.id)
    const record = recordOf({
      ...await loadDrawGround(tx, program.id), programId: program.id, commitment: draw.commitment, publicChance: program.publicChance === null ? null : input.chance, travel: program.travel,
      mostPerChild: stageAt(program.stages, program.opensAt).now?.places ?? null, loserNumbers: program.loserNumbers,
      wishes: wishes.map(({ childId, offerId, rank, groupId }) => ({ childId, activityId: offerId, rank, group: groupId })),
    }, (childId) => ticketOf(ticketKey, program.id, childId))
    const result = drawPlaces(record, seed)
    await saveHeldDraw(tx, draw.id, { seed, record: drawText(record), result: resultText(result), drawnBy })
    const rowOf = new Map(wishes.map(({ id, childId, offerId }) => [`${ticketOf(ticketKey, program.id, childId)} ${offerId}`, id]))
    await saveWishOutcomes(tx, result.answers.flatMap(({ ticket, wishes: answers }) => answers.map(({ activity, outcome }) => ({ id: rowOf.get(`${ticket} ${activity}`)!, drawn: outcome }))))
    await saveProgramState(tx, program.id, moved.state)
    await audit(tx, 'draw.held', { id: program.id }, { commitment: draw.commitment, wishes: wishes.length, askedBy: drawnBy })
    await enqueue(tx, 'hand-out-draw', { programId: program.id })
  })
  return readDrawProgress(ctx, { programId: input.programId })
}
