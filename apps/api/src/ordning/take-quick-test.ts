import type { QuickTestAnswer, QuickTestInput } from '@medspil/contracts/ordning'
import { loadKommune } from '@medspil/db/access'
import { type ApplicationFacts, type Fact, quickTest } from '@medspil/domain/application'
import { addYears, type Day } from '@medspil/domain/day'
import { type Ore, zero } from '@medspil/ledger'
import { allow, type Shell } from '../shell.ts'
import { currentOrdning } from './current-ordning.ts'
import { sayAges } from './say-ages.ts'

/** "Se om I kan få det": holds the family's own answers against the rules. Stores nothing and never says no. */
export async function takeQuickTest(shell: Shell, input: QuickTestInput): Promise<QuickTestAnswer> {
  await allow(shell, 'ordning.quick-test')
  const { version: { rules } } = await currentOrdning(shell, input.ordningKey)
  const kommuneKey = (await loadKommune(shell.tx)).key
  const { answer, lookAt } = quickTest(rules, { facts: factsOf(input, kommuneKey, shell.now.day), says: input.says ?? {}, kommuneKey, today: shell.now.day, poolFree: null })
  const says = (id: string) => (id === 'age' ? sayAges(rules.age) : rules.criteria.find((criterion) => criterion.id === id)?.says ?? '')
  return { answer, lookAt: lookAt.map((criterionId) => ({ criterionId, says: says(criterionId) })) }
}

function factsOf(input: QuickTestInput, kommuneKey: string, today: Day): ApplicationFacts {
  const told = <T>(value: T): Fact<T> => ({ value, from: [{ source: 'family', on: today }], seenByParty: true })
  return {
    // Only the age is asked for: somebody whose birthday is today has exactly that age on every rule's day.
    ...(input.age !== undefined && { birthDay: told(addYears(today, -input.age)) }),
    ...(input.livesHere !== undefined && { kommune: told(input.livesHere ? kommuneKey : 'another') }),
    ...(input.activity !== undefined && { activity: told(input.activity) }),
    ...(input.gradeBeforeHoliday !== undefined && { gradeBeforeHoliday: told(input.gradeBeforeHoliday) }),
    ...(input.income !== undefined && { income: told(input.income as Ore) }),
    ...(input.adults !== undefined && { adults: told(input.adults) }),
    ...(input.children !== undefined && { children: told(input.children) }),
    ...(input.fripladsPercent !== undefined && { fripladsPercent: told(input.fripladsPercent) }),
    ...(input.benefits !== undefined && { benefits: told(input.benefits) }),
    ...(input.openCase !== undefined && { openCase: told(input.openCase) }),
    ...(input.schoolReferred !== undefined && { schoolReferred: told(input.schoolReferred) }),
    ...(input.fosterCare !== undefined && { fosterCare: told(input.fosterCare) }),
    ...(input.isRenewal !== undefined && { isRenewal: told(input.isRenewal) }),
    ...(input.paidByOthers !== undefined && { paidByOthers: told(input.paidByOthers.map((purse) => ({ purse, funder: '', amount: zero, on: today }))) }),
  }
}
