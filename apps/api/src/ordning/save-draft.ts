import type { SaveDraftInput, SavedDraft } from '@medspil/contracts/ordning'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function saveDraft(_shell: Shell, _input: SaveDraftInput): Promise<SavedDraft> {
  throw new NotFound()
}
