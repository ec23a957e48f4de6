import type { PaymentStarted, StartPayment } from '@medspil/contracts/payment'
import { loadPayment } from '@medspil/db/payment'
import { findSignup } from '@medspil/db/signup'
import { NotFound, Refused } from '../errors.ts'
import { allow } from '../shell.ts'
import { signupBatcher, type SignupNames } from '../signup/index.ts'
import { hashOf } from '../trpc/once.ts'
import type { Context } from '../trpc/procedure.ts'
import { closeCheckout } from './close-checkout.ts'
import { doorsFor } from './doors.ts'
import { openCheckout } from './open-checkout.ts'

/**
 * Begins the payment of held places: its rows are committed first, then Stripe is asked for the page. Pressed again, in this
 * tab or another, it is the same open payment; a payment for other places of these is closed first, and what it had come to counts.
 * @param input.requestId takes the payment as its id
 * @throws Refused when there is nothing to pay or the time is over; Unavailable when Stripe is away, with the place kept
 */
export async function startPayment(ctx: Context, input: StartPayment): Promise<PaymentStarted> {
  const now = ctx.clock()
  const signups = await ctx.asActor(ctx.actor, { now, procedure: 'payment.start' }, async (tx) => {
    const all: SignupNames[] = []
    for (const id of input.signupIds) {
      const found = await findSignup(tx, id)
      if (!found) throw new NotFound('payment.start')
      await allow({ tx, actor: ctx.actor, now }, 'payment.start', { childId: found.childId })
      all.push({ signupId: found.id, childId: found.childId, offerId: found.offerId })
    }
    return all
  })
  const doors = doorsFor(ctx, 'start-payment')
  const begin = () => signupBatcher(ctx.database, ctx.actor.kommuneId).run({
    act: { kind: 'start-payment', paymentId: input.requestId, signups }, by: ctx.actor, now: ctx.clock(),
    once: { actorId: ctx.actor.id ?? '', procedure: 'payment.start', id: input.requestId, inputHash: hashOf(input).toString('hex') },
  })
  const { paymentId } = await begin().catch(async (error: unknown) => {
    if (!(error instanceof Refused && error.whyNot.reason === 'payment-open-already')) throw error
    const other = error.whyNot.paymentId
    await closeCheckout(doors, other)
    return begin()
  })
  await openCheckout(doors, paymentId)
  const stored = await doors.inTx((tx) => loadPayment(tx, paymentId))
  if (!stored) throw new NotFound('payment.start')
  return { id: paymentId, state: stored.payment.state, amount: stored.payment.amount, url: stored.sessionUrl }
}
