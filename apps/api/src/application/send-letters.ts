import { audit, enqueue, newId } from '@medspil/db'
import { addLetter, type Guardian, isKeptFrom, loadGuardians, loadReceiver } from '@medspil/db/application'
import { isLanguage } from '@medspil/domain/language'
import { type LetterFacts, maySend } from '@medspil/domain/letter'
import { plainPage, writeLetter } from '@medspil/wording/letter'
import { Refused } from '../errors.ts'
import type { Step } from './step.ts'
import type { Case } from './open-case.ts'

/** Raised when the wording of letters changes, so that an old letter can be told from a new one. */
const templateVersion = 2

/** What a letter that is no answer is called in the family's list. */
const titles: Partial<Record<LetterFacts['kind'], string>> = { hearing: 'Vi vil gerne høre jer', delay: 'Svaret kommer senere' }

/**
 * Who gets the letters of a case: the family that applied, else everybody who decides for the child. A young person who
 * applied alone gets them alone. Letters name the child's school and area, so none goes to the other home of a sheltered
 * child, whoever applied and whenever.
 */
export async function receiversOf({ tx }: Step, { application }: Case): Promise<Guardian[]> {
  const { childId, applicantId } = application
  const applicant = applicantId === null ? null : await loadReceiver(tx, applicantId)
  if (applicant && !(await isKeptFrom(tx, childId, applicant.id))) return [applicant]
  const receivers: Guardian[] = []
  for (const guardian of await loadGuardians(tx, childId)) if (!(await isKeptFrom(tx, childId, guardian.id))) receivers.push(guardian)
  return receivers
}

/**
 * Writes one letter per receiver and puts it in the line to be sent.
 * @throws Refused when the letter lacks a part, has another law's appeal text, or words that no letter may have
 */
export async function sendLetters(shell: Step, opened: Case, factsFor: (receiverName: string) => LetterFacts, decisionId: string | null): Promise<string[]> {
  const { tx } = shell
  const { application, ordning, version } = opened
  const ids: string[] = []
  for (const receiver of await receiversOf(shell, opened)) {
    const facts = factsFor(receiver.name)
    const content = writeLetter(facts)
    const answer = maySend(content, facts.basis.kind, facts.kind)
    if (!answer.ok) throw new Refused(answer.whyNot)
    const id = newId()
    const language = isLanguage(receiver.language) ? receiver.language : application.language
    await addLetter(tx, {
      id, childId: application.childId, receiverId: receiver.id, applicationId: application.id, decisionId, content, plain: plainPage(facts, language), templateVersion,
      title: `${titles[facts.kind] ?? 'Svar'} om ${ordning.name}`,
    })
    await enqueue(tx, 'send-letter', { letterId: id })
    await audit(tx, 'letter.written', { id, childId: application.childId }, { kind: facts.kind, version: version.number })
    ids.push(id)
  }
  return ids
}
