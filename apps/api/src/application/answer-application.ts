import type { AnswerInput, StateAfter } from '@medspil/contracts/application'
import { audit, newId } from '@medspil/db'
import { answerHearing, loadHearing, saveApplication, type StoredApplication } from '@medspil/db/application'
import { saveJournalEntry } from '@medspil/db/letter'
import { Conflict, NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { withAnswer } from './asked-items.ts'
import { moved, takeApplication } from './own-application.ts'
import { mergeFacts, toldFacts } from './told-facts.ts'

/**
 * The family answers a question or a hearing; what it says goes into the case, what it knows into the facts.
 * @throws Refused when nothing is asked now; Conflict when the other guardian answered first
 */
export async function answerApplication(shell: Shell, input: AnswerInput): Promise<StateAfter> {
  const { tx, actor, now } = shell
  const before = await takeApplication(shell, input.applicationId, 'værge')
  await allow(shell, 'application.answer', before)
  const told = toldFacts(input.answers ?? {}, before.childId === actor.id ? 'youngPerson' : 'family', now.day)
  const application = { ...before, facts: mergeFacts(before.facts, told) }
  const after = input.to === 'question' ? await answerQuestion(shell, application, input) : await answerHeard(shell, application, input)
  await saveApplication(tx, after)
  await saveJournalEntry(tx, { id: newId(), childId: after.childId, direction: 'in', theme: input.to, documentHash: null, letterId: null })
  await audit(tx, 'application.answered', { id: after.id, childId: after.childId }, { to: input.to })
  return { applicationId: after.id, state: after.state }
}

async function answerQuestion({ tx }: Shell, application: StoredApplication, { id, says }: AnswerInput): Promise<StoredApplication> {
  const question = application.asked.questions.find((one) => one.id === id)
  if (!question) throw new NotFound()
  if (question.answeredOn !== null) throw new Conflict('this question is answered')
  const answered = await withAnswer(tx, application, id, says)
  const isLast = answered.asked.questions.every(({ answeredOn }) => answeredOn !== null)
  return isLast ? moved(answered, 'answer') : answered
}

async function answerHeard({ tx }: Shell, application: StoredApplication, { id, says }: AnswerInput): Promise<StoredApplication> {
  const heard = await loadHearing(tx, application.id)
  if (heard?.id !== id) throw new NotFound()
  if (heard.answeredOn !== null) throw new Conflict('this hearing is answered')
  const after = moved(application, 'end-hearing')
  await answerHearing(tx, application, heard, says)
  return after
}
