import { newId, type Now } from '@medspil/db'
import { day, type Day } from '@medspil/domain/day'
import { at, type TestDatabase } from '@medspil/testing/database'
import { holder } from '../forening/forening.test-kit.ts'
import { later, plantFamily, plantOffer, plantProgram, type World } from '../signup/signup.test-kit.ts'
import { callerAs } from '../testing.ts'

/** The activity meets twice on its first day and once on its second; both lie in the summer time. */
export const meetings = [['2026-04-07', '09:00', '11:00'], ['2026-04-07', '13:00', '15:00'], ['2026-04-08', '09:00', '11:00']] as const
export const [firstDay, lastDay] = [day('2026-04-07'), day('2026-04-08')]
export const note = { allergies: 'Jordnødder', medicine: 'EpiPen i tasken', fetchedBy: 'Mormor Grethe', emergencyPhone: '+45 12 34 56 78', photoConsent: false }

/** A programme whose care notes would open three days before, if the day list were there, and are erased two days after. */
export async function plantHoliday(db: TestDatabase, world: World): Promise<string> {
  const programId = await plantProgram(db, world, { maxPerChild: 5 })
  await db.admin.query('update holiday_program set care_opens_days = 3, care_erased_days = 2 where id = $1', [programId])
  return programId
}

/** An activity of a programme with room. */
export const plantActivity = (db: TestDatabase, world: World, programId: string, facts: Partial<Parameters<typeof plantOffer>[2]> = {}): Promise<string> =>
  plantOffer(db, world, {
    programId, title: 'Bål og bue', activity: 'friluftsliv', pictogram: 'natur', price: 0n, priceKind: 'activity', seasonFrom: firstDay, seasonTo: lastDay, timeFrom: '09:00', timeTo: '11:00', place: 'Skovhytten',
    occurrences: meetings.map(([on, timeFrom, timeTo]) => ({ day: day(on), timeFrom, timeTo, place: 'Skovhytten' })), ...facts,
  })

/** A child with a place at an activity. */
export async function plantPlace(db: TestDatabase, world: World, offerId: string, child: Parameters<typeof plantFamily>[2] = {}) {
  const family = await plantFamily(db, world, { name: 'Alma Kvist', ...child })
  const { signupId } = await callerAs(db.database, family.actor, { now: later(0) }).signup.request({ requestId: newId(), childId: family.childId, offerId, acceptsClash: true })
  return { ...family, offerId, signupId }
}

/** A moment of a day as the tests say it. */
export const on = (iso: Day | string, hour = 10): Now => at(iso, hour)

/** Whoever holds the link to an activity's day list. */
export const leader = (db: TestDatabase, world: World, offerId: string, now: Now, foreningId = world.foreningId) =>
  callerAs(db.database, holder(world, 'team-list', offerId, foreningId), { now })
