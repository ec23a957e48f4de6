import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, addYears } from '@medspil/domain/day'
import { makeFamily } from '@medspil/testing/factories'
import { nameFamily } from './names.ts'
import { asJob, type Ground, on, type World } from './world.ts'

/** Families sign up for Aktiv Sommer: some activities fill and get a line, some have room. */
export async function fillSummer(world: World, ground: Ground, { offerIds }: { programId: string; offerIds: Map<string, string> }): Promise<void> {
  const { chance, today } = world
  const offers = [...offerIds.values()]
  for (let n = 0; n < 60; n += 1) {
    const made = nameFamily(chance)
    const day = addDays(today, -chance.between(0, 12))
    const { childId, guardianId } = await asJob(world, ground, day, (tx) => makeFamily(tx,
      { name: made.child, gender: made.gender, birthDay: addDays(addYears(day, -chance.between(8, 12)), -chance.between(1, 300)) }, { name: made.guardian, language: made.language }))
    const family: Actor = { kind: 'family', kommuneId: ground.kommuneId, id: guardianId, name: made.guardian, birthDay: addYears(day, -36), personKey: `seed:${guardianId}` }
    // The first activities are the most wanted.
    for (const offerId of new Set([chance.pick(offers.slice(0, 4)), chance.pick(offers)]))
      await on(world, day, family).signup.request({ requestId: newId(), childId, offerId, acceptsClash: true }).catch(() => null)
  }
}
