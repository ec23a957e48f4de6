import type { FritidspasView, RevokeInput } from '@medspil/contracts/fritidspas'
import { audit } from '@medspil/db'
import { loadPasses } from '@medspil/db/fritidspas'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { endPass } from './end-pass.ts'
import { passViews } from './pass-view.ts'

/**
 * Stops a pass at once, such as for a lost card. Taking back a grant is a decision of its own and goes through
 * reconsideration, with its letter. @throws NotFound; Refused when the pass has ended already
 */
export async function revokeFritidspas(shell: Shell, { childId, fritidspasId, cause }: RevokeInput): Promise<FritidspasView> {
  await allow(shell, 'fritidspas.revoke', { childId })
  const { tx } = shell
  const mine = (await loadPasses(tx, childId, 'sagsbehandling')).some(({ id }) => id === fritidspasId)
  if (!mine) throw new NotFound('fritidspas.revoke')
  const pass = await endPass(shell, fritidspasId, 'revoked')
  await audit(tx, 'fritidspas.stopped-by-person', { id: fritidspasId, childId }, { cause })
  const [view] = await passViews(tx, [pass])
  if (!view) throw new NotFound()
  return view
}
