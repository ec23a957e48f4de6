import type { DrawProgress, DrawView, ShowWishes } from '@medspil/contracts/draw'
import { countWishes, type DrawProgram, loadDraw, loadDrawProgram, type StoredDraw } from '@medspil/db/holiday-program'
import { searchOffers } from '@medspil/db/offer'
import { type DrawResult, mostTogether } from '@medspil/domain/holiday-program'
import { instant, stageAt } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/** The promise of a draw, and after it the record, the seed and the result, for anybody to run again. */
export async function readDraw(shell: Shell, input: ShowWishes): Promise<DrawView> {
  await allow(shell, 'holiday-program.read')
  const { tx } = shell
  const [program, draw] = [await loadDrawProgram(tx, input.programId), await loadDraw(tx, input.programId)]
  if (!program || !draw || program.state === 'draft') throw new NotFound()
  const { rule, commitment, committedAt, seed, record, result, drawnAt } = draw
  return {
    programId: program.id, name: program.name, rule, commitment, committedAt, ruleTerms: ruleTermsOf(program),
    held: seed && record && result && drawnAt ? { seed, record, result, drawnAt } : null,
    activities: (await searchOffers(tx, { programId: program.id })).map(({ id, title }) => ({ id, title })),
  }
}

const ruleTermsOf = ({ stages, opensAt, loserNumbers, publicChance, travel }: DrawProgram): DrawView['ruleTerms'] =>
  ({ mostPerChild: stageAt(stages, opensAt).now?.places ?? null, mostTogether, mostNumbers: 1 + loserNumbers, publicChance, travel })

/** How a draw stands for those who hold it. Counted as a job: nobody else sees all wishes, and only figures leave. */
export async function readDrawProgress(ctx: Context, input: ShowWishes): Promise<DrawProgress> {
  const call = { now: ctx.clock(), procedure: 'holidayProgram.drawProgress' }
  const { program, draw } = await ctx.asActor(ctx.actor, call, async (tx) => {
    await allow({ tx, actor: ctx.actor, now: call.now }, 'holiday-program.draw')
    return { program: await loadDrawProgram(tx, input.programId), draw: await loadDraw(tx, input.programId) }
  })
  if (!program) throw new NotFound()
  const counted = await ctx.asActor({ kind: 'job', kommuneId: ctx.actor.kommuneId, id: null, name: 'count-wishes' }, call, (tx) => countWishes(tx, program.id))
  const result = draw?.result ? JSON.parse(draw.result) as DrawResult : null
  const wishes = result ? result.answers.reduce((sum, { wishes: mine }) => sum + mine.length, 0) : counted.wishes
  return {
    programId: program.id, state: program.state, wishesOpen: program.wishesOpenAt, wishesClose: program.wishesCloseAt, hasClosed: instant(call.now.at.toISOString()) >= program.wishesCloseAt, publicChance: program.publicChance,
    commitment: draw?.commitment ?? null, drawnAt: draw?.drawnAt ?? null, children: result ? result.answers.length : counted.children, wishes, left: result ? counted.wishes : 0,
    got: gotOf(draw),
  }
}

/** Fewest children that a figure may stand for. */
const fewest = 5

function gotOf(draw: StoredDraw | null): DrawProgress['got'] {
  if (!draw?.result) return null
  const { answers } = JSON.parse(draw.result) as DrawResult
  const got = { first: 0, other: 0, nothing: 0 }
  for (const { wishes } of answers) {
    const best = Math.min(...wishes.filter(({ outcome }) => outcome.kind === 'given').map(({ rank }) => rank))
    got[best === 1 ? 'first' : best === Infinity ? 'nothing' : 'other'] += 1
  }
  return Object.values(got).some((count) => count > 0 && count < fewest) ? null : got
}
