import type { DecideClawback } from '@medspil/contracts/subsidy'
import { audit } from '@medspil/db'
import { lockClawback, saveClawback } from '@medspil/db/subsidy'
import { decideClawback as decided, stepClawback } from '@medspil/domain/subsidy'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * Says what becomes of a proposed clawback. No money moves here: agreed and decided ones are collected by the worker, set
 * off against another claim or taken back from the forening's account.
 * @throws Refused while the forening still has time to answer
 */
export async function decideClawback(shell: Shell, { clawbackId, outcome }: DecideClawback): Promise<{ done: true }> {
  await allow(shell, 'subsidy.decide-clawback')
  const { tx, now } = shell
  const clawback = await lockClawback(tx, clawbackId)
  if (!clawback) throw new NotFound()
  const answer = outcome === 'decided' ? decided(clawback, now.day) : stepClawback(clawback, outcome)
  if (!answer.ok) throw new Refused(answer.whyNot)
  await saveClawback(tx, answer.clawback)
  await audit(tx, `clawback.${outcome}`, { id: clawbackId }, { amount: String(clawback.amount) })
  return { done: true }
}
