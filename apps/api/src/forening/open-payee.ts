import type { PayeeLink } from '@medspil/contracts/forening'
import { audit, type Tx } from '@medspil/db'
import { loadForening, savePayee } from '@medspil/db/forening'
import { NotFound } from '../errors.ts'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'
import { holderOf } from './reach.ts'

/**
 * The address where the treasurer gives Stripe the payment details, which never pass through us. Opens the account first;
 * whether it can be paid is read from Stripe afterwards, and the change of payee is kept with its day, since payouts to a
 * new one take another approval.
 */
export async function openPayee(ctx: Context): Promise<PayeeLink> {
  const now = ctx.clock()
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => ctx.asActor(ctx.actor, { now, procedure: 'forening.openPayee' }, work)
  const { id: foreningId, kommuneId } = holderOf(ctx.actor, 'forening-desk')
  const known = await inTx(async (tx) => {
    await allow({ tx, actor: ctx.actor, now }, 'forening.money')
    const forening = await loadForening(tx, foreningId)
    if (!forening) throw new NotFound('forening')
    return forening.stripeAccountId
  })
  const account = known ?? (await ctx.gateways.transfers.createAccount({ foreningId, kommuneId, key: `account-${foreningId}` })).id
  if (!known)
    await inTx(async (tx) => {
      await savePayee(tx, foreningId, account)
      await audit(tx, 'forening.payee-changed', { id: foreningId }, { rail: 'stripe' })
    })
  return { url: await ctx.gateways.transfers.accountLink({ account }) }
}
