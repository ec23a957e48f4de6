import { type FollowUpRole, given, type FollowUpPlan as OrdningPlan } from '@medspil/domain/ordning'
import type { FollowUpPlan } from '@medspil/domain/follow-up'

/** A plan with every value given, and how it asks. */
export interface ResolvedPlan extends FollowUpPlan { channel: 'link' | 'phone' | 'meeting' }

/**
 * The ordning's plan as it holds for one course; null when the ordning plans nothing or left a value open, which keeps it
 * from being published at all.
 */
export function resolvePlan(plan: OrdningPlan, { hasGuide }: { hasGuide: boolean }): ResolvedPlan | null {
  if (plan.kind === 'none') return null
  const [anchor, checks, silenceDays, channel] = [given(plan.anchor), given(plan.checks), given(plan.silenceDays), given(plan.channel)]
  const owner = given(hasGuide ? plan.by : plan.byWithoutGuide)
  return anchor && checks && owner && channel && silenceDays !== null ? { anchor, checks, owner, silenceDays, channel } : null
}

/**
 * The desk where a role's tasks lie. A volunteer guide has no task list, and the koordinator works at the fritidsvejleder's
 * desk, so that no task is owned by somebody who cannot see it.
 */
export function deskOf(role: string): 'fritidsvejleder' | 'fagperson' {
  return (['fagperson', 'schoolStaff'] satisfies FollowUpRole[] as string[]).includes(role) ? 'fagperson' : 'fritidsvejleder'
}
