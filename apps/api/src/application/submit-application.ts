import type { Receipt, SubmitInput } from '@medspil/contracts/application'
import { audit, enqueue, newId } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import { findOpenApplication, loadChild, lockChildAndOrdning, saveApplication, saveCriteria, type StoredApplication } from '@medspil/db/application'
import type { StoredVersion } from '@medspil/db/ordning'
import { decideApplication } from '@medspil/domain/application'
import { completedYears } from '@medspil/domain/day'
import { NotFound, Refused } from '../errors.ts'
import { currentOrdning } from '../ordning/index.ts'
import { allow, type Shell } from '../shell.ts'
import { requestOf } from './ask-for.ts'
import { doorFor } from './doors.ts'
import { beginApplication } from './new-application.ts'
import { openCase } from './open-case.ts'
import { recordDecision } from './record-decision.ts'
import { mergeFacts, registeredFacts, toldFacts } from './told-facts.ts'

/**
 * A family, or a young person, applies. An open application for the same child and ordning takes in what is new and stays
 * one record. A clear yes by the rules is given at once with its pass and letter; everything else goes to a person.
 * @throws Refused when this ordning has no door for the one who asks, or a length must be chosen
 */
export async function submitApplication(shell: Shell, input: SubmitInput): Promise<Receipt> {
  await allow(shell, 'application.submit', { childId: input.childId })
  const { tx, actor, now } = shell
  const child = await loadChild(tx, input.childId, 'ansøgning')
  if (!child) throw new NotFound()
  const { version } = await currentOrdning(shell, input.ordningKey)
  const isSelf = input.childId === actor.id
  const door = doorFor(version.rules, input.supports.map(({ kind }) => kind), isSelf ? { kind: 'youngPerson', age: completedYears(child.birthDay, now.day) } : { kind: 'parent' })
  if (!door.ok) throw new Refused(door.whyNot)
  const { request, start } = requestOf(version.rules, input, child, now.day)
  const told = toldFacts(input.answers, isSelf ? 'youngPerson' : 'family', now.day)
  await lockChildAndOrdning(tx, child.id, version.ordningId)
  const open = await findOpenApplication(tx, child.id, version.ordningId)
  if (open) return join(shell, open, input, told)
  const application = await beginApplication(shell, {
    id: input.requestId, door: isSelf ? 'youngPerson' : 'family', applicantId: actor.id, staffId: null, language: input.language, childView: input.childView,
    facts: mergeFacts(registeredFacts(child, (await loadKommune(tx)).key, now.day), told), wishes: input.wishes,
    asked: { request, start, months: input.months, answers: input.answers, questions: [] }, chips: [], reasonSealed: null,
  }, child, version)
  await audit(tx, 'application.submitted', { id: application.id, childId: child.id }, { ordning: input.ordningKey, door: application.door })
  await enqueue(tx, 'tell-family', { personId: actor.id ?? '', childId: child.id, purpose: 'receipt', subjectId: application.id })
  return decideIfClear(shell, application, version)
}

/** Only a full yes without judgement can be given by the rules; anything else waits for a person (GDPR art. 22). */
async function decideIfClear(shell: Shell, application: StoredApplication, version: StoredVersion): Promise<Receipt> {
  const opened = await openCase(shell, application, 'ansøgning')
  await saveCriteria(shell.tx, application, opened.check.criteria)
  const { request } = application.asked
  const needsPeriod = request.supports.some(({ amount }) => amount !== null) && request.period === null
  const verdict = decideApplication({
    check: opened.check, judgements: [], given: request, reasons: null, hearing: { kind: 'not-held' }, childView: application.childView, deciderId: null, today: shell.now.day,
  })
  if (!verdict.ok || needsPeriod || (opened.pool === null && request.supports.some(({ amount }) => amount !== null))) return receipt(application, { fritidspasId: null, joined: false })
  const { fritidspasId } = await recordDecision(shell, opened, {
    result: 'granted', request, given: request, reasons: null, childView: verdict.decision.childView, weighed: '', whatWouldChange: '', deciderId: null,
    deciderName: `${opened.kommune.name}, regler version ${version.number}`,
  }, { decisionId: newId() })
  return receipt({ ...application, state: 'granted' }, { fritidspasId, joined: false })
}

/** The same child, the same ordning: one record. What is new is added, what was said before is kept beside it. */
async function join(shell: Shell, open: StoredApplication, input: SubmitInput, told: ReturnType<typeof toldFacts>): Promise<Receipt> {
  const application: StoredApplication = {
    ...open, facts: mergeFacts(open.facts, told), applicantId: open.applicantId ?? shell.actor.id, childView: open.childView || input.childView,
    asked: { ...open.asked, answers: { ...(open.asked.answers as object), ...input.answers } },
  }
  await saveApplication(shell.tx, application)
  await audit(shell.tx, 'application.joined', { id: open.id, childId: open.childId }, { door: open.door })
  return receipt(application, { fritidspasId: null, joined: true })
}

function receipt({ id, reference, state, submittedOn, answerBy }: StoredApplication, rest: Pick<Receipt, 'fritidspasId' | 'joined'>): Receipt {
  return { applicationId: id, reference, state, submittedOn, answerBy, ...rest }
}
