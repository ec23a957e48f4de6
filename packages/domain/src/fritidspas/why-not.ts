import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { HoldState } from './hold.ts'
import type { FritidspasState } from './pass.ts'
import type { PurseKind } from './purse.ts'

/** Why a fritidspas is not opened or does not pay; amounts in øre. */
export type FritidspasWhyNot =
  /** The decision was replaced by a newer one. */
  | { reason: 'decision-replaced'; decisionId: string; replacedBy: string }
  /** The period the decision gives money for is over. */
  | { reason: 'period-over'; lastDay: Day }
  /** Earlier passes of the same period have used up the ordning's ceiling. */
  | { reason: 'period-ceiling-reached'; ceiling: Ore; alreadyGranted: Ore; asked: Ore }
  /** The pass is not valid yet. */
  | { reason: 'fritidspas-not-yet-valid'; firstDay: Day }
  /** The pass is past its last day, or was closed, revoked or used up. */
  | { reason: 'fritidspas-over'; state: FritidspasState; lastDay: Day }
  /** The ordning does not pay this type of provider. */
  | { reason: 'provider-type-not-paid'; providerType: string }
  /** No purse of the pass may pay this kind of thing. */
  | { reason: 'kind-not-paid'; kind: PurseKind }
  /** There is money, but less than asked: the sum and the choices are shown. */
  | { reason: 'purse-too-small'; kind: PurseKind; asked: Ore; covered: Ore; missing: Ore }
  /** The hold was released, or its last step was taken already. */
  | { reason: 'hold-not-open'; state: HoldState }
  /** The last day on which the forening could confirm has passed. */
  | { reason: 'hold-timed-out'; keptUntil: Day }
  /** The forening asks for more than was set aside; the family must say yes anew. */
  | { reason: 'fee-higher-than-held'; fee: Ore; held: Ore }
  /** The pass has not reached its last day, so it cannot expire. */
  | { reason: 'fritidspas-not-expired'; lastDay: Day }
