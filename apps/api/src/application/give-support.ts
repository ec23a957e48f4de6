import type { GiveInput, Given } from '@medspil/contracts/application'
import { audit, enqueue, newId, seal } from '@medspil/db'
import { loadKommune } from '@medspil/db/access'
import {
  addConsent, type ChildFacts, findOpenApplication, keepStaffIn, loadChild, loadGuardians, lockChildAndOrdning, saveApplication, saveCriteria, saveJudgement, type StoredApplication,
} from '@medspil/db/application'
import { type StaffMember, isStaff } from '@medspil/domain/access'
import { type Consent, consentHolds, decideApplication, type Judgement, recordConsent } from '@medspil/domain/application'
import { day } from '@medspil/domain/day'
import type { OrdningRules } from '@medspil/domain/ordning'
import { zero } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import { currentOrdning } from '../ordning/index.ts'
import { allow, type Shell } from '../shell.ts'
import { requestOf } from './ask-for.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { doorFor } from './doors.ts'
import { beginApplication } from './new-application.ts'
import { openCase } from './open-case.ts'
import { moneyOf, recordDecision } from './record-decision.ts'
import { mergeFacts, registeredFacts, toldFacts } from './told-facts.ts'

/**
 * A fagperson gives or nominates, with the family's recorded yes. Where the ordning gives the profession the right, and
 * every rule says yes, the pass is there at once; else the kommune decides. The family is told by whom (GDPR art. 14).
 * @throws Refused when the profession has no door, or consent lacks a part, is withdrawn or must be written
 */
export async function giveSupport(shell: Shell, input: GiveInput): Promise<Given> {
  await allow(shell, 'application.give', { childId: input.childId })
  await barOwnInterest(shell, [input.childId])
  const { tx, now, actor } = shell
  const child = await loadChild(tx, input.childId, 'gav eller indstillede')
  if (!child || !isStaff(actor)) throw new NotFound()
  const { version } = await currentOrdning(shell, input.ordningKey)
  const door = doorFor(version.rules, input.supports.map(({ kind }) => kind), { kind: 'fagperson', profession: actor.profession ?? '', openCase: input.openCase })
  if (!door.ok) throw new Refused(door.whyNot)
  const consent = await consentOf(shell, input, door.door === 'grants' ? 'grant' : 'nominate', door.consent === 'written' ? 'written' : 'oralOrWritten')
  const { request, start } = requestOf(version.rules, { ...input, start: null, activity: null }, child, now.day)
  const told = toldFacts(answersOf(version.rules, input), 'fagperson', now.day)
  await lockChildAndOrdning(tx, child.id, version.ordningId)
  const open = await findOpenApplication(tx, child.id, version.ordningId)
  const application = open
    ? { ...open, facts: mergeFacts(open.facts, told) }
    : await beginApplication(shell, {
      id: input.requestId, door: 'fagperson', applicantId: null, staffId: actor.id, language: 'da', childView: input.childView, chips: input.chips, wishes: input.wishes,
      facts: { ...mergeFacts(registeredFacts(child, (await loadKommune(tx)).key, now.day), told), consent },
      asked: { request, start, months: input.months, answers: {}, questions: [] },
      reasonSealed: input.line === null ? null : await seal(tx, { personId: child.id, table: 'application', rowId: input.requestId, column: 'reason_sealed' }, input.line),
    }, child, version)
  if (open) await saveApplication(tx, application)
  await addConsent(tx, consent, { applicationId: application.id, givenById: input.consent.givenById, textShown: input.consent.textShown })
  await keepStaffIn(tx, child.id, actor.id, door.door === 'grants' ? 'granted' : 'nominated')
  await audit(tx, open ? 'application.joined' : 'application.given', { id: application.id, childId: child.id }, { ordning: input.ordningKey, door: door.door, consentId: consent.id })
  await tellFamily(shell, child, application.id)
  return door.door === 'grants' && !open ? grantAtOnce(shell, application, actor, input) : received(application, open !== null)
}

/** Decides in the fagperson's name when nothing is in the way; what is in the way is for a caseworker, never a no. */
async function grantAtOnce(shell: Shell, application: StoredApplication, actor: StaffMember, input: GiveInput): Promise<Given> {
  const opened = await openCase(shell, application, 'gav eller indstillede')
  await saveCriteria(shell.tx, application, opened.check.criteria)
  const judgements: Judgement[] = opened.check.criteria.filter(({ id, result }) => result === 'judged' && input.chips.includes(id))
    .map(({ id, says }) => ({ criterionId: id, result: 'met', reason: says }))
  const { request } = application.asked
  const verdict = decideApplication({ check: opened.check, judgements, given: request, reasons: null, hearing: { kind: 'not-held' }, childView: application.childView, deciderId: actor.id, today: shell.now.day })
  if (!verdict.ok && verdict.whyNot.reason === 'child-view-missing') throw new Refused(verdict.whyNot)
  const granted = moneyOf(request.supports)
  const isAboveCap = actor.capOre !== null && granted > actor.capOre
  if (!verdict.ok || verdict.decision.outcome !== 'granted' || isAboveCap || (granted > zero && (request.period === null || opened.pool === null))) return received(application, false)
  for (const judgement of judgements) await saveJudgement(shell.tx, application.id, judgement, actor.id)
  const { fritidspasId } = await recordDecision(shell, { ...opened, judgements: judgements.map((judgement) => ({ ...judgement, by: actor.name, at: shell.now.at })) }, {
    result: 'granted', request, given: request, reasons: null, childView: verdict.decision.childView, weighed: '', whatWouldChange: '', deciderId: actor.id, deciderName: actor.name,
  }, { decisionId: newId() })
  const { id, reference, answerBy } = application
  return { applicationId: id, reference, outcome: 'granted', joined: false, fritidspasId, answerBy, granted }
}

function received({ id, reference, answerBy }: StoredApplication, joined: boolean): Given {
  return { applicationId: id, reference, outcome: 'received', joined, fritidspasId: null, answerBy, granted: zero }
}

async function consentOf({ tx, now, actor }: Shell, { requestId, childId, consent }: GiveInput, purpose: 'grant' | 'nominate', form: 'oralOrWritten' | 'written'): Promise<Consent> {
  const guardian = (await loadGuardians(tx, childId)).find(({ id }) => id === consent.givenById)
  const recorded = recordConsent({
    id: requestId, childId, recordedBy: actor.id ?? '', givenBy: consent.givenById === null ? consent.givenBy : guardian?.name ?? null,
    givenOn: consent.givenOn === null ? null : day(consent.givenOn), how: consent.how, purposes: [purpose],
  }, now.day)
  if (!recorded.ok) throw new Refused(recorded.whyNot)
  const holds = consentHolds(recorded.consent, purpose, form, now.day)
  if (!holds.ok) throw new Refused(holds.whyNot)
  return recorded.consent
}

/** What the chips say of the child, as facts: a chip left out says nothing. */
function answersOf(rules: OrdningRules, { chips, openCase }: GiveInput) {
  const ticked = rules.criteria.filter(({ id }) => chips.includes(id))
  return {
    ...(ticked.some(({ rule }) => rule.kind === 'activity' && rule.activity !== 'renewal') && { activity: 'none' as const }),
    ...(ticked.some(({ rule }) => rule.kind === 'activity' && rule.activity === 'renewal') && { isRenewal: true }),
    ...(ticked.some(({ rule }) => rule.kind === 'throughSchool') && { schoolReferred: true }),
    ...(openCase && { openCase }),
    statements: ticked.filter(({ rule }) => rule.kind === 'judged').map(({ id, says }) => ({ criterionId: id, says })),
  }
}

async function tellFamily({ tx }: Shell, child: ChildFacts, subjectId: string): Promise<void> {
  for (const { id } of await loadGuardians(tx, child.id)) await enqueue(tx, 'tell-family', { personId: id, childId: child.id, purpose: 'news', subjectId })
}
