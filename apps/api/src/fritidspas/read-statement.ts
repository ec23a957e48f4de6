import type { StatementInput, StatementView } from '@medspil/contracts/fritidspas'
import { loadChild } from '@medspil/db/application'
import { loadPaidExpenses } from '@medspil/db/fritidspas'
import { day } from '@medspil/domain/day'
import { statementOf } from '@medspil/domain/fritidspas'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** What the pass paid and what the family paid, expense by expense: only the second can document fritidstillæg (law.md 6). */
export async function readStatement(shell: Shell, { childId, from, to }: StatementInput): Promise<StatementView> {
  await allow(shell, 'fritidspas.read', { childId })
  const why = shell.actor.kind === 'family' ? 'værge' : 'sagsbehandling'
  const child = await loadChild(shell.tx, childId, why)
  if (!child) throw new NotFound()
  const { lines, ...sums } = statementOf(await loadPaidExpenses(shell.tx, childId, day(from), day(to), why))
  return { childName: child.name, from, to, ...sums, lines }
}
