import type { ForeningView } from '@medspil/contracts/forening'
import { loadForening } from '@medspil/db/forening'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { foreningViewOf } from './forening-view.ts'
import { holderOf } from './reach.ts'

/** The forening's own page, for whoever holds the board's link. */
export async function readOwn(shell: Shell): Promise<ForeningView> {
  await allow(shell, 'forening.mine')
  const { id } = holderOf(shell.actor, 'forening-desk')
  const forening = await loadForening(shell.tx, id)
  if (!forening) throw new NotFound('forening')
  return foreningViewOf(shell.tx, forening)
}
