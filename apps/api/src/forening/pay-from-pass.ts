import { newId, type Tx } from '@medspil/db'
import { type AskedSignup, loadHeld, loadOrdningOfCourse, saveHold } from '@medspil/db/forening'
import { lockFritidspas, saveFritidspas } from '@medspil/db/fritidspas'
import { saveEntries } from '@medspil/db/ledger'
import { loadPoolById, lockPool, savePool } from '@medspil/db/pool'
import { addClaim } from '@medspil/db/subsidy'
import type { Day } from '@medspil/domain/day'
import {
  confirmHold, entryForHold, entryForRelease, hold as setAside, partsTotal, release, type Fritidspas, type Hold, type ReleaseCause,
} from '@medspil/domain/fritidspas'
import { releaseInPool, spendFromPool } from '@medspil/domain/pool'
import { confirmClaim, dueClaim, entryForConfirm, initialsOf } from '@medspil/domain/subsidy'
import { min, zero, type Entry, type Ore } from '@medspil/ledger'
import { Refused } from '../errors.ts'

type Held = NonNullable<Awaited<ReturnType<typeof loadHeld>>>

/** What the forening agreed to; `fee` in øre for the whole period. */
export interface Agreed { fee: Ore; firstDay: Day; lastDay: Day; claimId: string }

/**
 * Turns what was set aside into the forening's claim: hold → confirmed, purse → spent, pool → spent, ledger held → owed.
 * The pass pays first, up to what it had set aside; a rest is let go. Run in the kommune's name.
 * @param mayGrow the family has agreed to a higher fee: sets the new amount aside when the pass has it
 * @returns what the pass pays, øre; zero when nothing was set aside or the place is free
 * @throws Refused
 */
export async function payFromPass(tx: Tx, signup: AskedSignup, agreed: Agreed, mayGrow = false): Promise<Ore> {
  const held = await loadHeld(tx, signup.id)
  if (!held) return zero
  if (agreed.fee === zero) return letGo(tx, held, 'price-changed')
  const { day: today } = tx.now
  const pass = await passOf(tx, held)
  const grown = mayGrow ? grow(pass, held, agreed.fee, signup.providerType, today) : { pass, held, entries: [] }
  const fee = min(agreed.fee, partsTotal(grown.held.parts))
  const confirmed = confirmHold(grown.pass, grown.held, { fee, today })
  if (!confirmed.ok) throw new Refused(confirmed.whyNot)

  const due = dueClaim({
    id: agreed.claimId, foreningId: signup.foreningId, signupId: signup.id, amount: partsTotal(grown.held.parts), period: { firstDay: agreed.firstDay, lastDay: agreed.lastDay },
    source: { kind: 'fritidspas', fritidspasId: pass.id, poolId: pass.poolId, holdId: held.id, pays: held.kind, parts: grown.held.parts },
  })
  const claim = confirmClaim(due, confirmed.spent)
  if (!claim.ok) throw new Refused(claim.whyNot)
  const pool = await loadPoolById(tx, pass.poolId)
  const spent = pool && spendFromPool(pool, fee)
  if (!spent?.ok) throw spent ? new Refused(spent.whyNot) : new Error('the pool of a pass is gone')
  const rest = partsTotal(confirmed.letGo)
  const returned = confirmed.toPool && rest > zero ? releaseInPool(spent.pool, rest) : spent
  if (!returned.ok) throw new Refused(returned.whyNot)

  await savePool(tx, returned.pool)
  await saveFritidspas(tx, confirmed.fritidspas)
  await saveHold(tx, confirmed.hold)
  await addClaim(tx, claim.claim, {
    childId: signup.childId, courseId: pass.courseId, ordningId: await loadOrdningOfCourse(tx, pass.courseId),
    names: signup.programId === null ? { initials: initialsIn(signup.displayName) } : { offerId: signup.offerId },
  })
  const entry = entryForConfirm(newId(), claim.claim, confirmed.spent, confirmed.letGo, confirmed.toPool)
  await saveEntries(tx, [...grown.entries.map((one) => ({ entry: one, subjectId: held.id })), { entry, subjectId: claim.claim.id }])
  return fee
}

/** Lets what was set aside for a sign-up go; does nothing when nothing was. Run in the kommune's name. */
export async function releaseHeld(tx: Tx, signupId: string, because: ReleaseCause): Promise<void> {
  const held = await loadHeld(tx, signupId)
  if (held) await letGo(tx, held, because)
}

async function letGo(tx: Tx, held: Held, because: ReleaseCause): Promise<Ore> {
  const pass = await passOf(tx, held)
  const released = release(pass, held, because)
  if (!released.ok) throw new Refused(released.whyNot)
  if (released.toPool) {
    const pool = await loadPoolById(tx, pass.poolId)
    const returned = pool && releaseInPool(pool, partsTotal(held.parts))
    if (!returned?.ok) throw returned ? new Refused(returned.whyNot) : new Error('the pool of a pass is gone')
    await savePool(tx, returned.pool)
  }
  await saveFritidspas(tx, released.fritidspas)
  await saveHold(tx, released.hold)
  await saveEntries(tx, [{ entry: entryForRelease(newId(), pass, held.parts, released.toPool), subjectId: held.id }])
  return zero
}

/** The hold over the whole new fee when the pass can pay it; the old hold when it cannot, and the family pays the rest. */
function grow(pass: Fritidspas, held: Hold, fee: Ore, providerType: string, today: Day): { pass: Fritidspas; held: Hold; entries: Entry[] } {
  const released = release(pass, held, 'price-changed')
  if (!released.ok || released.toPool) return { pass, held, entries: [] }
  const { id, signupId, kind } = held
  const again = setAside(released.fritidspas, { id, signupId, kind, amount: fee, providerType, today, keptUntil: today })
  if (!again.ok) return { pass, held: { ...held, keptUntil: today }, entries: [] }
  return { pass: again.fritidspas, held: again.hold, entries: [entryForRelease(newId(), pass, held.parts, false), entryForHold(newId(), pass, again.hold.parts)] }
}

/** Locks the pool before the pass, as those do who give money back, so that two cannot wait for each other. */
async function passOf(tx: Tx, { fritidspasId, poolId }: Held) {
  await lockPool(tx, poolId)
  const pass = await lockFritidspas(tx, fritidspasId)
  if (!pass) throw new Error('the pass of a hold is gone')
  return pass
}

function initialsIn(displayName: string): string {
  const [given = '', family = ''] = displayName.split(' ')
  return initialsOf(given, family)
}
