import { add, subtract, zero, type Ore } from '@medspil/ledger'
import { isAfter, type Day } from '../day.ts'
import { mayPay } from './may-pay.ts'
import { isOver, withPurses, type Fritidspas } from './pass.ts'
import { firstOf, moveParts, partsTotal, without, type PurseKind, type PursePart } from './purse.ts'
import type { FritidspasWhyNot } from './why-not.ts'

/** States of a hold: held → confirmed by the forening → spent when the payout is confirmed, or released. */
export type HoldState = 'held' | 'confirmed' | 'spent' | 'released'

/** Why a hold was let go. */
export type ReleaseCause = 'cancelled' | 'declined' | 'timed-out' | 'price-changed'

/** Money of a pass set aside for one signup and one kind of thing. */
export type Hold = {
  readonly id: string
  readonly fritidspasId: string
  readonly signupId: string
  readonly kind: PurseKind
  readonly parts: readonly PursePart[]
  readonly state: HoldState
  readonly releasedBecause: ReleaseCause | null
  /** Last day on which the forening may confirm. The hold's own deadline, also when the pass expires meanwhile. */
  readonly keptUntil: Day
}

type Refused = { ok: false; whyNot: FritidspasWhyNot }

/** Sets money aside for a signup. Refused, with the sum and what is missing, unless the pass covers the whole amount. */
export const hold = (fritidspas: Fritidspas, { id, signupId, kind, amount, providerType, today, keptUntil }: {
  id: string; signupId: string; kind: PurseKind; amount: Ore; providerType: string; today: Day; keptUntil: Day
}): { ok: true; fritidspas: Fritidspas; hold: Hold } | Refused => {
  const answer = mayPay({ fritidspas, kind, amount, providerType, today })
  if (!answer.ok) return answer
  const moved = withPurses(fritidspas, moveParts(fritidspas.purses, answer.parts, 'available', 'held'))
  return {
    ok: true,
    fritidspas: used(moved, kind, amount),
    hold: {
      id, fritidspasId: fritidspas.id, signupId, kind, parts: answer.parts, state: 'held', releasedBecause: null, keptUntil,
    },
  }
}

/**
 * The forening has confirmed the child and the fee: the money is now spent on it. A lower fee lets the rest go; a
 * higher one needs the family's new yes.
 * @returns the parts spent, for the claim, and the parts let go (`toPool` when the pass has ended)
 */
export const confirmHold = (fritidspas: Fritidspas, held: Hold, { fee, today }: { fee: Ore; today: Day }):
  { ok: true; fritidspas: Fritidspas; hold: Hold; spent: PursePart[]; letGo: PursePart[]; toPool: boolean } | Refused => {
  const reserved = partsTotal(held.parts)
  if (fee <= zero) throw new RangeError('a free place needs no money: release the hold')
  if (held.state !== 'held') return { ok: false, whyNot: { reason: 'hold-not-open', state: held.state } }
  if (isAfter(today, held.keptUntil)) return { ok: false, whyNot: { reason: 'hold-timed-out', keptUntil: held.keptUntil } }
  if (fee > reserved) return { ok: false, whyNot: { reason: 'fee-higher-than-held', fee, held: reserved } }
  const spent = firstOf(held.parts, fee)
  const letGo = without(held.parts, spent)
  const toPool = isOver(fritidspas)
  const afterFee = moveParts(fritidspas.purses, spent, 'held', 'spent')
  const purses = moveParts(afterFee, letGo, 'held', toPool ? 'returned' : 'available')
  const changed = unused(withPurses(fritidspas, purses), held.kind, subtract(reserved, fee))
  return { ok: true, fritidspas: changed, hold: { ...held, parts: spent, state: 'confirmed' }, spent, letGo, toPool }
}

/** The payout to the forening is confirmed: the last step of a hold. No money moves in the purses. */
export const spendHold = (held: Hold): { ok: true; hold: Hold } | Refused =>
  held.state === 'confirmed'
    ? { ok: true, hold: { ...held, state: 'spent' } }
    : { ok: false, whyNot: { reason: 'hold-not-open', state: held.state } }

/** Lets a hold go. The money is available again, or goes to the pool (`toPool`) when the pass has ended meanwhile. */
export const release = (fritidspas: Fritidspas, held: Hold, because: ReleaseCause):
  { ok: true; fritidspas: Fritidspas; hold: Hold; toPool: boolean } | Refused => {
  if (held.state !== 'held') return { ok: false, whyNot: { reason: 'hold-not-open', state: held.state } }
  const toPool = isOver(fritidspas)
  const purses = moveParts(fritidspas.purses, held.parts, 'held', toPool ? 'returned' : 'available')
  return {
    ok: true, toPool,
    fritidspas: unused(withPurses(fritidspas, purses), held.kind, partsTotal(held.parts)),
    hold: { ...held, state: 'released', releasedBecause: because },
  }
}

/**
 * Gives spent money back to a pass after a claim was reversed or a clawback came in. It is available again when the
 * ordning lets it be and the pass still runs; otherwise it goes to the pool (`toPool`). Never cash to the family.
 */
export const restore = (
  fritidspas: Fritidspas, kind: PurseKind, parts: readonly PursePart[], { toPurse, today }: { toPurse: boolean; today: Day },
): { fritidspas: Fritidspas; toPool: boolean } => {
  const toPool = !toPurse || isOver(fritidspas) || isAfter(today, fritidspas.lastDay)
  const purses = moveParts(fritidspas.purses, parts, 'spent', toPool ? 'returned' : 'available')
  return { fritidspas: unused(withPurses(fritidspas, purses), kind, partsTotal(parts)), toPool }
}

const used = (fritidspas: Fritidspas, kind: PurseKind, amount: Ore): Fritidspas =>
  ({ ...fritidspas, usedByKind: { ...fritidspas.usedByKind, [kind]: add(fritidspas.usedByKind[kind] ?? zero, amount) } })

const unused = (fritidspas: Fritidspas, kind: PurseKind, amount: Ore): Fritidspas =>
  ({ ...fritidspas, usedByKind: { ...fritidspas.usedByKind, [kind]: subtract(fritidspas.usedByKind[kind] ?? zero, amount) } })
