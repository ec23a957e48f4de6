import type { ApplicationInput, ApplicationView } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function showApplication(_shell: Shell, _input: ApplicationInput): Promise<ApplicationView> {
  throw new NotFound()
}
