import type { Tx } from '@medspil/db'
import { loadVersion } from '@medspil/db/ordning'
import { type ResolvedPlan, resolvePlan } from './resolve-plan.ts'

/** Reads the plans of many courses, each version once. Who owns a task does not matter to those who only ask for days. */
export function planReader(tx: Tx): (ordningVersionId: string) => Promise<ResolvedPlan | null> {
  const known = new Map<string, Promise<ResolvedPlan | null>>()
  const read = async (id: string) => {
    const found = await loadVersion(tx, id)
    return found && resolvePlan(found.version.rules.followUp, { hasGuide: false })
  }
  return (id) => {
    const plan = known.get(id) ?? read(id)
    known.set(id, plan)
    return plan
  }
}
