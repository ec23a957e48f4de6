import type { AskedItem, HearingView } from '@medspil/contracts/application'
import { open, seal, type Tx } from '@medspil/db'
import type { StoredApplication, StoredHearing } from '@medspil/db/application'

const placeOf = ({ id, childId }: Pick<StoredApplication, 'id' | 'childId'>, questionId: string) =>
  ({ personId: childId, table: 'application', rowId: id, column: `answer/${questionId}` })

/** The kommune's questions with the answers opened. */
export async function askedItems(tx: Tx, application: StoredApplication): Promise<AskedItem[]> {
  return Promise.all(application.asked.questions.map(async ({ id, question, askedOn, by, answerSealed, answeredOn }) =>
    ({ id, question, askedOn, by, answeredOn, answer: answerSealed === null ? null : await open(tx, placeOf(application, id), Buffer.from(answerSealed, 'base64')) })))
}

/** The application with one question answered, sealed with the child's key. */
export async function withAnswer(tx: Tx, application: StoredApplication, questionId: string, says: string): Promise<StoredApplication> {
  const answerSealed = Buffer.from(await seal(tx, placeOf(application, questionId), says)).toString('base64')
  const questions = application.asked.questions.map((one) => (one.id === questionId ? { ...one, answerSealed, answeredOn: tx.now.day } : one))
  return { ...application, asked: { ...application.asked, questions } }
}

/** A hearing as it is read. */
export function hearingView(heard: StoredHearing | null): HearingView | null {
  return heard && { hearingId: heard.id, facts: heard.shown, deadline: heard.deadline, sentOn: heard.sentOn, answer: heard.answer, answeredOn: heard.answeredOn, exemptReason: heard.exemptReason }
}
