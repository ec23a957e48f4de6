import { zero, type Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { OrdningRules } from '../ordning/index.ts'
import { checkCriteria } from './criteria.ts'
import type { ApplicationFacts } from './fact.ts'

/** The only two answers of "Se om I kan få det". It never says no: unclear means that a person will look. */
export type QuickAnswer = { answer: 'likely-yes' | 'a-person-will-look'; lookAt: string[] }

/** What a family has answered without login. `says`: its own yes or no to each judged criterion. Nothing is stored. */
export type QuickFacts = { facts: ApplicationFacts; says: Record<string, boolean>; kommuneKey: string; today: Day; poolFree: Ore | null }

/**
 * A likely yes when every criterion the family can answer is met; anything else is for a person. `lookAt` holds the
 * criteria a person will look at, so that the page can say what to have ready. An unknown pool is not held against
 * the family.
 */
export const quickTest = (rules: OrdningRules, { facts, says, kommuneKey, today, poolFree }: QuickFacts): QuickAnswer => {
  const results = checkCriteria(rules, facts, { kommuneKey, receivedOn: today, today, poolFree, asked: zero })
  const lookAt = results.filter(({ id, kind, result }) => {
    if (kind === 'noDoubleUse' || (kind === 'poolHasMoney' && poolFree === null)) return false
    return result === 'judged' ? says[id] !== true : result !== 'met'
  }).map(({ id }) => id)
  return { answer: lookAt.length === 0 ? 'likely-yes' : 'a-person-will-look', lookAt }
}
