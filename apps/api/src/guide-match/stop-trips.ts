import { audit, enqueue, newId, type Tx } from '@medspil/db'
import { loadGuardianIds, loadMatches, loadTravellingGuides, loadTrips, updateTrip } from '@medspil/db/guide-match'
import { tripsToStop } from '@medspil/domain/guide-match'
import type { Tick } from '../jobs/ticks.ts'

/** Cancels every trip whose guide's børneattest no longer counts today, and tells the families (product.md 3d). */
export const stopTrips: Tick = ({ inTx }) => inTx(stopTripsToday)

async function stopTripsToday(tx: Tx): Promise<void> {
  for (const guideId of await loadTravellingGuides(tx, tx.now.day))
    for (const match of await loadMatches(tx, { guideId })) {
      const facts = { guideState: match.guideState, certificateValidTo: match.certificateValidTo, matchState: match.state, endsOn: match.maxUntil, parentPermission: match.permission }
      const planned = (await loadTrips(tx, [match.id])).map(({ id, day, state }) => ({ tripId: id, day, state }))
      for (const { tripId, whyNot } of tripsToStop(planned, facts, tx.now.day)) {
        await updateTrip(tx, tripId, { state: 'cancelled', whyCancelled: whyNot.reason })
        await audit(tx, 'guide-match.trip-stopped', { id: tripId, childId: match.childId }, { why: whyNot.reason })
        for (const personId of await loadGuardianIds(tx, match.childId)) await enqueue(tx, 'tell-family', { personId, childId: match.childId, purpose: 'news', subjectId: newId() })
      }
    }
}
