import { expect, test } from 'vitest'
import type { CaseView, CriterionView, LineView } from '@medspil/contracts/application'
import { inOrder, missingJudgements, outcomeOf, suggestedLine } from './decision-draft.ts'

const criterion = (criterionId: string, result: CriterionView['result'], gates: CriterionView['gates'] = ['kontingent']): CriterionView => ({
  criterionId, kind: 'judged', says: criterionId, result, gates, facts: [], missing: [], age: null, worked: null, question: null, isEksempel: false, judgement: null,
})
const line = (over: Partial<LineView> = {}): LineView => ({ kind: 'kontingent', asked: 75_000n, most: 150_000n, offered: true, blockedBy: [], waitsFor: [], ...over })

test('det, der skal vurderes, står først, så det, der ikke er opfyldt', () => {
  const criteria = [criterion('a', 'met'), criterion('b', 'not-met'), criterion('c', 'judged'), criterion('d', 'unknown')]
  expect(inOrder(criteria).map(({ criterionId }) => criterionId)).toEqual(['c', 'd', 'b', 'a'])
})

test('der foreslås aldrig mere end loftet', () => {
  expect(suggestedLine(line({ most: 50_000n }), [], {})).toEqual({ give: true, amount: 50_000n })
  expect(suggestedLine(line({ most: 0n }), [], {}).give).toBe(false)
})

test('et nej til det, der vurderes, lukker linjen med det samme', () => {
  const criteria = [criterion('a', 'judged')]
  expect(suggestedLine(line({ waitsFor: ['a'] }), criteria, { a: { result: 'not-met', reason: '' } }).give).toBe(false)
  expect(suggestedLine(line({ waitsFor: ['a'] }), criteria, { a: { result: 'met', reason: '' } }).give).toBe(true)
})

test('et kriterium, fakta har afgjort, kan ikke vurderes væk', () => {
  expect(suggestedLine(line({ blockedBy: ['a'] }), [criterion('a', 'not-met')], { a: { result: 'met', reason: 'x' } }).give).toBe(false)
})

test('svaret følger af linjerne', () => {
  const lines = [line(), line({ kind: 'kit', asked: 60_000n })]
  const [yes, no] = [{ give: true, amount: 75_000n }, { give: false, amount: null }]
  expect(outcomeOf(lines, [yes, { give: true, amount: 60_000n }])).toBe('granted')
  expect(outcomeOf(lines, [yes, { give: true, amount: 50_000n }])).toBe('partly-granted')
  expect(outcomeOf(lines, [yes, no])).toBe('partly-granted')
  expect(outcomeOf(lines, [no, no])).toBe('refused')
})

test('en vurdering, der ikke er gemt, holder brevet tilbage', () => {
  const view = { criteria: [criterion('a', 'judged')], lines: [line()] } as unknown as CaseView
  const given = [{ give: true, amount: 75_000n }]
  expect(missingJudgements(view, given, { a: { result: 'met', reason: 'fordi' } }).map(({ id }) => id)).toEqual(['vurder-a'])
  expect(missingJudgements(view, [{ give: false, amount: null }], {})).toEqual([])
})
