import { newId, type Database } from '@medspil/db'
import type { Context } from '../../src/trpc/procedure.ts'
import { today } from '../../src/signup/signup.test-kit.ts'

/**
 * The mistake that promise 1 is held against: count the places as the family sees them, then insert. No lock is taken,
 * and a family sees no row but its own, so every count is too small.
 */
export async function countThenInsert(
  database: Database, actor: Context['actor'], { childId, offerId }: { childId: string; offerId: string },
): Promise<{ signupId: string; state: string }> {
  const kommuneId = actor.kommuneId
  const call = { now: today, procedure: 'race' }
  const mine = await database.asActor(actor, call, async (tx) => ({
    taken: await tx.db.signup.count({ where: { kommuneId, offerId, place: true } }),
    held: await tx.db.signup.count({ where: { kommuneId, childId, place: true } }),
    offer: await tx.db.offer.findFirstOrThrow({ where: { kommuneId, id: offerId } }),
  }))
  const free = mine.taken < mine.offer.capacity && mine.held <= 3
  const signupId = newId()
  await database.asActor({ kind: 'signup-batch', kommuneId, id: null }, call, (tx) => tx.db.signup.createMany({ data: [{
    kommuneId, id: signupId, offerId, childId, programId: mine.offer.programId, displayName: 'Alma P.', state: free ? 'confirmed' : 'waiting', place: free,
    price: 0n, passPays: 0n, familyPays: 0n, requestedKind: 'family', createdAt: today.at,
  }] }))
  return { signupId, state: free ? 'confirmed' : 'waiting' }
}
