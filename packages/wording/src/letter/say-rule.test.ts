import { eksempel } from '@medspil/domain/ordning'
import { kroner } from '@medspil/ledger'
import { expect, test } from 'vitest'
import { sayPublicationProblem, sayRule, sayRuleChange } from './say-rule.ts'

test.each([
  ['age.from', 6, 2, 'alder, fra: 6 bliver til 2'],
  ['pass.together.amount', eksempel(kroner(500)), kroner(600), 'fritidspas, loft i alt, beløb: 500 kr. (eksempel) bliver til 600 kr.'],
  ['pass.mayFlow', false, true, 'fritidspas, penge må flyttes mellem punge: nej bliver til ja'],
  ['pass.noShow.withdrew', eksempel('unused-days-come-back'), 'fee-stands', 'fritidspas, når barnet ikke kommer, stoppede: de ubrugte dage kommer tilbage (eksempel) bliver til kontingentet står ved magt'],
  ['pass.receiver', null, 'forening', 'fritidspas, hvem får pengene: ikke givet bliver til forening'],
  ['criteria.not-active', undefined, { says: 'Går ikke til noget i forvejen' }, 'betingelse, not-active: ny. Går ikke til noget i forvejen'],
])('%s siges så en administrator kan læse det', (path, before, after, says) => {
  expect(sayRuleChange({ path, before, after })).toBe(says)
})

test('et ukendt svar siges som en sætning', () => {
  expect(sayRule('pass.purses.0.ceiling.amount')).toBe('fritidspas, pung, loft, beløb')
  expect(sayPublicationProblem({ problem: 'value-missing', path: 'pass.receiver' })).toBe('Der mangler et svar: fritidspas, hvem får pengene.')
  expect(sayPublicationProblem({ problem: 'appeal-text-faulty', path: 'law.appeal', decision: 'refused', fault: { fault: 'words-forbidden', words: 'Ankestyrelsen' } }))
    .toBe('Klagevejledningen til et nej passer ikke til loven: her må ikke stå ”Ankestyrelsen”.')
})
