import type { FritidspasView, PassesInput } from '@medspil/contracts/fritidspas'
import { loadPasses } from '@medspil/db/fritidspas'
import { allow, type Shell } from '../shell.ts'
import { passViews } from './pass-view.ts'

/** A child's passes: purses, balance, validity, what is held for what, and for the family the card. */
export async function showPasses(shell: Shell, { childId }: PassesInput): Promise<FritidspasView[]> {
  await allow(shell, 'fritidspas.read', { childId })
  return passViews(shell.tx, await loadPasses(shell.tx, childId, shell.actor.kind === 'family' ? 'værge' : 'sagsbehandling'))
}
