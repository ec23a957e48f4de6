import type { IncomeRule } from './income-rule.ts'
import type { Leaf } from './leaf.ts'
import type { PurseKind, SupportKind } from './pass-rule.ts'

/** What an ordning asks about what the child already goes to. */
export type ActivityRule = 'notActive' | 'notActiveOrWithoutPaying' | 'any' | 'renewal'

/** Where the child belongs. `kommune` compares with the kommune that runs the ordning. */
export type PlaceRule =
  | { kind: 'kommune' } | { kind: 'areas'; named: Leaf<string[]> } | { kind: 'schools'; named: Leaf<string[]> }

/** What one criterion looks at. A `judged` criterion is always a person's, with a written reason. */
export type CriterionRule =
  | { kind: 'place'; place: PlaceRule }
  | { kind: 'activity'; activity: ActivityRule }
  | { kind: 'income'; income: IncomeRule }
  | { kind: 'openCase' }
  | { kind: 'throughSchool' }
  | { kind: 'judged'; question: string }
  | { kind: 'noDoubleUse'; purse: PurseKind }
  | { kind: 'notInFosterCare' }
  | { kind: 'poolHasMoney' }

/**
 * A condition of an ordning. `id` is stable over versions, `says` is the Danish sentence a family can check against,
 * `gates` is what cannot be given without it; an empty list gates everything. The age rule stands beside the list.
 */
export type Criterion = { id: string; says: string; gates: SupportKind[]; rule: CriterionRule }
