import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { isQuiet, moveFollowUp, stepFollowUp } from './due.ts'
import { dueOn, planFollowUps, type AnchorDays, type FollowUp, type FollowUpPlan } from './plan.ts'
import { settle, weighCheck } from './settle.ts'
import { firstTrainingTask, foreningSilentTask, passUnusedTask } from './silence.ts'
import { followUpMoves, type FollowUpState } from './states.ts'
import { overdueBy, sortTasks, type FollowUpTask, type TaskReason } from './tasks.ts'

const plan: FollowUpPlan = { anchor: 'grant', owner: 'fritidsguide', silenceDays: 7, checks: [
  { id: 'første', after: { kind: 'firstTraining' }, countsAsKept: false }, { id: '3m', after: { kind: 'months', months: 3 }, countsAsKept: true }] }
const days = (part: Partial<AnchorDays> = {}): AnchorDays =>
  ({ grant: day('2026-11-30'), signup: null, firstTraining: null, stop: null, plannedTraining: null, ...part })
const row = (part: Partial<FollowUp> = {}): FollowUp =>
  ({ checkId: '3m', owner: 'fritidsguide', dueOn: day('2027-02-28'), state: 'planned', askedOn: null, ...part })
const open = { closed: false, contactBarred: false, reachable: true }

describe('planen', () => {
  test('30. november + 3 måneder er 28. februar', () => {
    expect(dueOn(plan, { kind: 'months', months: 3 }, days())).toBe('2027-02-28')
    expect(dueOn(plan, { kind: 'months', months: 3 }, days({ grant: day('2027-11-30') }))).toBe('2028-02-29')
  })
  test('første træning planlægges, når dagen er aftalt, og spørges dagen efter', () => {
    expect(planFollowUps(plan, days(), []).map((f) => f.checkId)).toEqual(['3m'])
    expect(planFollowUps(plan, days({ plannedTraining: day('2026-12-07') }), [])[0]).toMatchObject({ checkId: 'første', dueOn: '2026-12-08' })
  })
  test('flyttes ankeret, flytter kun det, der endnu er planlagt', () => {
    const moved = days({ grant: day('2026-12-15') })
    expect(planFollowUps(plan, moved, [row()])[0]!.dueOn).toBe('2027-03-15')
    expect(planFollowUps(plan, moved, [row({ state: 'asked' })])[0]).toEqual(row({ state: 'asked' }))
  })
  test('planlægges to gange uden forskel', () => {
    const once = planFollowUps(plan, days(), [])
    expect(planFollowUps(plan, days(), once)).toEqual(once)
  })
  test('en ny plan dropper ikke det, der er lovet', () => {
    expect(planFollowUps({ ...plan, checks: [] }, days(), [row()])).toEqual([row()])
  })
})

describe('skridtet', () => {
  const at = (today: string, hour: number) => ({ today: day(today), hour })
  const step = (f: FollowUp, today: string, hour: number, contact = open) => stepFollowUp(f, plan, contact, at(today, hour))
  test.each([[0, true], [6, true], [7, false], [23, false]])('kl. %i er stille: %s', (hour, quiet) => expect(isQuiet(hour)).toBe(quiet))
  test('dagen før sker intet', () => expect(step(row(), '2027-02-27', 12)).toEqual({ followUp: row(), act: null }))
  test('om natten er det forfaldent, kl. 7 spørges der', () => {
    const night = step(row(), '2027-02-28', 3)
    expect(night).toMatchObject({ followUp: { state: 'due' }, act: null })
    expect(step(night.followUp, '2027-02-28', 7)).toMatchObject({ followUp: { state: 'asked', askedOn: '2027-02-28' }, act: { act: 'ask' } })
  })
  test('uden telefon og post bliver det en opgave', () => {
    expect(step(row(), '2027-02-28', 9, { ...open, reachable: false })).toMatchObject({ followUp: { state: 'task' }, act: { reason: { reason: 'no-way-to-ask' } } })
  })
  test('syv dages stilhed er ubesvaret, seks er ikke', () => {
    const asked = row({ state: 'asked', askedOn: day('2027-02-28') })
    expect([step(asked, '2027-03-06', 9).followUp.state, step(asked, '2027-03-07', 9).followUp.state]).toEqual(['asked', 'unanswered'])
  })
  test.each(['planned', 'due', 'asked', 'unanswered', 'task'] as FollowUpState[])('%s aflyses, når forløbet slutter eller ingen må kontaktes', (state) => {
    expect(step(row({ state }), '2027-02-28', 12, { ...open, closed: true })).toMatchObject({ followUp: { state: 'cancelled' }, act: null })
    expect(step(row({ state }), '2027-02-28', 12, { ...open, contactBarred: true }).followUp.state).toBe('cancelled')
  })
  test('veje mellem tilstande følger tabellen', () => {
    const states = Object.keys(followUpMoves) as FollowUpState[]
    for (const from of states) for (const to of states) expect(moveFollowUp(row({ state: from }), to).ok).toBe(followUpMoves[from].includes(to))
    expect(moveFollowUp(row({ state: 'cancelled' }), 'asked')).toMatchObject({ whyNot: { reason: 'follow-up-cancelled' } })
  })
})

describe('svar og krydser', () => {
  const asked = day('2027-02-28')
  const marks = (present: number, absent: number, lastPresent: string | null = null) => ({ present, absent, lastPresent: lastPresent === null ? null : day(lastPresent) })
  const cases: [string, Parameters<typeof weighCheck>[2], ReturnType<typeof marks>, string, string | null][] = [
    ['siger ja og møder op', { said: 'active', on: asked }, marks(4, 0, '2027-02-25'), 'active', null],
    ['siger ja uden krydser', { said: 'active', on: asked }, marks(0, 0), 'active', null],
    ['siger ja, men er kun væk', { said: 'active', on: asked }, marks(0, 2), 'active', 'answer-and-marks-disagree'],
    ['siger stoppet', { said: 'stopped', on: asked }, marks(2, 0, '2027-02-25'), 'stopped', null],
    ['siger stoppet, men møder bagefter', { said: 'stopped', on: asked }, marks(2, 0, '2027-03-01'), 'stopped', 'answer-and-marks-disagree'],
    ['vil noget andet', { said: 'something-else', on: asked }, marks(0, 0), 'stopped', 'wants-something-else'],
    ['intet svar, men mødt', null, marks(1, 3, '2027-02-25'), 'active', null],
    ['intet svar, kun væk: ukendt, aldrig stoppet', null, marks(0, 5), 'unknown', 'no-answer-no-mark'],
    ['intet svar, intet kryds', null, marks(0, 0), 'unknown', 'no-answer-no-mark'],
  ]
  test.each(cases)('%s', (_name, answer, seen, result, task) => {
    const outcome = weighCheck('3m', asked, answer, seen)
    expect([outcome.result, outcome.task?.reason ?? null]).toEqual([result, task])
  })
})

describe('afslutning', () => {
  const on = day('2027-05-30')
  const cases: [string, Parameters<typeof settle>[0], string][] = [
    ['aktiv ved sidste tjek', { keptCheck: 'active', stoppedOn: null, left: null }, 'kept'],
    ['nogen sagde stop', { keptCheck: null, stoppedOn: on, left: null }, 'stopped'],
    ['ingen ved det', { keptCheck: 'unknown', stoppedOn: null, left: null }, 'unknown'],
    ['ikke forfalden', { keptCheck: null, stoppedOn: null, left: null }, 'not-yet-due'],
    ['flyttet før tjekket er ikke stoppet', { keptCheck: null, stoppedOn: null, left: { why: 'moved', on } }, 'moved'],
    ['for gammel', { keptCheck: 'unknown', stoppedOn: null, left: { why: 'aged-out', on } }, 'aged-out'],
    ['stoppet og siden flyttet er stoppet', { keptCheck: null, stoppedOn: day('2027-05-01'), left: { why: 'moved', on } }, 'stopped'],
    ['flyttet, og stoppede derfor', { keptCheck: null, stoppedOn: on, left: { why: 'moved', on } }, 'moved'],
  ]
  test.each(cases)('%s', (_name, facts, expected) => expect(settle(facts)).toBe(expected))
})

describe('stilhed bliver en opgave', () => {
  const on = (text: string) => day(text)
  const first = { plannedOn: on('2026-09-01'), firstTraining: null, answered: false }
  test('på selve dagen venter vi, dagen efter er det en opgave', () => {
    expect(firstTrainingTask(first, on('2026-09-01'))).toBeNull()
    expect(firstTrainingTask(first, on('2026-09-02'))?.reason).toBe('first-training-missing')
    expect(firstTrainingTask({ ...first, firstTraining: on('2026-09-01') }, on('2026-09-02'))).toBeNull()
  })
  test('et pas, ingen har brugt i 35 dage', () => {
    const use = { since: on('2026-07-30'), validTo: on('2026-12-31'), left: kroner(600), signedUp: false }
    expect(passUnusedTask(use, 35, on('2026-09-02'))).toBeNull()
    expect(passUnusedTask(use, 35, on('2026-09-03'))).toMatchObject({ reason: 'pass-unused', left: kroner(600) })
    expect(passUnusedTask({ ...use, signedUp: true }, 35, on('2026-09-03'))).toBeNull()
    expect(passUnusedTask(use, 35, on('2027-01-01'))).toBeNull()
  })
  test('en forening, der ikke svarer', () => {
    expect(foreningSilentTask(on('2026-08-28'), false, 5, on('2026-09-01'))).toBeNull()
    expect(foreningSilentTask(on('2026-08-28'), false, 5, on('2026-09-02'))?.reason).toBe('forening-silent')
    expect(foreningSilentTask(on('2026-08-28'), true, 5, on('2026-09-02'))).toBeNull()
  })
})

test('fritidsvejlederens liste står som på skærmen "I dag" den 3. september', () => {
  const today = day('2026-09-03')
  const task = (taskId: string, dueOnText: string, because: TaskReason): FollowUpTask => ({ taskId, childId: taskId, owner: 'fritidsvejleder', dueOn: day(dueOnText), because })
  const tasks = [
    task('Hamza', '2026-09-04', { reason: 'wants-company', firstTrainingOn: day('2026-09-07') }),
    task('Victor', '2026-09-03', { reason: 'pass-unused', since: day('2026-07-30'), validTo: day('2026-12-31'), left: kroner(600) }),
    task('Ida', '2026-09-03', { reason: 'wants-something-else', checkId: 'dag-14', saidOn: day('2026-09-02') }),
    task('Amal', '2026-09-02', { reason: 'forening-silent', askedOn: day('2026-08-28') }),
    task('Oskar', '2026-09-03', { reason: 'absent-in-a-row', absences: 2, presentBefore: 6, since: day('2026-08-25') }),
    task('Leyla', '2026-09-03', { reason: 'first-training-missing', plannedOn: day('2026-09-01'), answered: false }),
  ]
  expect(sortTasks(tasks, today).map((t) => t.taskId)).toEqual(['Leyla', 'Oskar', 'Amal', 'Ida', 'Victor', 'Hamza'])
  expect(sortTasks([...tasks].reverse(), today)).toEqual(sortTasks(tasks, today))
  expect(overdueBy(tasks[3]!, today)).toBe(1)
})
