import type { WhatIfInput, WhatIfView } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function tryRules(_shell: Shell, _input: WhatIfInput): Promise<WhatIfView> {
  throw new NotFound()
}
