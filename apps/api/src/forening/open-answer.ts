import type { OpenAnswerInput, SignupQuestion } from '@medspil/contracts/forening'
import { loadAskedSignup } from '@medspil/db/forening'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf, reachesSignup } from './reach.ts'
import { questionOf } from './signup-question.ts'

/** Shows what a forening is asked. Changes nothing, however often and by whatever it is opened (promise 16). */
export async function openAnswer(shell: Shell, input: OpenAnswerInput): Promise<SignupQuestion> {
  await allow(shell, 'signup.answer')
  const holder = holderOf(shell.actor, 'signup-answer', 'forening-desk')
  const signup = await loadAskedSignup(shell.tx, input.signupId ?? holder.subjectId)
  if (!signup || !reachesSignup(holder, signup)) throw new NotFound('link subject')
  return questionOf(signup)
}
