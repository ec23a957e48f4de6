import type { FamilyAnswers } from '@medspil/contracts/application'
import type { ChildFacts } from '@medspil/db/application'
import type { ApplicationFacts, Fact, FactSource } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Ore } from '@medspil/ledger'

/** What the person registry has told about a child; nobody is asked for it. The family knows it of itself. */
export function registeredFacts(child: ChildFacts, kommuneKey: string, today: Day): ApplicationFacts {
  const told = <T>(value: T): Fact<T> => ({ value, from: [{ source: 'cpr', on: today }], seenByParty: true })
  return {
    birthDay: told(child.birthDay), kommune: told(child.livesInKommune ? kommuneKey : 'another'),
    ...(child.area !== null && { area: told(child.area) }), ...(child.school !== null && { school: told(child.school) }),
  }
}

/** What somebody answered, as facts with source and day. Left out is not known, which is never a no. */
export function toldFacts(answers: FamilyAnswers, source: FactSource, today: Day): ApplicationFacts {
  const told = <T>(value: T): Fact<T> => ({ value, from: [{ source, on: today }], seenByParty: source === 'family' || source === 'youngPerson' })
  const { statements, paidByOthers, income, ...plain } = answers
  const known = Object.entries(plain).filter(([, value]) => value !== undefined).map(([name, value]) => [name, told(value)])
  return {
    ...Object.fromEntries(known) as ApplicationFacts,
    ...(income !== undefined && { income: told(income as Ore) }),
    ...(paidByOthers && { paidByOthers: told(paidByOthers.map((paid) => ({ ...paid, amount: paid.amount as Ore, on: today }))) }),
    ...(statements && { statements: statements.filter(({ says }) => says !== '').map(told) }),
  }
}

/** What is known after somebody has told more: the newest word on a fact counts, statements add up. */
export function mergeFacts(before: ApplicationFacts, more: ApplicationFacts): ApplicationFacts {
  const statements = [...(before.statements ?? []), ...(more.statements ?? [])]
  return { ...before, ...more, ...(statements.length > 0 && { statements }) }
}
