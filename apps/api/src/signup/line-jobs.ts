import { findSignup, loadDueHolds, loadDueOffers, loadDueReservations, loadDueSeats } from '@medspil/db/signup'
import type { Job, JobHandler } from '../jobs/job.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { signupBatcher } from './signup-batcher.ts'

/** Most that one round of a tick takes; the rest comes with the next round. */
const roundSize = 200

/** A place came free: it is offered to the next in line. Run twice, the second finds no free place. */
export const promoteFromList: JobHandler<'promote-from-list'> = async (job, { offerId }) => {
  await run(job, 'promote-from-list', { kind: 'promote', offerId })
}

/** The deadline of an offered place is past: it goes on, unless it was answered. */
export const expireOffer: JobHandler<'expire-offer'> = async (job, { signupId }) => {
  const about = await job.inTx((tx) => findSignup(tx, signupId))
  if (about) await run(job, 'expire-offer', { kind: 'lapse-offer', ...namesOf(about) })
}

/** What a lost job left behind: every offered place whose deadline is past. */
export async function expireOffers(job: Omit<Job, 'id'>): Promise<void> {
  const due = await job.inTx((tx) => loadDueOffers(tx, roundSize))
  await runAll(job, 'expire-offers', due.map((about) => ({ kind: 'lapse-offer', ...namesOf(about) })))
}

/** Money and places that were held for a forening's answer, and never got one. */
export async function timeOutHolds(job: Omit<Job, 'id'>): Promise<void> {
  const due = await job.inTx((tx) => loadDueHolds(tx, roundSize))
  await runAll(job, 'time-out-holds', due.map((about) => ({ kind: 'time-out-hold', ...namesOf(about) })))
}

/** The time to pay a held place is over: it goes on, unless it was paid or extended. */
export const lapseSeat: JobHandler<'lapse-seat'> = async (job, { signupId }) => {
  const about = await job.inTx((tx) => findSignup(tx, signupId))
  if (about) await run(job, 'lapse-seat', { kind: 'lapse-seat', ...namesOf(about) })
}

/** What a lost job left behind: every held place whose time to pay is over. */
export async function lapseSeats(job: Omit<Job, 'id'>): Promise<void> {
  const due = await job.inTx((tx) => loadDueSeats(tx, roundSize))
  await runAll(job, 'lapse-seats', due.map((about) => ({ kind: 'lapse-seat', ...namesOf(about) })))
}

/** Kept places whose last day is over go to the line. */
export async function releaseReservations(job: Omit<Job, 'id'>): Promise<void> {
  const due = await job.inTx((tx) => loadDueReservations(tx, roundSize))
  await runAll(job, 'release-reserved', due.map(({ id }) => ({ kind: 'release-reserved', offerId: id })))
}

const namesOf = ({ id, childId, offerId }: { id: string; childId: string; offerId: string }) => ({ signupId: id, childId, offerId })

/** Queues them together, so that they are a few batches and not a transaction each. @throws the first that failed, when all have been tried */
async function runAll(job: Omit<Job, 'id'>, name: string, acts: readonly SignupAct[]): Promise<void> {
  const failed = (await Promise.allSettled(acts.map((act) => run(job, name, act)))).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

async function run<A extends SignupAct>({ pool, kommuneId, clock }: Omit<Job, 'id'>, name: string, act: A): Promise<void> {
  const queued: QueuedAct<A> = { act, by: { kind: 'job', kommuneId, id: null, name }, now: clock(), once: null }
  await signupBatcher({ pool }, kommuneId).run(queued)
}
