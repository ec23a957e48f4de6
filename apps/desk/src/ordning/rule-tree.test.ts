import { expect, test } from 'vitest'
import type { Json } from '@medspil/domain/ordning'
import { leafKind } from './leaf-kind.ts'
import { sayAnswer, typedOf, valueOf } from './leaf-text.ts'
import { groupsOf, withValues } from './rule-tree.ts'

const rules: Json = {
  age: { kind: 'completedYears', from: 2, to: { value: 17, origin: 'eksempel' }, toIncluded: null },
  pass: { kind: 'offered', together: { kind: 'amount', amount: { value: 250_000, origin: 'eksempel' } }, purses: [{ kind: 'kit', ceiling: { kind: 'none' } }] },
}
const leavesOf = (section: string) => groupsOf(rules, section).flatMap(({ leaves }) => leaves)

test('hver værdi står for sig, og et eksempel er mærket', () => {
  expect(leavesOf('age').map(({ path, value, isEksempel }) => [path, value, isEksempel])).toEqual([
    ['age.from', 2, false], ['age.to', 17, true], ['age.toIncluded', null, false],
  ])
})

test('en pung er sin egen gruppe med sit eget navn', () => {
  expect(groupsOf(rules, 'pass').map(({ title }) => title)).toEqual([null, 'Udstyr'])
})

test('en værdi, kommunen selv giver, er ikke længere et eksempel', () => {
  expect(withValues(rules, { 'age.to': 18 })).toMatchObject({ age: { to: 18, from: 2 } })
})

test('beløb læses og skrives i kroner', () => {
  const kind = leafKind('pass.together.amount', 250_000)
  expect(kind).toBe('amount')
  expect(valueOf(kind, typedOf(kind, 250_000))).toBe(250_000)
  expect(sayAnswer('pass.together.amount', 250_000)).toBe('2.500\u00a0kr.')
})

test('det, der ikke kan læses, sendes, som det er skrevet, så serveren kan sige hvor', () => {
  expect(valueOf('number', 'tre')).toBe('tre')
  expect(valueOf('number', ' ')).toBeNull()
})

test('et kriterium uden navngivne punge gælder for alt', () => {
  expect(sayAnswer('criteria.0.gates', [])).toBe('Alt')
})
