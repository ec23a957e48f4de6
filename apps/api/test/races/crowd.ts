import { newId } from '@medspil/db'
import { day } from '@medspil/domain/day'
import type { FamilyMember } from '@medspil/domain/access'
import type { TestDatabase } from '@medspil/testing/database'
import { plantOffer, type World } from '../../src/signup/signup.test-kit.ts'

/** Who storms what. */
export interface Crowd { world: World; offers: string[]; children: { childId: string; actor: FamilyMember }[] }

/** Plants offers on one programme and children of four grades of luck, in a few statements. */
export async function plantCrowd(test: TestDatabase, world: World, programId: string, size: { offers: number; places: number; children: number }): Promise<Crowd> {
  const offers: string[] = []
  for (let at = 0; at < size.offers; at += 1) {
    const on = `2026-07-${String(6 + at).padStart(2, '0')}`
    offers.push(await plantOffer(test, world, { programId, capacity: size.places, seasonFrom: on, seasonTo: on, occurrences: [{ day: day(on), timeFrom: '10:00', timeTo: '12:00', place: 'Rødvig' }] }))
  }
  const { kommuneId } = world
  const children = Array.from({ length: size.children }, (_, at) => {
    const guardianId = newId()
    return { childId: newId(), actor: { kind: 'family', kommuneId, id: guardianId, name: `Berit ${at}`, birthDay: day('1988-03-02'), personKey: `person:${guardianId}` } satisfies FamilyMember }
  })
  const person = `insert into person (kommune_id, id, name, birth_day, language, created_at) select $1, id, $3, $4, 'da', '2026-01-01' from unnest($2::uuid[]) id`
  await test.admin.query(person, [kommuneId, children.map(({ childId }) => childId), 'Alma Prøve', '2016-05-04'])
  await test.admin.query(person, [kommuneId, children.map(({ actor }) => actor.id), 'Berit Prøve', '1988-03-02'])
  await test.admin.query(
    `insert into relation (kommune_id, id, adult_id, child_id, kind, lives_with, source, from_day) select $1, gen_random_uuid(), a, c, 'custody', true, 'CPR', '2016-05-04' from unnest($2::uuid[], $3::uuid[]) x(a, c)`,
    [kommuneId, children.map(({ actor }) => actor.id), children.map(({ childId }) => childId)])
  return { world, offers, children }
}

const placed = `state in ('seat-held', 'requested', 'confirmed', 'started', 'offered', 'awaiting-payment')`

/** What is wrong after the storm, counted from the rows alone. All must be 0. */
export async function faultsOf({ admin }: TestDatabase, { world }: Crowd, limit: number) {
  const count = async (sql: string, values: unknown[] = [world.kommuneId]) => Number((await admin.query(`select count(*) as n from (${sql}) x`, values)).rows[0].n)
  return {
    oversold: await count(`select 1 from offer o where kommune_id = $1 and (select count(*) from signup s where s.offer_id = o.id and ${placed}) > o.capacity`),
    doublePlaces: await count(`select 1 from signup where kommune_id = $1 and (${placed} or state = 'waiting') group by child_id, offer_id having count(*) > 1`),
    overLimit: await count(`select 1 from signup where kommune_id = $1 and ${placed} group by child_id having count(*) > $2`, [world.kommuneId, limit]),
    doubleNumbers: await count(`select 1 from signup where kommune_id = $1 and waiting_number is not null group by offer_id, waiting_number having count(*) > 1`),
    counterWrong: await count(`select 1 from offer o where kommune_id = $1 and (taken <> (select count(*) from signup s where s.offer_id = o.id and ${placed})
      or waiting <> (select count(*) from signup s where s.offer_id = o.id and s.state = 'waiting'))`),
    overHeld: await count(`select 1 from purse where kommune_id = $1 and (available < 0 or held < 0)`),
  }
}
