import { expect, test } from 'vitest'
import { eksempel } from '../ordning/index.ts'
import { exampleRules } from '../ordning/rules.fixture.ts'
import { eksempelPartsOf, letterKindOf } from './facts.ts'
import { forbiddenElements, letterKinds, requiredElements } from './element.ts'
import { lintLetter } from './lint.ts'

test('kun de dele af brevet, der bygger på et eksempel, mærkes', () => {
  expect(eksempelPartsOf(exampleRules)).toEqual([])
  expect(eksempelPartsOf({ ...exampleRules, law: { ...exampleRules.law, basis: eksempel({ kind: 'otherSocial', section: '§ 1' }) } })).toEqual(['law'])
  expect(eksempelPartsOf({ ...exampleRules, answer: { ...exampleRules.answer, workingDays: eksempel(10) } })).toEqual(['deadline'])
})

test('et brev kan altid skrives: intet element er både krævet og forbudt', () => {
  for (const kind of letterKinds) {
    expect(requiredElements(kind, 'barnetsLov35Stk3').filter((element) => forbiddenElements(kind).includes(element))).toEqual([])
  }
})

test('et tomt brev mangler alt, og et delvist ja får aldrig et ja-brev', () => {
  const faults = lintLetter({ kind: 'refused', basis: 'barnetsLov35Stk3', deciderId: null, blocks: [] }, 'barnetsLov35Stk3', 'refused')
  expect(faults.filter(({ fault }) => fault === 'element-missing')).toHaveLength(requiredElements('refused', 'barnetsLov35Stk3').length)
  expect(letterKindOf('partly-granted')).toBe('partly-granted')
})
