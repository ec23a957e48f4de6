export {
  entryForHold, entryForIssue, entryForRelease, entryForReturn, heldAccount, poolAccount, purseAccount,
} from './entries.ts'
export { confirmHold, hold, release, restore, spendHold, type Hold, type HoldState, type ReleaseCause } from './hold.ts'
export { mayPay, priceAfterPass, type MayPay, type PayQuestion, type PriceAfterPass } from './may-pay.ts'
export {
  expire, isOver, onDay, openFritidspas, returnUnused, whyNotValid,
  type Ended, type Fritidspas, type FritidspasState, type GrantedDecision, type Opened, type PassRules,
} from './pass.ts'
export {
  drawParts, firstOf, partsTotal, purseAddsUp, purseKinds, without, type Purse, type PurseKind, type PurseName, type PursePart,
} from './purse.ts'
export { statementOf, type Expense, type Statement, type StatementLine } from './statement.ts'
export type { FritidspasWhyNot } from './why-not.ts'
