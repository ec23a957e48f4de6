import type { MyChild } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function myChildren(_shell: Shell): Promise<MyChild[]> {
  throw new NotFound()
}
