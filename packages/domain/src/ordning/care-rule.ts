import type { GrantRole } from './grant-role.ts'
import type { Leaf } from './leaf.ts'

/** Guidance as a grant of its own: a talk, a plan and a bridge, without money and without an income test. */
export type GuidanceRule = { kind: 'notOffered' } | { kind: 'offered'; by: Leaf<GrantRole[]> }

/** What a fritidsguide does for a child. */
export const guideTasks = [
  'clearOptions', 'contactForening', 'goAlong', 'collectAndBring', 'supportInForening', 'towardsAlone', 'followUp',
] as const
/** One of `guideTasks`. */
export type GuideTask = (typeof guideTasks)[number]

/** The steps in which a guide steps back. */
export type FadingStage = 'escorted' | 'metThere' | 'phoned' | 'alone'

/** The terms of a fritidsguide. Hours are whole hours per course. */
export type GuideTerms = {
  optional: boolean
  childHasSay: Leaf<boolean>
  tasks: GuideTask[]
  hourCeiling: Leaf<number>
  longestMonths: Leaf<number>
  longestFrom: Leaf<'grant' | 'firstTraining' | 'firstTrip'>
  certificateMonths: Leaf<number>
  corpsMeetingsPerYear: Leaf<number>
  supervision: Leaf<'none' | 'onNeed' | 'continuous'>
  fading: FadingStage[]
}

/** Whether a child gets a fritidsguide, and on which terms. */
export type GuideRule = { kind: 'none' } | ({ kind: 'volunteer' } & GuideTerms) | ({ kind: 'paid' } & GuideTerms)

/** Who is responsible for asking and for acting on silence. */
export const followUpRoles = ['fritidsguide', 'fritidsvejleder', 'fritidskoordinator', 'fagperson', 'schoolStaff'] as const
/** One of `followUpRoles`. */
export type FollowUpRole = (typeof followUpRoles)[number]

/** When one check falls: at the first training itself, or a while after the plan's anchor. */
export type CheckOffset = { kind: 'firstTraining' } | { kind: 'days'; days: number } | { kind: 'months'; months: number }

/** One planned question. `id` is stable; `countsAsKept` marks the check that says whether the child was kept. */
export type FollowUpCheck = { id: string; after: CheckOffset; countsAsKept: boolean }

/** When following up stops: after a number of months, or when something has happened, in words. */
export type PlanEnd = { kind: 'afterMonths'; months: number } | { kind: 'openEnd'; when: string }

/** The follow-up an ordning promises (schemes.md 6). Quiet hours are a house rule: nothing is sent 00–07. */
export type FollowUpPlan =
  | { kind: 'none' }
  | {
    kind: 'planned'
    anchor: Leaf<'grant' | 'signup' | 'firstTraining' | 'stop'>
    by: Leaf<FollowUpRole>
    /** Who asks when the course has no guide; the same role where no guide is part of the ordning. */
    byWithoutGuide: Leaf<FollowUpRole>
    checks: Leaf<FollowUpCheck[]>
    ends: PlanEnd
    channel: Leaf<'link' | 'phone' | 'meeting'>
    /** Days of silence before a person gets a task. */
    silenceDays: Leaf<number>
  }
