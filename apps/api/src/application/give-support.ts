import type { GiveInput, Given } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function giveSupport(_shell: Shell, _input: GiveInput): Promise<Given> {
  throw new NotFound()
}
