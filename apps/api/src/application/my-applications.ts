import type { MyApplication } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function myApplications(_shell: Shell): Promise<MyApplication[]> {
  throw new NotFound()
}
