import { policy } from '@medspil/domain/access'
import { CheckAnswer, CheckInput, FritidspasList, FritidspasView, PassesInput, RevokeInput, StatementInput, StatementView } from '@medspil/contracts/fritidspas'
import { kommuneMutation, loggedInQuery, outsideMutation, router } from '../trpc/procedure.ts'
import { checkFritidspas } from './check-fritidspas.ts'
import { readStatement } from './read-statement.ts'
import { revokeFritidspas } from './revoke-fritidspas.ts'
import { showPasses } from './show-passes.ts'

/** The pass: what is on it, what it paid, whether a card is good, and its end. */
export const fritidspasRouter = router({
  show: loggedInQuery.input(PassesInput).output(FritidspasList).query(({ ctx, input }) => showPasses(ctx, input)),
  statement: loggedInQuery.input(StatementInput).output(StatementView).query(({ ctx, input }) => readStatement(ctx, input)),
  check: outsideMutation(policy['fritidspas.check'].kinds).input(CheckInput).output(CheckAnswer).query(({ ctx, input }) => checkFritidspas(ctx, input)),
  revoke: kommuneMutation.input(RevokeInput).output(FritidspasView).mutation(({ ctx, input }) => revokeFritidspas(ctx, input)),
})
