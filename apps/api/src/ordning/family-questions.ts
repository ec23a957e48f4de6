import type { FamilyQuestion } from '@medspil/contracts/ordning'
import { type Criterion, given, type OrdningRules } from '@medspil/domain/ordning'
import { sayAges } from './say-ages.ts'

type Ask = Pick<FamilyQuestion, 'ask'> & Partial<FamilyQuestion>

/** What a family must be asked under these rules, in the ordning's order: a criterion nobody can answer is not asked. */
export function familyQuestions(rules: OrdningRules): FamilyQuestion[] {
  const first: FamilyQuestion[] = rules.age.kind === 'none' ? [] : [questionOf('age', sayAges(rules.age), rules.age.kind === 'grade' ? { ask: 'grade' } : { ask: 'age', onlyBeforeLogin: true })]
  return [...first, ...rules.criteria.flatMap((criterion) => askFor(criterion).map((ask) => questionOf(criterion.id, criterion.says, ask)))]
}

const questionOf = (criterionId: string, says: string, ask: Ask): FamilyQuestion =>
  ({ criterionId, says, question: null, about: [], onlyBeforeLogin: false, ...ask })

function askFor({ rule }: Criterion): Ask[] {
  switch (rule.kind) {
    case 'place': return [{ ask: 'lives-here', onlyBeforeLogin: true }]
    case 'activity': return rule.activity === 'any' ? [] : [{ ask: rule.activity === 'renewal' ? 'renewal' : 'activity' }]
    case 'income':
      if (rule.income.kind === 'friplads') return [{ ask: 'friplads' }]
      return rule.income.kind === 'benefits' ? [{ ask: 'benefits', about: given(rule.income.listed) ?? [] }] : [{ ask: 'income' }]
    case 'openCase': return [{ ask: 'open-case' }]
    case 'throughSchool': return [{ ask: 'through-school' }]
    case 'notInFosterCare': return [{ ask: 'foster-care' }]
    case 'noDoubleUse': return [{ ask: 'paid-by-others', about: [rule.purse] }]
    case 'judged': return [{ ask: 'judged', question: rule.question }]
    case 'poolHasMoney': return []
  }
}
