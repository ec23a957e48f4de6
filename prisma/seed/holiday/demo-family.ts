import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, completedYears, day } from '@medspil/domain/day'
import { findPersona, registeredChildren } from '@medspil/standins/personas'
import { makePerson, makeRelation } from '@medspil/testing/factories'
import { asJob, type Ground, morning, on, type World } from '../life/world.ts'
import type { PlantedActivity } from './activities.ts'
import { type Asked } from './crowd.ts'
import { planting } from './plant.ts'
import { signupRow } from './signup-rows.ts'

/** Birth days as in the register, which makes the same CPR numbers. */
const children = [{ key: 'asger', birthDay: day('2016-03-11') }, { key: 'ellen', birthDay: day('2018-06-09') }] as const

/**
 * A family one can log in as, in the middle of everything: a place that waits for its payment, an offered place to answer, a
 * number in a line, and a sure place with what its adults must know.
 */
export async function seedDemoFamily(world: World, ground: Ground, programId: string, activities: readonly PlantedActivity[]): Promise<void> {
  const { today, database: { pool } } = world
  const { kommuneId } = ground
  const mother = findPersona('trine')
  if (!mother?.cpr) throw new Error('the demo family is not in the register')
  const [motherCpr, { name: motherName, birthDay: motherBorn }] = [mother.cpr, mother]
  const guardianId = await asJob(world, ground, today, (tx) => makePerson(tx, { name: motherName, birthDay: motherBorn ?? '1986-02-27', cpr: motherCpr, mail: 'trine@familie.example', area: 'Område 1', postcode: '4660' }))
  const family = await Promise.all(children.map(async ({ key, birthDay }) => {
    const known = registeredChildren.find((one) => one.key === key)
    if (!known) throw new Error(`no child ${key} in the register`)
    const id = await asJob(world, ground, today, async (tx) => {
      const childId = await makePerson(tx, { name: known.name, birthDay, cpr: known.cpr, phone: null, mail: null, area: 'Område 1', postcode: '4660', school: 'Klintskolen' })
      await makeRelation(tx, { adultId: guardianId, childId, fromDay: birthDay })
      return childId
    })
    return { id, guardianId, name: known.name, birthDay, area: 'Område 1' }
  }))
  const [asger, ellen] = family
  if (!asger || !ellen) throw new Error('the demo family has two children')

  const counts = new Map((await asJob(world, ground, today, (tx) => tx.db.offer.findMany({ where: { kommuneId, programId }, select: { id: true, capacity: true, taken: true, waitingLast: true } }))).map((row) => [row.id, row]))
  const used = new Set<string>()
  const find = (child: typeof asger, test: (one: PlantedActivity, free: number) => boolean): PlantedActivity => {
    const found = activities.find((one) => {
      const row = counts.get(one.id)
      const years = completedYears(child.birthDay, one.dates[0]!)
      return row && one.audience.kind === 'ages' && years >= one.ages.from && years <= one.ages.to && !one.dates.some((on) => used.has(`${child.id} ${on}`)) && test(one, row.capacity - row.taken)
    })
    if (!found) throw new Error('the summer has no activity for the demo family')
    for (const on of found.dates) used.add(`${child.id} ${on}`)
    return found
  }
  const at = morning(addDays(today, -2)).at.getTime()
  const next = ({ id }: PlantedActivity) => Number(counts.get(id)!.waitingLast) + 1
  const ask = (child: typeof asger, activity: PlantedActivity, facts: Partial<Asked>): Asked => ({ id: newId(), child, activity, at, state: 'place', waitingNumber: null, offeredAt: null, deadlineAt: null, endedAt: null, ...facts })
  const toPay = find(asger, ({ price }, free) => price > 0 && free >= 5)
  const offered = find(asger, ({ price }, free) => price === 0 && free >= 5)
  const waiting = find(ellen, ({ reserved }, free) => reserved === 0 && free === 0)
  const sure = find(ellen, ({ price }, free) => price === 0 && free >= 5)
  const hour = 3_600_000
  const sureAsked = ask(ellen, sure, {})
  const rows = [
    { ...signupRow(ask(asger, toPay, { waitingNumber: next(toPay), offeredAt: at }), programId, null), state: 'awaiting-payment', place: true, held_until: new Date(at + 120 * hour).toISOString() },
    signupRow(ask(asger, offered, { state: 'offered', waitingNumber: next(offered), offeredAt: at + 30 * hour, deadlineAt: at + 96 * hour }), programId, null),
    signupRow(ask(ellen, waiting, { state: 'waiting', waitingNumber: next(waiting) }), programId, null), signupRow(sureAsked, programId, null),
  ]
  await planting(pool, kommuneId, morning(addDays(today, -2)), async (plant) => { for (const row of rows) await plant('signup', [row]) })
  const actor: Actor = { kind: 'family', kommuneId, id: guardianId, name: motherName, birthDay: day(motherBorn ?? '1986-02-27'), personKey: `seed:${guardianId}` }
  await on(world, today, actor).care.save({ requestId: newId(), signupId: sureAsked.id, note: { allergies: 'Tåler ikke nødder', medicine: 'Astmaspray i den blå taske', fetchedBy: 'Mormor Inger', emergencyPhone: '+4520304099', photoConsent: true } })
}
