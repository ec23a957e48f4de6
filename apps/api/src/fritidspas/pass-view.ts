import type { FritidspasView } from '@medspil/contracts/fritidspas'
import { open, type Tx } from '@medspil/db'
import { loadCourses } from '@medspil/db/application'
import { loadHolds, type StoredPass } from '@medspil/db/fritidspas'
import { loadOrdninger } from '@medspil/db/ordning'
import { isOver, partsTotal, whyNotValid } from '@medspil/domain/fritidspas'

/** Passes with balance and holds. The card's code is opened for the family alone, and only while the pass lives. */
export async function passViews(tx: Tx, passes: readonly StoredPass[]): Promise<FritidspasView[]> {
  const [holds, courses, ordninger] = [await loadHolds(tx, passes.map(({ id }) => id)), await loadCourses(tx, passes.map(({ courseId }) => courseId)), await loadOrdninger(tx)]
  const views = await Promise.all(passes.map(async (pass): Promise<FritidspasView> => ({
    fritidspasId: pass.id, childId: pass.childId, displayName: pass.displayName, state: pass.state, isValid: whyNotValid(pass, tx.now.day) === null,
    ordningName: ordninger.find(({ id }) => id === courses.get(pass.courseId)?.ordningId)?.name ?? '', validFrom: pass.firstDay, validTo: pass.lastDay, issuedAt: pass.issuedAt.toISOString(),
    code: tx.actor.kind === 'family' && !isOver(pass) ? await open(tx, { personId: pass.childId, table: 'fritidspas', rowId: pass.id, column: 'code_sealed' }, pass.codeSealed) : null,
    purses: pass.purses.map(({ pays, ...purse }) => ({ ...purse, pays: [...pays], isEksempel: pass.eksempel.has(purse.purse) })),
    holds: holds.filter(({ fritidspasId, state }) => fritidspasId === pass.id && state !== 'released').map(({ id, signupId, what, foreningName, parts, state, keptUntil, createdAt }) =>
      ({ holdId: id, signupId, what, foreningName, amount: partsTotal(parts), state: state === 'released' ? 'held' : state, keptUntil, createdAt: createdAt.toISOString() })),
  })))
  return views.sort((a, b) => Number(b.isValid) - Number(a.isValid))
}
