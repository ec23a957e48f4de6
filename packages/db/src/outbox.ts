import { uuidv7 } from 'uuidv7'
import type { Tx } from './as-actor.ts'

/** The work that happens after a commit, with the ids it needs. Ids only: the job reads the rest as it stands then. */
export interface Jobs {
  'send-letter': { letterId: string }
  /** `personId` null: whoever decides for the child when the job runs. */
  'tell-family': { personId: string | null; childId: string; purpose: 'news' | 'follow-up' | 'place-offered' | 'receipt' | 'tomorrow' | 'afterwards'; subjectId: string }
  'ask-forening': { signupId: string; purpose: 'signup-answer' | 'reminder' }
  'tell-forening': { foreningId: string; purpose: 'paid' | 'declaration' | 'team-list' | 'describe-activities' | 'activities-reminder'; subjectId: string }
  'send-payout-line': { payoutId: string; lineId: string }
  'look-up-payout-line': { payoutId: string; lineId: string }
  'read-stripe-object': { eventId: string }
  'expire-offer': { signupId: string }
  'promote-from-list': { offerId: string }
  'hand-out-draw': { programId: string }
  'lapse-seat': { signupId: string }
  /** What a sign-up batch left in the outbox: one job brings all of them into the queue, so that the batch adds one. */
  'queue-jobs': { jobs: { id: string; runAt: string | null }[] }
  'read-checkout': { paymentId: string }
  'expire-checkout': { paymentId: string }
  'send-refund': { refundId: string }
  'refund-ended': { signupId: string }
  'cancel-activity': { offerId: string }
}
export type JobName = keyof Jobs

/**
 * Adds a job in the verb's own transaction: rolled back, no job; committed, at least one run.
 * @param runAt not before this moment; left out, at once
 */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: Jobs[N], runAt?: Date): Promise<void> {
  const id = uuidv7()
  await tx.db.outboxJob.createMany({ data: [{ kommuneId: tx.kommuneId, id, at: tx.now.at, name, payload }] })
  const job = JSON.stringify({ kommuneId: tx.kommuneId, outboxId: id, payload })
  await tx.db.$executeRaw`select medspil_jobs.add(${name}, ${job}::jsonb, ${id}, ${runAt ?? null}::timestamptz)`
}

/**
 * Brings jobs that stand in the outbox into the queue, each under its own key, so that twice is once.
 * @param jobs ids of outbox rows, and the moment each may run at the earliest; those that are done are left
 */
export async function queueJobs(tx: Tx, jobs: Jobs['queue-jobs']['jobs']): Promise<void> {
  await tx.db.$executeRaw`select medspil_jobs.add(o.name, jsonb_build_object('kommuneId', o.kommune_id, 'outboxId', o.id, 'payload', o.payload), o.id::text, x."runAt")
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) x(id uuid, "runAt" timestamptz)
    join outbox_job o on o.kommune_id = ${tx.kommuneId}::uuid and o.id = x.id where o.done_at is null`
}

/** Notes that a job did its work. */
export async function finishOutboxJob(tx: Tx, id: string): Promise<void> {
  await tx.db.outboxJob.updateMany({ where: { kommuneId: tx.kommuneId, id, doneAt: null }, data: { doneAt: tx.now.at } })
}

/** Whether an outside effect was done before. */
export async function hasEffect(tx: Tx, key: string): Promise<boolean> {
  return (await tx.db.effect.count({ where: { kommuneId: tx.kommuneId, key } })) > 0
}

/** Which of these effects were done before. */
export async function loadEffects(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.effect.findMany({ where: { kommuneId: tx.kommuneId, key: { in: [...keys] } }, select: { key: true } })
  return new Set(rows.map(({ key }) => key))
}

/** Notes an outside effect. @returns false when another run noted it first */
export async function saveEffect(tx: Tx, key: string): Promise<boolean> {
  const saved = await tx.db.effect.createMany({ data: [{ kommuneId: tx.kommuneId, key, at: tx.now.at }], skipDuplicates: true })
  return saved.count === 1
}
