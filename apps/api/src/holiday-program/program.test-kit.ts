import type { EditActivity, SaveActivity } from '@medspil/contracts/holiday-program/activity'
import type { PlanText } from '@medspil/contracts/holiday-program/desk'

/** A plan for the summer of 2026 that has no fault, seen from March. */
export const summerPlan = (part: Partial<PlanText> = {}): PlanText => ({
  name: 'Aktiv Sommer 2026', holiday: 'summer', fromDay: '2026-06-29', toDay: '2026-08-07', way: 'opening-minute', opensAt: '2026-05-04T09:00', closesAt: '2026-06-21T23:59', wishesOpenAt: null, wishesCloseAt: null,
  mostWishes: 8, loserNumbers: 0, publicChance: null, stages: [{ from: '2026-05-04T09:00', places: 1, waiting: 1 }, { from: '2026-05-11T09:00', places: null, waiting: null }],
  refundRule: [{ untilDays: 14, percent: 100 }], travelMinutes: { samePlace: 0, sameArea: 15, otherArea: 30 }, groupTooLarge: 'pass-over', seatMinutes: 30, payHours: 72, offerHours: 24,
  careOpensDays: 3, careErasedDays: 14, noShowText: '', answerBy: '2026-04-01', ...part,
})

/** An activity of it, as an organiser writes it. */
export const kayak = (part: Partial<SaveActivity> = {}): Omit<SaveActivity, 'requestId' | 'programId'> => ({
  offerId: null, title: 'Kajak fra havnen', activity: 'kajak', pictogram: 'kajak', description: 'Vi padler langs klinten.', audience: { kind: 'ages', from: 10, to: 15 },
  sessions: [{ day: '2026-07-01', timeFrom: '10:00', timeTo: '13:00', place: 'Havnen' }, { day: '2026-06-30', timeFrom: '10:00', timeTo: '13:00', place: 'Havnen' }], area: 'Område 1', travel: '', price: 15_000n, capacity: 10,
  minimum: 4, minimumDecidedOn: '2026-06-20', equipment: 'Håndklæde', accessibility: 'Der er trin ned til broen', supportNeeds: [], languages: ['dansk'], ask: true, ...part,
})

/** The same from the kommune's hand. */
export const kayakBy = (foreningId: string, part: Partial<EditActivity> = {}): Omit<EditActivity, 'requestId' | 'programId'> => {
  const { ask: _ask, ...written } = kayak()
  return { ...written, foreningId, ...part }
}
