import { ceilingAmount, isEksempelPath, type OrdningRules, type SupportKind } from '@medspil/domain/ordning'
import type { Ore } from '@medspil/ledger'

/** One thing an ordning gives; `most` in øre, null where no sum of its own limits it. */
export interface Offered { kind: SupportKind; most: Ore | null; isEksempel: boolean }

/** Everything an ordning gives, money first. */
export function supportsOf(rules: OrdningRules): Offered[] {
  const purses = rules.pass.kind === 'offered' ? rules.pass.purses.map(({ kind, ceiling }, at): Offered =>
    ({ kind, most: ceilingAmount(ceiling), isEksempel: isEksempelPath(rules, `pass.purses.${at}.ceiling`) })) : []
  const service = (kind: SupportKind): Offered => ({ kind, most: null, isEksempel: false })
  return [...purses, ...(rules.guidance.kind === 'offered' ? [service('guidance')] : []), ...(rules.guide.kind === 'none' ? [] : [service('guideHours')])]
}

/** The ceiling over all purses, øre; null without one. */
export const togetherOf = ({ pass }: OrdningRules): Ore | null => pass.kind === 'offered' ? ceilingAmount(pass.together) : null

/** Lengths in months that somebody has to choose between; empty when the rule gives the period by itself. */
export function monthsToChoose({ pass }: OrdningRules): number[] {
  const months = pass.kind === 'offered' && pass.period.kind === 'rolling' ? pass.period.months : null
  const list = months && 'value' in months ? months.value : months
  return list && list.length > 1 ? [...list] : []
}
