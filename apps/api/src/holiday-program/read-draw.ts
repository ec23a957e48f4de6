import type { DrawProgress, DrawRecordView, DrawView, ShowWishes } from '@medspil/contracts/draw'
import { countWishes, type DrawProgram, loadDraw, loadDrawProgram, loadDrawRecord } from '@medspil/db/holiday-program'
import { searchOffers } from '@medspil/db/offer'
import { mostTogether } from '@medspil/domain/holiday-program'
import { instant, stageAt } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/** The rule and the promise of a draw, and after it the seed. */
export async function readDraw(shell: Shell, input: ShowWishes): Promise<DrawView> {
  await allow(shell, 'holiday-program.read')
  const { tx } = shell
  const [program, draw] = [await loadDrawProgram(tx, input.programId), await loadDraw(tx, input.programId)]
  if (!program || !draw || program.state === 'draft') throw new NotFound()
  const { rule, commitment, committedAt, seed, drawnAt } = draw
  return {
    programId: program.id, name: program.name, rule, commitment, committedAt, ruleTerms: ruleTermsOf(program),
    held: seed && drawnAt ? { seed, drawnAt } : null,
    activities: (await searchOffers(tx, { programId: program.id })).map(({ id, title }) => ({ id, title })),
  }
}

const ruleTermsOf = ({ stages, opensAt, loserNumbers, publicChance, travel }: DrawProgram): DrawView['ruleTerms'] =>
  ({ mostPerChild: stageAt(stages, opensAt).now?.places ?? null, mostTogether, mostNumbers: 1 + loserNumbers, publicChance, travel })

/** The record, the seed and the result of a held draw, for anybody to run again. */
export async function readDrawRecord(shell: Shell, input: ShowWishes): Promise<DrawRecordView> {
  await allow(shell, 'holiday-program.read')
  const [program, held] = [await loadDrawProgram(shell.tx, input.programId), await loadDrawRecord(shell.tx, input.programId)]
  if (!program || !held) throw new NotFound()
  return held
}

/** How a draw stands for those who hold it. Counted as a job: nobody else sees all wishes, and only figures leave. */
export async function readDrawProgress(ctx: Context, input: ShowWishes): Promise<DrawProgress> {
  const call = { now: ctx.clock(), procedure: 'holidayProgram.drawProgress' }
  const { program, draw } = await ctx.asActor(ctx.actor, call, async (tx) => {
    await allow({ tx, actor: ctx.actor, now: call.now }, 'holiday-program.draw')
    return { program: await loadDrawProgram(tx, input.programId), draw: await loadDraw(tx, input.programId) }
  })
  if (!program) throw new NotFound()
  const { children, wishes, left, ...got } = await ctx.asActor({ kind: 'job', kommuneId: ctx.actor.kommuneId, id: null, name: 'count-wishes' }, call, (tx) => countWishes(tx, program.id))
  const drawnAt = draw?.drawnAt ?? null
  return {
    programId: program.id, state: program.state, wishesClose: program.wishesCloseAt, hasClosed: instant(call.now.at.toISOString()) >= program.wishesCloseAt, publicChance: program.publicChance,
    commitment: draw?.commitment ?? null, drawnAt, children, wishes, left: drawnAt === null ? 0 : left,
    got: drawnAt === null || Object.values(got).some((count) => count > 0 && count < fewest) ? null : got,
  }
}

/** Fewest children that a figure may stand for. */
const fewest = 5
