/** Foreninger: approval, the yearly declaration, and what both allow. */
export {
  declarationValidTo, isDeclarationValid, mayBePaid, mayList, mayReceiveChild, moveForening, payoutReadiness,
} from './forening.ts'
export type { Forening, ForeningVerdict, PaymentRail } from './forening.ts'
export { foreningPoints, mayApprove, openPoints, type CheckedPoint, type ForeningPoint } from './checklist.ts'
export { foreningMoves, type ApprovalState } from './states.ts'
export type { ForeningWhyNot } from './why-not.ts'
