import { newId } from '@medspil/db'
import type { Actor } from '@medspil/domain/access'
import { addDays, addYears } from '@medspil/domain/day'
import { makeFamily } from '@medspil/testing/factories'
import { bookOwnShares, type PaidPlace, payAtStripe, paymentRows } from '../holiday/own-shares.ts'
import { planting } from '../holiday/plant.ts'
import { nameFamily } from './names.ts'
import { asJob, type Ground, morning, on, type World } from './world.ts'

/** This activity keeps its very last place, so that one who logs in can take it and the next one waits. */
const keepsLastPlace = 'En dag på rideskolen'
const families = 60

/** Families sign up for Aktiv Sommer: some activities fill and get a line, some have room. */
export async function fillSummer(world: World, ground: Ground, { programId, offerIds }: { programId: string; offerIds: Map<string, string> }): Promise<void> {
  const { chance, today } = world
  const offers = [...offerIds.values()]
  const kept = offerIds.get(keepsLastPlace) ?? ''
  let left = await asJob(world, ground, today, async (tx) => (await tx.db.offer.findUniqueOrThrow({ where: { kommuneId_id: { kommuneId: ground.kommuneId, id: kept } } })).capacity)
  const held: PaidPlace[] = []
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
      if (receipt?.state === 'seat-held') held.push({ id: receipt.signupId, child: { id: childId, guardianId }, activity: { price: Number(receipt.familyPays) }, at: morning(day).at.getTime(), offeredAt: null })
    }
  }
  await payHeld(world, ground, programId, held)
}

/** Everybody pays the place that is held for them, so that it stays theirs. */
async function payHeld(world: World, ground: Ground, programId: string, held: readonly PaidPlace[]): Promise<void> {
  const { today, database: { pool } } = world
  const { kommuneId } = ground
  await asJob(world, ground, today, (tx) => tx.db.signup.updateMany({ where: { kommuneId, id: { in: held.map(({ id }) => id) } }, data: { state: 'confirmed', heldUntil: null } }))
  const { payments, lines } = paymentRows(held, programId)
  await payAtStripe(world, ground, payments)
  await planting(pool, kommuneId, morning(today), async (plant) => {
    await plant('payment', payments)
    await plant('payment_line', lines)
  })
  await bookOwnShares(world, ground, held, today)
}
