import type { DeclareInput, ForeningView } from '@medspil/contracts/forening'
import { audit } from '@medspil/db'
import { addDeclaration, loadForening } from '@medspil/db/forening'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { declarationOf, foreningViewOf } from './forening-view.ts'
import { holderOf } from './reach.ts'

/**
 * The yearly word that the forening obtains børneattester (folkeoplysningsloven § 4 stk. 4): who, when and for which year.
 * The certificates themselves never come here.
 * @throws Refused when that year is not asked for now
 */
export async function declare(shell: Shell, { year, declaredBy, requestId }: DeclareInput): Promise<ForeningView> {
  await allow(shell, 'forening.declare')
  const { tx } = shell
  const { id } = holderOf(shell.actor, 'forening-desk')
  const forening = await loadForening(tx, id)
  if (!forening) throw new NotFound('forening')
  const { askedYear } = declarationOf(forening, tx.now.day)
  if (askedYear !== year) throw new Refused({ reason: 'declaration-not-asked', year, askedYear })
  if (await addDeclaration(tx, { id: requestId, foreningId: id, year, declaredBy })) await audit(tx, 'forening.declared', { id }, { year })
  const now = await loadForening(tx, id)
  if (!now) throw new NotFound('forening')
  return foreningViewOf(tx, now)
}
