import { newId } from '@medspil/db'
import type { BatchOffer, BatchSignup } from '@medspil/db/signup'
import { day, type Day } from '@medspil/domain/day'
import { entryForHold, entryForRelease, hold, onDay, partsTotal, priceAfterPass, release, type Fritidspas, type ReleaseCause } from '@medspil/domain/fritidspas'
import { holdKeptUntil, paidKind } from '@medspil/domain/signup'
import type { Ore } from '@medspil/ledger'
import { oreOf, type BatchWorld } from './batch-world.ts'

/** Øre that a child's passes would pay of an offer today; nothing is set aside. */
export const passWouldPay = (world: BatchWorld, childId: string, offer: BatchOffer): bigint =>
  bestPass(world.passesOf(childId), offer, world.now.day)?.paidByPass ?? 0n

/** What of a price a child's passes pay today, and which pass: the one that pays most. */
function bestPass(passes: readonly Fritidspas[], offer: BatchOffer, today: Day): { pass: Fritidspas; paidByPass: Ore } | null {
  const price = oreOf(offer.price)
  const answers = passes.map((pass) => onDay(pass, today)).map((pass) => ({
    pass, paidByPass: priceAfterPass({ fritidspas: pass, price, kind: paidKind(offer), providerType: offer.forening.providerType, today }).paidByPass,
  }))
  return answers.filter(({ paidByPass }) => paidByPass > 0n).sort((a, b) => (a.paidByPass < b.paidByPass ? 1 : -1))[0] ?? null
}

/**
 * Sets the pass's share of the price aside for a sign-up, in the same act that gives the place.
 * @returns the two shares in øre as rows keep them, and the course that the pass belongs to
 */
export function holdFor(world: BatchWorld, signup: Pick<BatchSignup, 'id' | 'childId'>, offer: BatchOffer): Pick<BatchSignup, 'price' | 'passPays' | 'familyPays' | 'courseId'> {
  const today = world.now.day
  const price = oreOf(offer.price)
  const found = bestPass(world.passesOf(signup.childId), offer, today)
  const held = found && hold(found.pass, {
    id: newId(), signupId: signup.id, kind: paidKind(offer), amount: found.paidByPass, providerType: offer.forening.providerType, today,
    keptUntil: holdKeptUntil(today, { programId: offer.programId, lastDay: day(offer.seasonTo) }),
  })
  if (!held?.ok) return { price: offer.price, passPays: '0', familyPays: offer.price, courseId: world.child(signup.childId)?.courseId ?? null }
  world.keepPass(held.fritidspas)
  world.keepHold(held.hold)
  world.changes.newHolds.push({ hold: held.hold, childId: signup.childId })
  world.changes.entries.push({ entry: entryForHold(newId(), held.fritidspas, held.hold.parts), subjectId: held.fritidspas.id })
  const passPays = partsTotal(held.hold.parts)
  return { price: offer.price, passPays: String(passPays), familyPays: String(price - passPays), courseId: world.courseOf(held.fritidspas.id) }
}

/** Lets the money of a sign-up go, as far as no forening has confirmed it yet. What is confirmed is a claim, and settled there. */
export function releaseFor(world: BatchWorld, signup: BatchSignup, because: ReleaseCause): void {
  for (const held of world.holdsOf(signup.id)) {
    const pass = world.pass(held.fritidspasId)
    if (!pass) continue
    const released = release(pass, held, because)
    if (!released.ok) continue
    world.keepPass(released.fritidspas)
    world.keepHold(released.hold)
    world.changes.changedHolds.push(released.hold)
    world.changes.entries.push({ entry: entryForRelease(newId(), pass, held.parts, released.toPool), subjectId: pass.id })
  }
}
