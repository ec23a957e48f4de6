import { kroner, ore } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { workIncome, type HouseholdFacts, type IncomeRule } from './income-rule.ts'

const nordfyn: IncomeRule = {
  kind: 'limit', base: kroner(201_228), perChildBeyondFirst: kroner(7_000), compare: 'strictlyBelow',
  singleParent: { kind: 'raisesLimit', by: kroner(62_139) },
}
const aarhus: IncomeRule = {
  kind: 'limit', base: kroner(212_896), perChildBeyondFirst: kroner(7_000), compare: 'atMost',
  singleParent: { kind: 'lowersIncome', by: kroner(65_747) },
}
const benefits = (onListed: 'oneParent' | 'everyParent'): IncomeRule => ({ kind: 'benefits', listed: ['kontanthjælp', 'SU'], onListed })

const home = (adults: number, children: number, income: number): HouseholdFacts =>
  ({ adults, children, income: kroner(income), fripladsPercent: null, benefits: null })
const onBenefits = (...list: (string | null)[]): HouseholdFacts => ({ ...home(list.length, 1, 0), benefits: list })

describe('Indtægten som et regnestykke', () => {
  test.each<[string, IncomeRule, HouseholdFacts, string]>([
    ['Nordfyn: én krone under grænsen', nordfyn, home(2, 1, 201_227), 'met'],
    ['Nordfyn: lige på grænsen er ikke under', nordfyn, home(2, 1, 201_228), 'not-met'],
    ['Nordfyn: tre børn hæver grænsen med 14.000', nordfyn, home(2, 3, 215_227), 'met'],
    ['Nordfyn: alene med to børn', nordfyn, home(1, 2, 270_366), 'met'],
    ['Nordfyn: alene med to børn, lige på grænsen', nordfyn, home(1, 2, 270_367), 'not-met'],
    ['Aarhus: lige på grænsen er med', aarhus, home(2, 1, 212_896), 'met'],
    ['Aarhus: alene trækker fra indtægten', aarhus, home(1, 1, 278_643), 'met'],
    ['Aarhus: alene, én krone for meget', aarhus, home(1, 1, 278_644), 'not-met'],
    ['indtægten er ikke kendt', nordfyn, { ...home(2, 1, 0), income: null }, 'unknown'],
    ['Favrskov: begge på listen', benefits('everyParent'), onBenefits('kontanthjælp', 'SU'), 'met'],
    ['Favrskov: kun den ene', benefits('everyParent'), onBenefits('kontanthjælp', null), 'not-met'],
    ['én forælder på listen er nok', benefits('oneParent'), onBenefits('kontanthjælp', null), 'met'],
    ['tabel: husstand på 4', { kind: 'table', rows: [{ householdSize: 4, limit: kroner(300_000) }], compare: 'atMost' }, home(2, 2, 300_000), 'met'],
    ['tabel: en størrelse tabellen ikke har', { kind: 'table', rows: [{ householdSize: 4, limit: kroner(300_000) }], compare: 'atMost' }, home(2, 7, 1), 'unknown'],
    ['friplads: 90 % er nok', { kind: 'friplads', atLeastPercent: 90 }, { ...home(2, 1, 0), fripladsPercent: 90 }, 'met'],
    ['friplads: 89 % er ikke', { kind: 'friplads', atLeastPercent: 90 }, { ...home(2, 1, 0), fripladsPercent: 89 }, 'not-met'],
  ])('%s', (_name, rule, facts, result) => {
    expect(workIncome(rule, facts).result).toBe(result)
  })

  test('linjerne giver grænsen, så familien kan regne efter', () => {
    expect(workIncome(nordfyn, home(1, 2, 250_000))).toEqual({
      result: 'met', limit: kroner(270_367), income: kroner(250_000),
      lines: [
        { line: 'base-limit', amount: kroner(201_228) }, { line: 'extra-children', amount: kroner(7_000), of: 1 },
        { line: 'single-parent', amount: kroner(62_139) }, { line: 'income', amount: ore(25_000_000) },
      ],
    })
  })
})
