import type { CheckAnswer, CheckInput } from '@medspil/contracts/fritidspas'
import { findByCode } from '@medspil/db/fritidspas'
import { decideAccess } from '@medspil/domain/access'
import { NotFound } from '../errors.ts'
import type { Context } from '../trpc/procedure.ts'
import { codeHashOf } from './issue-fritidspas.ts'

/**
 * Whether a card is good, until when, and the child's initial: all that whoever holds the code may know. Always asked as a
 * visitor, so that a login never widens the answer. Unknown and over are one answer.
 */
export async function checkFritidspas(ctx: Context, { code }: CheckInput): Promise<CheckAnswer> {
  if (decideAccess(ctx.actor, 'fritidspas.check') !== 'allowed') throw new NotFound('fritidspas.check')
  const now = ctx.clock()
  const visitor = { kind: 'visitor', kommuneId: ctx.actor.kommuneId, id: null } as const
  const found = await ctx.asActor(visitor, { now, procedure: 'fritidspas.check' }, (tx) => findByCode(tx, codeHashOf(code)))
  const isGood = found && (found.state === 'active' || found.state === 'issued' || found.state === 'used-up') && found.validFrom <= now.day && now.day <= found.validTo
  return isGood ? { valid: true, initial: found.displayName.slice(0, 1), validTo: found.validTo } : { valid: false }
}
