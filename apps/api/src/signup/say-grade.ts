import type { SayGrade } from '@medspil/contracts/signup'
import { audit } from '@medspil/db'
import { inKommunesName } from '@medspil/db/forening'
import { saveGrade } from '@medspil/db/person'
import { allow, type Shell } from '../shell.ts'

/**
 * The class a child is in, in the words of those who decide for it: activities that admit by class ask for nothing else.
 * What was said is dated, so that the next school year counts on from it.
 */
export async function sayGrade(shell: Shell, { childId, grade }: SayGrade): Promise<{ done: true }> {
  await allow(shell, 'signup.request', { childId })
  await inKommunesName(shell.tx, (tx) => saveGrade(tx, childId, grade))
  await audit(shell.tx, 'person.grade-said', { id: childId, childId }, { grade })
  return { done: true }
}
