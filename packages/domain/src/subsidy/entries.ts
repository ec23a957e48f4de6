import { gather, makeEntry, move, type Account, type Entry, type Ore, type Rail } from '@medspil/ledger'
import { heldAccount, poolAccount, purseAccount, type PursePart } from '../fritidspas/index.ts'
import type { Claim, ClaimSource } from './claim.ts'
import type { Clawback } from './clawback.ts'
import type { PayoutLine } from './payout.ts'

type ClaimRef = Pick<Claim, 'id' | 'foreningId' | 'signupId' | 'source'>
type LineRef = Pick<PayoutLine, 'claimId' | 'foreningId' | 'amount'>
/** Øre of a claim that come back, with their purses (empty for a family's own share). */
type MoneyBack = { readonly amount: Ore; readonly parts: readonly PursePart[] }
type Postings = ReturnType<typeof move>

const owed = ({ id, foreningId }: ClaimRef): Account => ({ kind: 'owed', foreningId, claimId: id })
const owedForLine = ({ foreningId, claimId }: LineRef): Account => ({ kind: 'owed', foreningId, claimId })
const inTransit = ({ foreningId, claimId }: LineRef): Account => ({ kind: 'in-transit', foreningId, claimId })
const settled = (rail: Rail, foreningId: string): Account => ({ kind: 'settled', rail, foreningId })
const passOf = ({ fritidspasId, poolId }: Extract<ClaimSource, { kind: 'fritidspas' }>): { id: string; poolId: string } =>
  ({ id: fritidspasId, poolId })

/**
 * Held → owed: the forening has confirmed child and fee. What the fee did not need (`letGo`) goes back in the same
 * entry: to the purse, or to the pool when the pass has ended.
 */
export const entryForConfirm = (
  entryId: string, claim: ClaimRef, spent: readonly PursePart[], letGo: readonly PursePart[], toPool: boolean,
): Entry => {
  const pass = passOf(passSource(claim))
  return makeEntry(entryId, 'claim-confirmed', gather([
    ...spent.flatMap((part) => move(part.amount, heldAccount(pass, part), owed(claim))),
    ...letGo.flatMap((part) => move(part.amount, heldAccount(pass, part), toPool ? poolAccount(pass) : purseAccount(pass, part))),
  ]))
}

/** Owed → pass, pool or the family's share: a claim that was confirmed and not paid falls, whole or in part (øre). */
export const entryForClaimReversed = (entryId: string, claim: ClaimRef, back: MoneyBack, toPool: boolean): Entry =>
  makeEntry(entryId, 'claim-reversed', gather(backFrom(owed(claim), back, claim, toPool)))

/** Co-payment → owed: the activity was held, so the family's share is owed to whoever held it; øre. */
export const entryForCoPaymentConfirmed = (entryId: string, claim: ClaimRef, amount: Ore): Entry =>
  makeEntry(entryId, 'co-payment-confirmed', move(amount, { kind: 'co-payment', signupId: claim.signupId }, owed(claim)))

/** Owed → in transit: the payout is on its way, all lines in one entry. */
export const entryForPayoutSent = (entryId: string, lines: readonly LineRef[]): Entry =>
  makeEntry(entryId, 'payout-sent', gather(lines.flatMap((line) => move(line.amount, owedForLine(line), inTransit(line)))))

/** In transit → settled: bank or Stripe has confirmed these lines. */
export const entryForPayoutConfirmed = (entryId: string, rail: Rail, lines: readonly LineRef[]): Entry =>
  makeEntry(entryId, 'payout-confirmed', gather(lines.flatMap((line) => move(line.amount, inTransit(line), settled(rail, line.foreningId)))))

/** In transit → owed: these lines never arrived, and the forening is owed its money as before. */
export const entryForPayoutFailed = (entryId: string, lines: readonly LineRef[]): Entry =>
  makeEntry(entryId, 'payout-failed', gather(lines.flatMap((line) => move(line.amount, inTransit(line), owedForLine(line)))))

/**
 * Settled → pass, pool or the family's share: a forening has sent money back, on the rail it came back on. A clawback
 * that is only agreed has no entry: until it is collected the forening has the money, and the books say so.
 */
export const entryForClawbackRepaid = (entryId: string, clawback: Clawback, claim: ClaimRef, toPool: boolean, rail: Rail): Entry =>
  makeEntry(entryId, 'clawback-repaid', gather(backFrom(settled(rail, clawback.foreningId), clawback, claim, toPool)))

/**
 * Owed → pass, pool or the family's share: the forening keeps the money as payment of another claim (`against`), which
 * is owed less. Throws RangeError when the other claim is another forening's.
 */
export const entryForClawbackSetOff = (entryId: string, clawback: Clawback, claim: ClaimRef, toPool: boolean, against: ClaimRef): Entry => {
  if (against.foreningId !== clawback.foreningId) throw new RangeError('set off only within one forening')
  return makeEntry(entryId, 'clawback-set-off', gather(backFrom(owed(against), clawback, claim, toPool)))
}

const backFrom = (from: Account, back: MoneyBack, { source, signupId }: ClaimRef, toPool: boolean): Postings => {
  if (source.kind === 'co-payment') return move(back.amount, from, { kind: 'co-payment', signupId })
  const pass = passOf(source)
  return back.parts.flatMap((part) => move(part.amount, from, toPool ? poolAccount(pass) : purseAccount(pass, part)))
}

const passSource = ({ id, source }: ClaimRef): Extract<ClaimSource, { kind: 'fritidspas' }> => {
  if (source.kind !== 'fritidspas') throw new RangeError(`claim ${id} is not paid by a pass`)
  return source
}
