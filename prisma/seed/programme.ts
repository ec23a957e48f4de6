import { dateOf, newId, type Tx } from '@medspil/db'
import { addDays, type Day, day, yearOf } from '@medspil/domain/day'
import { makeOffer } from '@medspil/testing/factories'
import { firstMonday, manners, summerWeeks } from './holiday/summers.ts'

interface ActivityFacts { cvr: string; title: string; pictogram: string; ageFrom: number; ageTo: number; days: number[]; from: string; to: string; place: string; kroner: number; capacity: number }

const activities: ActivityFacts[] = [
  { cvr: '10206018', title: 'Kajak fra Rødvig Havn', pictogram: 'kajak', ageFrom: 10, ageTo: 15, days: [0, 1], from: '10:00', to: '13:00', place: 'Rødvig Havn', kroner: 150, capacity: 10 },
  { cvr: '10206018', title: 'Byg en tømmerflåde', pictogram: 'ude', ageFrom: 8, ageTo: 13, days: [2], from: '10:00', to: '15:00', place: 'Rødvig Strand', kroner: 80, capacity: 16 },
  { cvr: '10206123', title: 'Klatring i tre dage', pictogram: 'klatring', ageFrom: 8, ageTo: 14, days: [1, 2, 3], from: '09:30', to: '12:00', place: 'Store Heddinge Hallen', kroner: 200, capacity: 12 },
  { cvr: '10206123', title: 'Parkour for begyndere', pictogram: 'gymnastik', ageFrom: 9, ageTo: 14, days: [4], from: '13:00', to: '15:30', place: 'Store Heddinge Hallen', kroner: 60, capacity: 8 },
  { cvr: '10206239', title: 'En dag på rideskolen', pictogram: 'ude', ageFrom: 7, ageTo: 16, days: [0], from: '10:00', to: '14:00', place: 'Stevns Rideskole', kroner: 220, capacity: 8 },
  { cvr: '10206239', title: 'Pas din egen pony', pictogram: 'ude', ageFrom: 6, ageTo: 9, days: [3], from: '10:00', to: '13:00', place: 'Stevns Rideskole', kroner: 180, capacity: 6 },
  { cvr: '10206123', title: 'Malerværksted', pictogram: 'kreativ', ageFrom: 6, ageTo: 16, days: [1], from: '10:00', to: '12:00', place: 'Klintskolen', kroner: 40, capacity: 14 },
  { cvr: '10206018', title: 'Fossiljagt ved klinten', pictogram: 'ude', ageFrom: 6, ageTo: 13, days: [4], from: '09:00', to: '12:00', place: 'Højerup', kroner: 0, capacity: 20 },
]

/**
 * Stevns' next summer that is some weeks away, open for sign-up. Dates, prices and places are examples.
 * @returns the programme's id and the offers by title
 */
export async function seedProgramme(tx: Tx, ordning: { ordningId: string; versionId: string }, foreningIds: Map<string, string>, today: Day): Promise<{ programId: string; offerIds: Map<string, string> }> {
  const year = today < day(`${yearOf(today)}-06-01`) ? yearOf(today) : yearOf(today) + 1
  const first = firstMonday(year)
  const programId = newId()
  await tx.db.holidayProgram.createMany({ data: [{
    kommuneId: tx.kommuneId, id: programId, ordningId: ordning.ordningId, ordningVersionId: ordning.versionId, name: `Aktiv Sommer ${year}`, state: 'opening', holiday: 'summer',
    fromDay: dateOf(first), toDay: dateOf(addDays(first, summerWeeks * 7 - 3)), opensAt: new Date(`${addDays(today, -20)}T07:00:00.000Z`), closesAt: new Date(`${addDays(first, -3)}T21:59:00.000Z`), stages: [{ from: `${addDays(today, -20)}T07:00:00.000Z`, places: 3, waiting: null }], ...manners,
  }] })
  const offerIds = new Map<string, string>()
  for (const { cvr, days, from, to, kroner, ...facts } of activities) {
    const foreningId = foreningIds.get(cvr)
    if (!foreningId) throw new Error(`no forening ${cvr}`)
    offerIds.set(facts.title, await makeOffer(tx, {
      ...facts, foreningId, programId, activity: facts.title.toLowerCase(), description: 'Vi mødes, prøver og griner. Tag madpakke med.', travel: 'Bussen kører fra stationen en halv time før',
      area: 'Område 1', weekday: 1, timeFrom: from, timeTo: to, price: BigInt(kroner) * 100n, priceKind: 'activity', trialFree: false,
      seasonFrom: addDays(first, days[0] ?? 0), seasonTo: addDays(first, days.at(-1) ?? 0),
      occurrences: days.map((n) => ({ day: addDays(first, n), timeFrom: from, timeTo: to, place: facts.place })),
    }))
  }
  return { programId, offerIds }
}
