import { type Request, type Support } from '@medspil/domain/application'
import { completedYears, type Day, day } from '@medspil/domain/day'
import { ceilingAmount, type OrdningRules, type Period, periodOf, pursesAt, type SupportKind } from '@medspil/domain/ordning'
import { min, type Ore, ore, shareRoundedDown, sum } from '@medspil/ledger'
import { Refused } from '../errors.ts'
import { togetherOf } from '../ordning/index.ts'

/** What a form asks for: kinds, and an amount where the family has a price. */
export interface AskedFor { supports: readonly { kind: SupportKind; amount?: bigint | undefined }[]; start: string | null; months: number | null; activity: string | null }

/**
 * Turns a form into a request. Money without a price asks for the purse's whole ceiling; purses that together are above
 * the ordning's ceiling share it in proportion, in whole kroner. A period that only a person can find is left open.
 * @throws Refused when a length must be chosen and was not, or is none of the ordning's
 */
export function requestOf(rules: OrdningRules, asked: AskedFor, child: { birthDay: Day }, today: Day): { request: Request; start: Day } {
  const start = asked.start === null ? today : day(asked.start)
  const supports = withAmounts(rules, asked, completedYears(child.birthDay, today))
  const needsPeriod = supports.some(({ amount }) => amount !== null)
  return { start, request: { supports, activity: asked.activity, period: needsPeriod ? periodFor(rules, start, asked.months) : null } }
}

function withAmounts(rules: OrdningRules, { supports }: AskedFor, age: number): Support[] {
  const purses = pursesAt(rules.pass, age)
  const together = togetherOf(rules)
  const ceilings = supports.map(({ kind, amount }): Ore | null => {
    const purse = purses.find((found) => found.kind === kind)
    if (amount !== undefined) return ore(amount)
    return purse ? ceilingAmount(purse.ceiling) ?? together : null
  })
  const total = sum(ceilings.flatMap((most) => (most === null ? [] : [most])))
  return supports.map(({ kind, amount }, at): Support => {
    const most = ceilings[at] ?? null
    if (most === null || together === null || total <= together || amount !== undefined) return { kind, amount: most }
    const share = shareRoundedDown(together, most, total)
    return { kind, amount: min(most, ore(share - share % 100n)) }
  })
}

function periodFor(rules: OrdningRules, start: Day, months: number | null): Period | null {
  if (rules.pass.kind === 'notOffered') return null
  const answer = periodOf(rules.pass.period, { start, ...(months !== null && { months }) })
  if (answer.ok) return answer.period
  const { whyNot } = answer
  if (whyNot.reason === 'period-length-not-offered' || (whyNot.reason === 'period-not-given' && whyNot.missing === 'length')) throw new Refused(whyNot)
  return null
}
