import type { Day } from '../day.ts'
import type { ApprovalState } from './states.ts'

/** Why a forening may not be listed, receive a child or be paid. */
export type ForeningWhyNot =
  | { reason: 'forening-not-approved'; state: ApprovalState }
  | { reason: 'forening-approval-limited'; limitedTo: string }
  | { reason: 'forening-declaration-missing'; year: number; lastValidTo: Day | null }
  | { reason: 'forening-suspended'; since: Day }
  | { reason: 'forening-closed'; since: Day }
  | { reason: 'provider-type-excluded'; providerType: string; allowed: readonly string[] }
  | { reason: 'forening-payment-details-missing'; rail: 'stripe' | 'nemkonto' }
  | { reason: 'forening-named-receiver-missing' }
  | { reason: 'forening-stripe-not-ready'; missing: readonly string[] }
  | { reason: 'forening-move-impossible'; from: ApprovalState; to: ApprovalState }
  | { reason: 'forening-points-open'; points: readonly string[] }
  | { reason: 'declaration-not-asked'; year: number; askedYear: number | null }
