import type { AgeRule } from './age-rule.ts'
import type { AnswerRule } from './answer-rule.ts'
import type { FollowUpPlan, GuidanceRule, GuideRule } from './care-rule.ts'
import type { Criterion } from './criterion.ts'
import type { Leaf } from './leaf.ts'
import type { LawRule } from './legal-basis.ts'
import type { PassRule } from './pass-rule.ts'

/**
 * One version of an ordning as data (schemes.md). A `null` anywhere is "—": it blocks publication, and no rule ever
 * falls back to a default. Aims without a number ("words") are kept in the version's texts and never scored.
 */
export type OrdningRules = {
  /** The department that runs it; 63 kommuner place it differently, so it is data. */
  owner: Leaf<string>
  age: AgeRule
  criteria: Criterion[]
  guidance: GuidanceRule
  pass: PassRule
  guide: GuideRule
  followUp: FollowUpPlan
  /** What the family itself does, as words; an empty list when nothing is asked. */
  familyPart: string[]
  law: LawRule
  answer: AnswerRule
}
