import type { PlanSettings, PlanView } from '@medspil/contracts/report'
import { type Day, day } from '@medspil/domain/day'
import { evaluateTarget, type Figure, type Target } from '@medspil/domain/report'

/** A plan with every target held against the figures entered so far. */
export function planView({ targets, units, name, starts, years, source, isEksempel }: PlanSettings, today: Day): PlanView {
  const plan = { starts: day(starts), years, units }
  return {
    name, starts, years, source, isEksempel,
    targets: targets.map(({ target, figures, ...told }) => {
      const { status, value, parts } = evaluateTarget(target as Target, figures as readonly Figure[], plan, today)
      return { id: told.id, name: told.name, demand: told.demand, source: told.source, isShare: target.kind === 'share-kept', status, value, years: parts.map((part) => ({ year: part.year, value: part.value, status: part.status })) }
    }),
  }
}
