import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { cutAtBegin, instant, type Instant } from '@medspil/domain/signup'
import { meetingTimesOf } from './batch-activity.ts'
import type { BatchWorld } from './batch-world.ts'

/**
 * Starts the time in which a place is held for its family to pay: minutes for one who sits there and took it, hours for
 * one who gets it from a line, a draw or somebody else. The hours end when a meeting begins, but never before the minutes:
 * whoever has just said yes has as long as another to pay.
 */
export function holdSeat(world: BatchWorld, signup: BatchSignup, offer: BatchOffer, from: Instant, how: 'minutes' | 'hours'): void {
  const { program } = offer
  if (!program) throw new TypeError('only a place of a holiday programme is held for payment')
  const after = (minutes: number) => instant(new Date(Date.parse(from) + minutes * 60_000).toISOString())
  const least = after(program.seatMinutes)
  const until = how === 'minutes' ? least : latestOf(least, cutAtBegin(meetingTimesOf(offer), { wanted: after(program.payHours * 60), least }))
  signup.heldUntil = until
  world.leave({ name: 'lapse-seat', payload: { signupId: signup.id }, runAt: new Date(Date.parse(until) + 1000).toISOString() })
}

const latestOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)
