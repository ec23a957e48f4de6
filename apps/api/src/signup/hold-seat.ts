import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { instant, type Instant } from '@medspil/domain/signup'
import type { BatchWorld } from './batch-world.ts'

/**
 * Starts the time in which a place is held for its family to pay: minutes for one who sits there and took it, hours for
 * one who gets it from a line or a draw.
 */
export function holdSeat(world: BatchWorld, signup: BatchSignup, { program }: BatchOffer, from: Instant, how: 'minutes' | 'hours'): void {
  if (!program) throw new TypeError('only a place of a holiday programme is held for payment')
  const until = Date.parse(from) + (how === 'minutes' ? program.seatMinutes * 60_000 : program.payHours * 3_600_000)
  signup.heldUntil = instant(new Date(until).toISOString())
  world.leave({ name: 'lapse-seat', payload: { signupId: signup.id }, runAt: new Date(until + 1000).toISOString() })
}
