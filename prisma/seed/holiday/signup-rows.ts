import { newId } from '@medspil/db'
import type { Day } from '@medspil/domain/day'
import { displayNameOf } from '@medspil/domain/signup'
import type { Chance } from '../life/chance.ts'
import { type Asked, dayOfMoment } from './crowd.ts'
import type { PlantedRow } from './plant.ts'

/** How a place ended when its activity was over; null while it lies ahead. */
export type Ending = 'came' | 'never-came' | 'unmarked' | 'activity-cancelled'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** One request as the row that the sign-up path would have left. */
export function signupRow(asked: Asked, programId: string, ending: Ending | null): PlantedRow {
  const { activity, child } = asked
  const state = stateOf(asked, ending)
  const lastDay = activity.dates.at(-1)!
  const isEnded = state === 'ended' || state === 'no-show' || state === 'cancelled-by-kommune'
  return {
    id: asked.id, offer_id: activity.id, child_id: child.id, program_id: programId, course_id: null, display_name: displayNameOf(child.name), state,
    place: state === 'confirmed' || state === 'offered', reserved: false, waiting_number: asked.waitingNumber, price: activity.price, pass_pays: 0, family_pays: activity.price,
    requested_by: child.guardianId, requested_kind: 'family', created_at: iso(asked.at), offered_at: iso(asked.offeredAt), offer_deadline_at: state === 'offered' ? iso(asked.deadlineAt) : null,
    answered_at: null, started_on: ending === 'came' && state === 'ended' ? activity.dates[0]! : null,
    ended_on: isEnded ? endDay(state, lastDay, activity.dates[0]!) : asked.endedAt === null ? null : dayOfMoment(asked.endedAt), end_reason: reasonOf(state),
  }
}

const endDay = (state: string, lastDay: Day, firstDay: Day): Day => (state === 'cancelled-by-kommune' ? dayOfMoment(Date.parse(firstDay) - 10 * 86_400_000) : lastDay)

function stateOf({ state }: Asked, ending: Ending | null): string {
  if (state === 'cancelled') return 'cancelled-by-family'
  if (state === 'lapsed' || state === 'declined') return state
  if (ending === 'activity-cancelled') return 'cancelled-by-kommune'
  if (state !== 'place') return state
  return ending === null ? 'confirmed' : ending === 'never-came' ? 'no-show' : 'ended'
}

const reasons: Record<string, string> = { 'cancelled-by-family': 'cancelled', 'cancelled-by-kommune': 'cancelled', lapsed: 'lapsed', declined: 'declined' }
const reasonOf = (state: string): string | null => reasons[state] ?? null

/** A mark for each meeting of a place that was marked at all. */
export function markRows(chance: Chance, { id, child, activity }: Asked, ending: Ending): PlantedRow[] {
  if (ending !== 'came' && ending !== 'never-came') return []
  return activity.dates.map((day, n): PlantedRow => ({
    id: newId(), signup_id: id, child_id: child.id, forening_id: activity.organiser.foreningId, day, time_from: activity.from,
    mark: ending === 'came' && (n === 0 || chance.yes(0.93)) ? 'present' : 'absent', source: 'link', marked_by: null, marked_at: `${day}T${activity.to}:00.000Z`,
  }))
}
