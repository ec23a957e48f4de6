import type { ReservedView } from '@medspil/contracts/signup'
import type { BatchOffer } from '@medspil/db/signup'
import { lastKeptDay } from '@medspil/domain/attendance'
import { day } from '@medspil/domain/day'
import { NotFound } from '../errors.ts'
import type { QueuedAct, SignupAct } from './acts.ts'
import { isKeptOver } from './batch-activity.ts'
import type { BatchWorld } from './batch-world.ts'

type ActOf<K extends SignupAct['kind']> = QueuedAct<Extract<SignupAct, { kind: K }>>

/**
 * Keeps places of an activity for supported children until a day (product.md 3c), at the latest until its day list is sent.
 * Never more than are free, and never fewer than are filled: nobody loses a place by it, and capacity stays what it was.
 */
export function decideReservation(world: BatchWorld, queued: ActOf<'set-reserved'>): ReservedView {
  const offer = offerOf(world, queued.act.offerId)
  const most = offer.capacity - (offer.taken - offer.reservedTaken)
  const reserved = Math.min(Math.max(queued.act.reserved, offer.reservedTaken), most)
  const until = queued.act.reserved === 0 ? queued.act.until : lastKeptDay(day(offer.seasonFrom), queued.act.until)
  return keep(world, queued, offer, isKeptOver({ ...offer, reservedUntil: until }, world.now.day) ? offer.reservedTaken : reserved, until)
}

/** Gives the kept places nobody filled to the line, once their last day is over. Run twice, the second finds none. */
export function releaseReservation(world: BatchWorld, queued: ActOf<'release-reserved'>): ReservedView {
  const offer = offerOf(world, queued.act.offerId)
  return isKeptOver(offer, world.now.day) ? keep(world, queued, offer, offer.reservedTaken, offer.reservedUntil) : viewOf(offer)
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
