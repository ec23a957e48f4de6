import type { DecisionDraft, LetterPreview } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function previewLetter(_shell: Shell, _input: DecisionDraft): Promise<LetterPreview> {
  throw new NotFound()
}
