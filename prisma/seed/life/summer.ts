import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, addYears } from '@medspil/domain/day'
import { makeFamily } from '@medspil/testing/factories'
import { nameFamily } from './names.ts'
import { asJob, type Ground, on, type World } from './world.ts'

/** This activity keeps its very last place, so that one who logs in can take it and the next one waits. */
const keepsLastPlace = 'En dag på rideskolen'
const families = 60

/** Families sign up for Aktiv Sommer: some activities fill and get a line, some have room. */
export async function fillSummer(world: World, ground: Ground, { offerIds }: { programId: string; offerIds: Map<string, string> }): Promise<void> {
  const { chance, today } = world
  const offers = [...offerIds.values()]
  const kept = offerIds.get(keepsLastPlace) ?? ''
  let left = await asJob(world, ground, today, async (tx) => (await tx.db.offer.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: ground.kommuneId, id: kept } } })).capacity)
  for (let n = 0; n < families || (left > 1 && n < 3 * families); n += 1) {
    const made = nameFamily(chance)
    const day = addDays(today, -chance.between(0, 12))
    const { childId, guardianId } = await asJob(world, ground, day, (tx) => makeFamily(tx,
      { name: made.child, gender: made.gender, birthDay: addDays(addYears(day, -chance.between(8, 12)), -chance.between(1, 300)) }, { name: made.guardian, language: made.language }))
    const family: Actor = { kind: 'family', kommuneId: ground.kommuneId, id: guardianId, name: made.guardian, birthDay: addYears(day, -36), personKey: `seed:${guardianId}` }
    // The first activities are the most wanted.
    for (const offerId of n < families ? new Set([chance.pick(offers.slice(0, 4)), chance.pick(offers)]) : [kept]) {
      if (offerId === kept && left === 1) continue
      const receipt = await on(world, day, family).signup.request({ requestId: newId(), childId, offerId, acceptsClash: true }).catch(() => null)
      if (offerId === kept && receipt) left -= 1
    }
  }
}
