import type { ActivityForm, ActivitySaved, EditActivity, OneActivity, SaveActivity, WithdrawActivity } from '@medspil/contracts/holiday-program/activity'
import type { HoldAnyway } from '@medspil/contracts/holiday-program/desk'
import { audit, enqueue } from '@medspil/db'
import { inKommunesName, loadForening } from '@medspil/db/forening'
import { addActivities, changeActivity, countWaiting, countWishing, type DeskProgram, dropMinimum, loadActivity, loadDeskProgram, lockActivity, type StoredActivity, withdrawActivity, type WrittenActivity } from '@medspil/db/holiday-program'
import { day } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { activityFaults, mayChange, mayDescribe } from '@medspil/domain/holiday-program'
import { moveOffer, type OfferState } from '@medspil/domain/offer'
import { keptAsTaken, type PlaceShares } from '@medspil/domain/signup'
import { ore } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import { describerOf } from '../forening/index.ts'
import { allow, type Shell } from '../shell.ts'

/** One activity as it stands in the form: an organiser's own, or any for the kommune. */
export async function readActivity(shell: Shell, { offerId }: OneActivity): Promise<ActivityForm> {
  await allow(shell, shell.actor.kind === 'forening' ? 'holiday-program.describe' : 'holiday-program.desk')
  const { tx, actor } = shell
  const activity = await loadActivity(tx, offerId)
  if (!activity || (actor.kind === 'forening' && activity.foreningId !== describerOf(actor, activity.programId).id)) throw new NotFound('offer')
  const waiting = await inKommunesName(tx, (job) => countWaiting(job, activity.programId))
  return formOf(activity, await isPromised(shell, { ...activity, waiting: waiting.get(offerId) ?? 0 }))
}

/**
 * Whether anybody was promised the activity as it stands: with a place, a number or a wish, which is a promise as much.
 * To its organiser a kept place is one from the day it is kept, whether or not a child is on it.
 */
async function isPromised({ tx, actor }: Shell, { id, waiting, ...places }: PlaceShares & { id: string; waiting: number }): Promise<boolean> {
  const wishing = await inKommunesName(tx, (job) => countWishing(job, id))
  // A no that came with the child would tell the organiser that the new name on its list is a supported one.
  const { taken } = actor.kind === 'forening' ? keptAsTaken(places) : places
  return taken + waiting + wishing > 0
}

function formOf(activity: StoredActivity, isPromised: boolean): ActivityForm {
  const { id: offerId, programId, foreningId, foreningName, title, activity: kind, pictogram, description, audience, sessions, area, travel, capacity, minimum, minimumDecidedOn, equipment, accessibility, supportNeeds, languages, price, listed, note } = activity
  return { offerId, programId, foreningId, foreningName, title, activity: kind, pictogram, description, audience, sessions, area, travel, capacity, minimum, minimumDecidedOn, equipment, accessibility, supportNeeds, languages, price, listed, note, isPromised }
}

/**
 * Saves an organiser's activity: as a draft, or asking the kommune to read it before families see it.
 * @throws Refused when the time is over, something is missing, the forening may not list, or children were promised otherwise
 */
export async function saveActivity(shell: Shell, input: SaveActivity): Promise<ActivitySaved> {
  await allow(shell, 'holiday-program.describe')
  const { tx, actor } = shell
  const { id: foreningId } = describerOf(actor, input.programId)
  const { program, known } = await groundOf(shell, input, foreningId)
  const may = mayDescribe({ state: program.state, answerBy: program.plan.answerBy }, tx.now.day)
  if (!may.ok) throw new Refused(may.whyNot)
  if (input.ask) {
    const forening = await loadForening(tx, foreningId)
    const listing = forening && mayList(forening.rules, input.offerId ?? input.requestId, tx.now.day)
    if (!listing?.ok) throw listing ? new Refused(listing.whyNot) : new NotFound('forening')
  }
  return write(shell, { program, known, foreningId, input, listed: nextListed(known?.listed ?? 'draft', input.ask) })
}

/** What is public is read again after a change; a draft stays one until it is asked for. */
function nextListed(from: OfferState, asks: boolean): OfferState {
  if (!asks && (from === 'draft' || from === 'sent-back')) return from
  if (from === 'in-moderation') return from
  const moved = moveOffer(from, 'in-moderation')
  if (!moved.ok) throw new Refused(moved.whyNot)
  return moved.state
}

/** Saves an activity by the kommune's own hand. What was public stays public; a new one waits to be published like all others. */
export async function editActivity(shell: Shell, input: EditActivity): Promise<ActivitySaved> {
  await allow(shell, 'holiday-program.write')
  const { program, known } = await groundOf(shell, input, input.foreningId)
  if (!known && !(await loadForening(shell.tx, input.foreningId))) throw new NotFound('forening')
  return write(shell, { program, known, foreningId: input.foreningId, input, listed: known?.listed ?? 'in-moderation' })
}

type Input = Omit<SaveActivity, 'ask'>

async function groundOf({ tx }: Shell, { programId, offerId }: Input, foreningId: string): Promise<{ program: DeskProgram; known: StoredActivity | null }> {
  const program = await loadDeskProgram(tx, programId)
  const known = offerId === null ? null : await loadActivity(tx, offerId)
  if (!program || (offerId !== null && (!known || known.programId !== programId || known.foreningId !== foreningId || known.isCancelled))) throw new NotFound('offer')
  return { program, known }
}

async function write(shell: Shell, { program, known, foreningId, input, listed }: { program: DeskProgram; known: StoredActivity | null; foreningId: string; input: Input; listed: OfferState }): Promise<ActivitySaved> {
  const { tx } = shell
  const { fromDay, toDay } = program.plan
  const written = writtenOf(input)
  const faults = activityFaults(written, { fromDay, toDay })
  if (faults.length > 0) throw new Refused({ reason: 'activity-faulty', faults })
  const id = known?.id ?? input.requestId
  if (known) {
    const counts = await lockActivity(tx, id)
    if (!counts) throw new NotFound('offer')
    const may = mayChange(known, written, { isPromised: await isPromised(shell, { ...counts, id }), lowest: keptAsTaken(counts).taken })
    if (!may.ok) throw new Refused(may.whyNot)
    await changeActivity(tx, id, { ...written, holidayFrom: fromDay, listed })
    if (written.capacity > counts.capacity && counts.waiting > 0) await enqueue(tx, 'promote-from-list', { offerId: id })
  } else await addActivities(tx, [{ ...written, id, programId: program.id, foreningId, holidayFrom: fromDay, listed, copiedFromId: null }])
  await audit(tx, 'activity.written', { id }, { programId: program.id, listed, price: String(written.price), capacity: written.capacity, sessions: written.sessions.length, isNew: !known })
  return { offerId: id, listed }
}

function writtenOf({ title, activity, pictogram, description, audience, area, travel, capacity, minimum, equipment, accessibility, supportNeeds, languages, ...input }: Input): WrittenActivity {
  return {
    title, activity, pictogram, description, audience, area, travel, capacity, minimum, equipment, accessibility, supportNeeds, languages, price: ore(input.price),
    sessions: input.sessions.map(({ day: on, ...session }) => ({ day: day(on), ...session })), minimumDecidedOn: input.minimumDecidedOn === null ? null : day(input.minimumDecidedOn),
  }
}

/**
 * Takes an organiser's activity out of the programme, as when last year's is not held again.
 * @throws Refused when the time is over or somebody was promised it: then the kommune cancels it and tells the families
 */
export async function takeActivityBack(shell: Shell, { offerId }: WithdrawActivity): Promise<{ done: true }> {
  await allow(shell, 'holiday-program.describe')
  const { tx, actor } = shell
  const activity = await loadActivity(tx, offerId)
  const program = activity && (await loadDeskProgram(tx, activity.programId))
  if (!activity || !program || activity.foreningId !== describerOf(actor, activity.programId).id) throw new NotFound('offer')
  const may = mayDescribe({ state: program.state, answerBy: program.plan.answerBy }, tx.now.day)
  if (!may.ok) throw new Refused(may.whyNot)
  const counts = await lockActivity(tx, offerId)
  if (!counts) throw new NotFound('offer')
  if (await isPromised(shell, { ...counts, id: offerId })) throw new Refused({ reason: 'activity-promised' })
  const moved = moveOffer(activity.listed, 'withdrawn')
  if (!moved.ok) throw new Refused(moved.whyNot)
  await withdrawActivity(tx, offerId)
  await audit(tx, 'activity.withdrawn', { id: offerId }, { programId: activity.programId, from: activity.listed })
  return { done: true }
}

/** Lets an activity be held although too few children have signed up: it has no minimum from now on. */
export async function holdAnyway(shell: Shell, { offerId }: HoldAnyway): Promise<{ done: true }> {
  await allow(shell, 'holiday-program.write')
  const { tx } = shell
  const activity = await loadActivity(tx, offerId)
  if (!activity || activity.isCancelled) throw new NotFound('offer')
  if (activity.minimum === null) return { done: true }
  await dropMinimum(tx, offerId)
  await audit(tx, 'activity.held-anyway', { id: offerId }, { minimum: activity.minimum, taken: activity.taken })
  return { done: true }
}
