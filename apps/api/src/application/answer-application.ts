import type { AnswerInput, StateAfter } from '@medspil/contracts/application'
import type { Shell } from '../shell.ts'
import { NotFound } from '../errors.ts'

/** Not served yet. */
export async function answerApplication(_shell: Shell, _input: AnswerInput): Promise<StateAfter> {
  throw new NotFound()
}
