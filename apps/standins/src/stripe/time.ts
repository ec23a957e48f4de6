import { settle } from './balances.ts'
import { finishRefund } from './refunds.ts'
import { answerLate, expire, sessionOr404 } from './sessions.ts'
import type { StripeState } from './state.ts'

/** Lets the simulated clock do its work: payouts arrive, sessions expire, delayed payments and held refunds end. */
export function passTime(state: StripeState): void {
  settle(state)
  const second = state.second()
  const due = state.due.all(one => one.atSecond <= second).sort((one, other) => one.atSecond - other.atSecond)
  for (const { id, act } of due) {
    // First of all, so that an act that throws is not tried again with every request.
    state.due.remove(id)
    if (act === 'expire-session') expire(state, sessionOr404(state, id))
    else if (act === 'refund-success') finishRefund(state, id)
    else answerLate(state, id, act === 'late-success')
  }
}

/** Watches the clock also when nobody asks, so that an expiry is told by itself within a second. Returns the stop. */
export function watchClock(state: StripeState): () => void {
  const timer = setInterval(() => passTime(state), 1000).unref()
  return () => clearInterval(timer)
}
