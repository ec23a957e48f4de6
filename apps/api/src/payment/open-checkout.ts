import { loadKommune } from '@medspil/db/access'
import { loadPayment, loadProgramName, saveSession } from '@medspil/db/payment'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import type { Doors } from './doors.ts'
import { followCheckout } from './follow-checkout.ts'

/**
 * Makes the session of a payment that stands in our books, under its stored key: called again, after a crash or a lost answer,
 * it is the same session. A payment that has one, or is over, is left alone.
 * @throws Unavailable when Stripe does not answer; the payment stays, and the next call goes on with it
 */
export async function openCheckout(doors: Doors, paymentId: string): Promise<void> {
  const found = await doors.inTx(async (tx) => {
    const stored = await loadPayment(tx, paymentId)
    if (stored?.payment.state !== 'open' || stored.sessionId !== null) return null
    return { stored, kommune: await loadKommune(tx), text: await loadProgramName(tx, stored.programId) }
  })
  if (!found) return
  const { stored: { payment, sendKey, expiresAt }, kommune, text } = found
  try {
    const opened = await doors.checkouts.open({
      paymentId, kommuneId: doors.kommuneId, key: sendKey, expiresAt, returnPath: `/${kommune.key}/betaling/${paymentId}`,
      lines: payment.lines.map(({ amount }) => ({ text, amount })),
    })
    await doors.inTx((tx) => saveSession(tx, paymentId, opened))
  } catch (error) {
    if (error instanceof Unavailable) throw error
    // A plain no, such as a time that is now too short: what counts is whether a session is there.
    log('warn', 'checkout-refused', { paymentId, error: error instanceof Error ? error.message : String(error) })
    await followCheckout(doors, paymentId)
    throw new Unavailable('Stripe Checkout', error)
  }
}
