import type { ReservedView } from '@medspil/contracts/signup'
import type { BatchOffer } from '@medspil/db/signup'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import type { BatchWorld } from './batch-world.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Keeps places of an activity for supported children until a day (product.md 3c). Never more than are free, and never
 * fewer than are filled: nobody loses a place by it, and capacity stays what it was.
 */
export function decideReservation(world: BatchWorld, queued: ActOf<'set-reserved'>): ReservedView {
  const offer = offerOf(world, queued.act.offerId)
  const most = offer.capacity - (offer.taken - offer.reservedTaken)
  const reserved = Math.min(Math.max(queued.act.reserved, offer.reservedTaken), most)
  return keep(world, queued, offer, reserved, queued.act.until)
}

/** Gives the kept places nobody filled to the line, once their last day is over. Run twice, the second finds none. */
export function releaseReservation(world: BatchWorld, queued: ActOf<'release-reserved'>): ReservedView {
  const offer = offerOf(world, queued.act.offerId)
  const isOver = offer.reservedUntil !== null && offer.reservedUntil < world.now.day
  return isOver ? keep(world, queued, offer, offer.reservedTaken, offer.reservedUntil) : viewOf(offer)
}

function keep(world: BatchWorld, queued: QueuedAct, offer: BatchOffer, reserved: number, until: string | null): ReservedView {
  const before = offer.reserved
  if (reserved === before && until === offer.reservedUntil) return viewOf(offer)
  world.keepReserved(offer, reserved, until)
  world.audit(queued, 'offer.reserved-set', { id: offer.id, childId: null }, { before, after: reserved, until })
  if (reserved < before && offer.waiting > 0) world.leave({ name: 'promote-from-list', payload: { offerId: offer.id } })
  return viewOf(offer)
}

function offerOf(world: BatchWorld, id: string): BatchOffer {
  const offer = world.offer(id)
  if (!offer || offer.programId === null) throw new NotFound()
  return offer
}

const viewOf = ({ id, reserved, reservedTaken, reservedUntil }: BatchOffer): ReservedView =>
  ({ offerId: id, reserved, reservedTaken, until: reservedUntil as ReservedView['until'] })
