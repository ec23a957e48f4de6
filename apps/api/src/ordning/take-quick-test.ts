import type { QuickTestInput, QuickTestAnswer } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function takeQuickTest(_shell: Shell, _input: QuickTestInput): Promise<QuickTestAnswer> {
  throw new NotFound()
}
