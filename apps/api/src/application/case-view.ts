import type { CaseView, CriterionView, DecisionView, Wishes } from '@medspil/contracts/application'
import { open, type Tx } from '@medspil/db'
import { loadChildren, loadDecisions, loadLetterIds, loadOpenApplications, loadStaffMember } from '@medspil/db/application'
import { actsFrom, type CriterionResult, findDuplicates, isEnded, withJudgements } from '@medspil/domain/application'
import { completedYears } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { hearingBy, isEksempelPath, workingDaysBetween } from '@medspil/domain/ordning'
import { holidaysFrom, sayAges } from '../ordning/index.ts'
import type { Step } from './step.ts'
import { askedItems, hearingView } from './asked-items.ts'
import { linesOf } from './letter-facts.ts'
import type { Case } from './open-case.ts'
import { sayFact, sourceNames } from './say-fact.ts'

/** A case as the caseworker reads it: every criterion with fact, source and day, and what can be done now. */
export async function caseView({ tx, now }: Step, opened: Case): Promise<CaseView> {
  const { application, child, ordning, version, pool, check, judgements, heard } = opened
  const { period, activity } = application.asked.request
  const judged = withJudgements(check.criteria, judgements)
  const count = (result: CriterionResult['result']) => judged.filter((criterion) => criterion.result === result).length
  const holidays = holidaysFrom(application.submittedOn)
  const decisions = await decisionViews(tx, application.id)
  return {
    applicationId: application.id, reference: application.reference, state: application.state, childId: child.id, childName: child.name, childFirstName: firstNameOf(child.name),
    age: completedYears(child.birthDay, now.day), ordningKey: ordning.key, ordningName: ordning.name, versionNumber: version.number, door: application.door,
    submittedOn: application.submittedOn, answerBy: application.answerBy, daysLeft: application.answerBy === null ? null : workingDaysBetween(now.day, application.answerBy, holidays),
    criteria: check.criteria.map((criterion) => criterionView(opened, criterion)),
    counts: { toYou: count('judged'), notMet: count('not-met'), met: count('met'), unknown: count('unknown') },
    lines: check.lines, period: period && { ...period, isEksempel: isEksempelPath(version.rules, 'pass.period') }, activity,
    wishes: application.wishes as Wishes, childView: application.childView, fagperson: await fagpersonView(tx, opened),
    pool: pool && { poolId: pool.id, total: pool.total, free: pool.free, promised: pool.promised, spent: pool.spent, whenEmpty: pool.whenEmpty, isEksempel: pool.isEksempel },
    asked: await askedItems(tx, application), hearing: hearingView(heard),
    hearingNeeded: judged.filter(({ result, facts }) => result === 'not-met' && facts.some(({ seenByParty }) => !seenByParty)).map(({ id }) => id),
    hearingBy: hearingBy(version.rules.answer, now.day, holidaysFrom(now.day)), alike: await alikeOf(tx, opened),
    legalBasis: check.basis && { section: check.basis.section, isEksempel: isEksempelPath(version.rules, 'law.basis') },
    decisions, acts: actsOf(opened, decisions.length > 0),
  }
}

/** A criterion with its facts. Once the case is decided nothing waits for a person: what was judged stands as the answer. */
function criterionView({ application, kommune, version, judgements }: Case, criterion: CriterionResult): CriterionView {
  const { id, kind, says, gates, facts, missing, age, worked } = criterion
  const rule = version.rules.criteria.find((found) => found.id === id)?.rule
  const at = version.rules.criteria.findIndex((found) => found.id === id)
  const judgement = judgements.find(({ criterionId }) => criterionId === id)
  const result = judgement && isEnded(application.state) ? judgement.result : criterion.result
  return {
    criterionId: id, kind, says: says === '' ? sayAges(version.rules.age) : says, result, gates, missing,
    facts: facts.map((fact) => ({ name: fact.name, says: sayFact(fact, kommune.name), seenByParty: fact.seenByParty, sources: fact.from.map(({ source, on }) => ({ source, sourceName: sourceNames[source], on })) })),
    age: age ? { age: age.age, on: age.on } : null,
    worked: worked && worked.lines.length > 0 ? { limit: worked.limit, income: worked.income, lines: worked.lines.map(({ line, amount, of }) => ({ line, amount, of: of ?? null })) } : null,
    question: rule?.kind === 'judged' ? rule.question : null, isEksempel: isEksempelPath(version.rules, id === 'age' ? 'age' : `criteria.${at}`),
    judgement: judgement ? { result: judgement.result, reason: judgement.reason, by: judgement.by, at: judgement.at.toISOString() } : null,
  }
}

async function fagpersonView(tx: Tx, { application, version }: Case): Promise<CaseView['fagperson']> {
  if (application.staffId === null) return null
  const staff = await loadStaffMember(tx, application.staffId)
  const line = application.reasonSealed && await open(tx, { personId: application.childId, table: 'application', rowId: application.id, column: 'reason_sealed' }, application.reasonSealed)
  const chips = version.rules.criteria.filter(({ id }) => application.chips.includes(id)).map(({ says }) => says)
  return { name: staff?.name ?? '', profession: staff?.profession ?? null, chips, line, on: application.submittedOn }
}

async function alikeOf(tx: Tx, { application, child, ordning }: Case): Promise<CaseView['alike']> {
  const others = await loadOpenApplications(tx, ordning.id)
  const children = await loadChildren(tx, others.map(({ childId }) => childId), 'sagsbehandling')
  const keys = others.flatMap(({ id, childId, state }) => {
    const found = children.find((one) => one.id === childId)
    return found ? [{ id, childId, ordningKey: ordning.key, name: found.name, birthDay: found.birthDay, state }] : []
  })
  const wanted = { id: application.id, childId: child.id, ordningKey: ordning.key, name: child.name, birthDay: child.birthDay, state: application.state }
  return findDuplicates(wanted, keys).alike.map(({ id }) => ({ applicationId: id, reference: others.find((one) => one.id === id)?.reference ?? '' }))
}

async function decisionViews(tx: Tx, applicationId: string): Promise<DecisionView[]> {
  const decisions = await loadDecisions(tx, [applicationId])
  const letters = await loadLetterIds(tx, decisions.map(({ id }) => id))
  return decisions.map(({ id, result, automatic, deciderName, decidedOn, replacesId, items, considerations, individualFacts, lawText }) => ({
    decisionId: id, result, automatic, by: deciderName, on: decidedOn, replacesId, letterId: letters.get(id) ?? null, considerations, individualFacts, lawText,
    items: linesOf({ request: items.request, given: items.given, result }).map((line) => ({ ...line })),
  }))
}

function actsOf({ application, check, heard }: Case, isDecided: boolean): CaseView['acts'] {
  const can = actsFrom(application.state)
  const open = can.length > 0
  return [
    ...(open && check.criteria.some(({ result }) => result === 'judged') ? ['judge' as const] : []), ...(can.includes('ask') ? ['ask' as const] : []),
    ...(can.includes('hear') && heard === null ? ['hear' as const, 'exempt' as const] : []),
    ...(open && application.state !== 'frozen' && application.state !== 'draft' ? ['decide' as const] : []), ...(isDecided ? ['reconsider' as const] : []),
  ]
}
