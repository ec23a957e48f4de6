import { enqueue, saveEffect } from '@medspil/db'
import { loadLingering, loadOpenRefunds } from '@medspil/db/payment'
import { findSignup } from '@medspil/db/signup'
import type { JobHandler } from '../jobs/job.ts'
import type { Tick } from '../jobs/ticks.ts'
import { signupBatcher } from '../signup/index.ts'
import { closeCheckout } from './close-checkout.ts'
import { doorsOf } from './doors.ts'
import { followCheckout } from './follow-checkout.ts'

/** Most that one round of the tick takes. */
const roundSize = 100

/** Milliseconds after which a refund that nobody heard of is asked about again. */
const refundPatienceMs = 10 * 60_000

/** Hears what is true of a payment now. */
export const readCheckout: JobHandler<'read-checkout'> = async (job, { paymentId }) => { await followCheckout(doorsOf(job), paymentId) }

/** A place was given on or given back: nobody shall be able to pay for it any more. */
export const expireCheckout: JobHandler<'expire-checkout'> = async (job, { paymentId }) => { await closeCheckout(doorsOf(job), paymentId) }

/** A forening said no to a paid place: the share goes back, through the path of all places. */
export const refundEnded: JobHandler<'refund-ended'> = async ({ inTx, pool, kommuneId, clock }, { signupId }) => {
  const about = await inTx((tx) => findSignup(tx, signupId))
  if (!about) return
  await signupBatcher({ pool }, kommuneId).run({
    act: { kind: 'refund-ended', signupId, childId: about.childId, offerId: about.offerId }, by: { kind: 'job', kommuneId, id: null, name: 'refund-ended' }, now: clock(), once: null,
  })
}

/** Every hour: payments whose time is over, paid ones without an outcome, and refunds nobody has heard of are looked up. */
export const chasePayments: Tick = async (job) => {
  const { at } = job.clock()
  const hour = at.toISOString().slice(0, 13)
  await job.inTx(async (tx) => {
    for (const paymentId of await loadLingering(tx, roundSize))
      if (await saveEffect(tx, `chase-payment/${paymentId}/${hour}`)) await enqueue(tx, 'read-checkout', { paymentId })
    for (const { id } of await loadOpenRefunds(tx, new Date(at.getTime() - refundPatienceMs), roundSize))
      if (await saveEffect(tx, `chase-refund/${id}/${hour}`)) await enqueue(tx, 'send-refund', { refundId: id })
  })
}
