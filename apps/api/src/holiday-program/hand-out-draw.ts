import { enqueue, groupBy } from '@medspil/db'
import { loadAllWishes, loadDraw, loadDrawnChildren, loadDrawProgram, loadDrawRecord, openDraw, saveProgramState, type StoredWish } from '@medspil/db/holiday-program'
import { type DrawResult, ticketOf } from '@medspil/domain/holiday-program'
import type { JobHandler } from '../jobs/job.ts'
import { type SignupAct, signupBatcher } from '../signup/index.ts'

type GiveDrawn = Extract<SignupAct, { kind: 'give-drawn' }>

/**
 * Hands out what a draw gave, by the written result: places first, then the lines in their order, then the wishes that got
 * nothing. Killed in the middle it goes on where it stopped, since a wish that was answered is no wish any more.
 */
export const handOutDraw: JobHandler<'hand-out-draw'> = async (job, { programId }) => {
  const found = await job.inTx(async (tx) => {
    const [program, draw, held] = [await loadDrawProgram(tx, programId), await loadDraw(tx, programId), await loadDrawRecord(tx, programId)]
    if (program?.state !== 'drawn' || !draw || !held) return null
    return { result: JSON.parse(held.result) as DrawResult, ticketKey: (await openDraw(tx, draw.id)).ticketKey, wishes: await loadAllWishes(tx, programId) }
  })
  if (!found) return
  const now = job.clock()
  const by = { kind: 'job', kommuneId: job.kommuneId, id: null, name: 'hand-out-draw' } as const
  const batcher = signupBatcher(job, job.kommuneId)
  for (const acts of actsOf(found.result, found.wishes, (childId) => ticketOf(found.ticketKey, programId, childId)))
    await Promise.all(acts.map((act) => batcher.run({ act, by, now, once: null })))
  await job.inTx(async (tx) => {
    // All of them, also those whom a run that was killed had answered already: it told nobody.
    for (const childId of await loadDrawnChildren(tx, programId)) await enqueue(tx, 'tell-family', { personId: null, childId, purpose: 'news', subjectId: programId })
    // A wish that was taken back after the draw leaves its place to the line.
    for (const offerId of new Set(found.result.waiting.map(({ activity }) => activity))) await enqueue(tx, 'promote-from-list', { offerId })
    await saveProgramState(tx, programId, 'paying')
  })
}

/** The acts in the order in which they must happen: those of one step may share a transaction, in their order. */
function actsOf(result: DrawResult, wishes: readonly StoredWish[], ticket: (childId: string) => string): GiveDrawn[][] {
  const rows = new Map(wishes.map((wish) => [`${wish.offerId} ${ticket(wish.childId)}`, wish]))
  const answered = new Set<string>()
  const take = (activity: string, of: string): StoredWish | undefined => {
    answered.add(`${activity} ${of}`)
    return rows.get(`${activity} ${of}`)
  }
  const act = (outcome: GiveDrawn['outcome'], found: readonly (StoredWish | undefined)[]): GiveDrawn[] => {
    const children = found.filter((wish) => wish !== undefined)
    const [first] = children
    return first ? [{ kind: 'give-drawn', offerId: first.offerId, outcome, children: children.map(({ id, childId }) => ({ signupId: id, childId })) }] : []
  }
  const groups = groupBy(result.places, ({ wish, activity }) => `${activity} ${wish}`)
  const places = [...groups.values()].flatMap((group) => act('place', group.map(({ activity, ticket: of }) => take(activity, of))))
  const waiting = result.waiting.flatMap(({ activity, ticket: of }) => act('waiting', [take(activity, of)]))
  const nothing = [...rows].flatMap(([key, wish]) => (answered.has(key) ? [] : act('not-drawn', [wish])))
  return [places, waiting, nothing]
}
