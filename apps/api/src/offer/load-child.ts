import { loadPasses } from '@medspil/db/fritidspas'
import { loadChildForOffers } from '@medspil/db/offer'
import { isOver } from '@medspil/domain/fritidspas'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import type { ChildOfView } from './offer-view.ts'

/** What offers need to know of a child of the actor's; null when no child was named. @throws NotFound for another's child */
export async function loadChild(shell: Shell, childId: string | undefined): Promise<ChildOfView | null> {
  if (childId === undefined) return null
  await allow(shell, 'offer.fits', { childId })
  const why = shell.actor.kind === 'family' ? 'own-family' : 'guidance'
  const child = await loadChildForOffers(shell.tx, childId, why)
  if (!child) throw new NotFound('offer.fits')
  const passes = await loadPasses(shell.tx, childId, why)
  return { ...child, passes: passes.filter((pass) => !isOver(pass)) }
}
