import { min, subtract, sum, zero, type Ore } from '@medspil/ledger'
import { isAfter, isBefore, type Day } from '../day.ts'
import { heldBack, type Pool } from '../pool/index.ts'
import type { PoolWhyNot } from '../pool/why-not.ts'
import { moveParts, newPurse, type Purse, type PurseKind, type PurseName, type PursePart } from './purse.ts'
import type { FritidspasWhyNot } from './why-not.ts'

/** States of a pass (product.md 3a). `used-up` may become active again when a forening's money comes back. */
export type FritidspasState = 'issued' | 'active' | 'used-up' | 'expired' | 'revoked' | 'closed'

/** What the ordning lets a pass pay. A limit that the ordning does not have is null; amounts in øre. */
export type PassRules = {
  /** Ceiling per kind on top of the purses, for a purse that pays several kinds. */
  readonly kindCeilings: Readonly<Partial<Record<PurseKind, Ore>>>
  /** Most that one child can be granted in one period, over all purses and passes. */
  readonly periodCeiling: Ore | null
  /** Most that one pass may pay over all its purses. */
  readonly togetherCeiling: Ore | null
  /** Provider types of the ordning (schemes.md 6) that the pass may pay. */
  readonly providerTypes: readonly string[]
}

/** Money for one child for one period. */
export type Fritidspas = {
  readonly id: string
  readonly childId: string
  readonly decisionId: string
  readonly poolId: string
  readonly state: FritidspasState
  readonly firstDay: Day
  readonly lastDay: Day
  readonly rules: PassRules
  readonly purses: readonly Purse[]
  /** Held and spent so far by kind, whichever purse paid. */
  readonly usedByKind: Readonly<Partial<Record<PurseKind, Ore>>>
}

/**
 * A decision that gives money. A refused decision does not fit this type, so a pass cannot be opened from one; nor can
 * an application. `purses` are what was granted, already cut to the ordning's ceilings when `partly-granted`.
 */
export type GrantedDecision = {
  readonly id: string
  readonly result: 'granted' | 'partly-granted'
  readonly childId: string
  readonly poolId: string
  readonly replacedBy: string | null
  readonly firstDay: Day
  readonly lastDay: Day
  readonly purses: readonly { readonly purse: PurseName; readonly pays: readonly PurseKind[]; readonly amount: Ore }[]
  readonly rules: PassRules
}

/** A granted decision turned into a pass, or the reason why not. */
export type Opened = { ok: true; fritidspas: Fritidspas } | { ok: false; whyNot: FritidspasWhyNot | PoolWhyNot }

/**
 * Opens the pass that a granted decision gives right to. The pool must hold the promise made when it was decided.
 * @param grantedInPeriod øre the child was granted and has not given back on other passes of the same period
 */
export const openFritidspas = ({ decision, pool, id, grantedInPeriod, today }: {
  decision: GrantedDecision; pool: Pool; id: string; grantedInPeriod: Ore; today: Day
}): Opened => {
  const asked = sum(decision.purses.map(({ amount }) => amount))
  const { replacedBy, lastDay, rules } = decision
  if (replacedBy !== null) return { ok: false, whyNot: { reason: 'decision-replaced', decisionId: decision.id, replacedBy } }
  if (isAfter(today, lastDay)) return { ok: false, whyNot: { reason: 'period-over', lastDay } }
  const ceiling = rules.periodCeiling
  if (ceiling !== null && asked + grantedInPeriod > ceiling) {
    return { ok: false, whyNot: { reason: 'period-ceiling-reached', ceiling, alreadyGranted: grantedInPeriod, asked } }
  }
  const promise = heldBack(pool, asked)
  if (!promise.ok) return promise
  return {
    ok: true,
    fritidspas: {
      id, childId: decision.childId, decisionId: decision.id, poolId: decision.poolId,
      state: isBefore(today, decision.firstDay) ? 'issued' : 'active',
      firstDay: decision.firstDay, lastDay, rules, usedByKind: {},
      purses: decision.purses.map(({ purse, pays, amount }) => newPurse(purse, pays, amount)),
    },
  }
}

/** The pass as it stands on a day: an issued pass becomes active on its first day. Expiry is an act of its own. */
export const onDay = (fritidspas: Fritidspas, today: Day): Fritidspas =>
  fritidspas.state === 'issued' && !isBefore(today, fritidspas.firstDay) ? { ...fritidspas, state: 'active' } : fritidspas

/** Whether the pass has ended for good: what comes back to it goes on to the pool. */
export const isOver = ({ state }: Fritidspas): boolean => state === 'expired' || state === 'revoked' || state === 'closed'

/** Why the pass pays nothing new on this day, or null when it can pay. */
export const whyNotValid = (fritidspas: Fritidspas, today: Day): FritidspasWhyNot | null => {
  const { state, firstDay, lastDay } = fritidspas
  if (isOver(fritidspas) || isAfter(today, lastDay)) return { reason: 'fritidspas-over', state, lastDay }
  return isBefore(today, firstDay) ? { reason: 'fritidspas-not-yet-valid', firstDay } : null
}

/** How much of a kind the ceilings still allow, øre; `asked` when no ceiling is in the way. */
export const underCeilings = ({ rules, purses, usedByKind }: Fritidspas, kind: PurseKind, asked: Ore): Ore => {
  const kindCeiling = rules.kindCeilings[kind]
  const underKind = kindCeiling === undefined ? asked : min(asked, subtract(kindCeiling, usedByKind[kind] ?? zero))
  const used = sum(purses.flatMap(({ held, spent }) => [held, spent]))
  const allowed = rules.togetherCeiling === null ? underKind : min(underKind, subtract(rules.togetherCeiling, used))
  return allowed > zero ? allowed : zero
}

/** The pass after its purses changed: used up when nothing is available or held, active again when something is. */
export const withPurses = (fritidspas: Fritidspas, purses: readonly Purse[]): Fritidspas => {
  const isEmpty = purses.every(({ available, held }) => available === zero && held === zero)
  const { state } = fritidspas
  return { ...fritidspas, purses, state: isEmpty && state === 'active' ? 'used-up' : !isEmpty && state === 'used-up' ? 'active' : state }
}

/** A pass that has ended, with the parts that go back to its pool. */
export type Ended = { ok: true; fritidspas: Fritidspas; returned: PursePart[] } | { ok: false; whyNot: FritidspasWhyNot }

/**
 * Ends a pass after its last day. What is available goes back to the pool; what is held keeps its own deadline and is
 * then spent or goes back too.
 */
export const expire = (fritidspas: Fritidspas, today: Day): Ended =>
  isAfter(today, fritidspas.lastDay)
    ? returnUnused(fritidspas, 'expired')
    : { ok: false, whyNot: { reason: 'fritidspas-not-expired', lastDay: fritidspas.lastDay } }

/** Ends a pass by decision (`revoked`) or because the course ended (`closed`); its unused money goes back to the pool. */
export const returnUnused = (fritidspas: Fritidspas, state: 'expired' | 'revoked' | 'closed'): Ended => {
  if (isOver(fritidspas)) {
    return { ok: false, whyNot: { reason: 'fritidspas-over', state: fritidspas.state, lastDay: fritidspas.lastDay } }
  }
  const returned = fritidspas.purses.flatMap(({ purse, available }) => available > zero ? [{ purse, amount: available }] : [])
  return { ok: true, returned, fritidspas: { ...fritidspas, state, purses: moveParts(fritidspas.purses, returned, 'available', 'returned') } }
}
