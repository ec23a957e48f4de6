import { zero, type Ore } from '@medspil/ledger'
import { isAfter, type Day } from '../day.ts'
import type { PursePart } from '../fritidspas/index.ts'
import type { Claim } from './claim.ts'
import type { SubsidyWhyNot } from './why-not.ts'

/** States of a clawback: proposed → answered → agreed, dropped or decided → collected (set off or repaid). */
export type ClawbackState = 'proposed' | 'answered' | 'agreed' | 'dropped' | 'decided' | 'collected'

/** Why money is asked back from a forening. */
export type ClawbackCause = 'never-came' | 'withdrew' | 'overpaid' | 'declared-wrongly'

/** Money asked back from a forening for one paid claim; øre. */
export type Clawback = {
  readonly id: string
  readonly claimId: string
  readonly foreningId: string
  readonly amount: Ore
  /** Purses it goes back to or came from; empty for a family's own share. */
  readonly parts: readonly PursePart[]
  readonly toPurse: boolean
  readonly cause: ClawbackCause
  /** Last day for the forening's answer. */
  readonly deadline: Day
  readonly state: ClawbackState
  readonly collectedBy: 'set-off' | 'paid-back' | null
}

/** A changed clawback, or why it did not change. */
export type ClawbackAnswer = { ok: true; clawback: Clawback } | { ok: false; whyNot: SubsidyWhyNot }

const steps = {
  proposed: ['answered', 'agreed', 'dropped', 'decided'],
  answered: ['agreed', 'dropped', 'decided'],
  agreed: ['collected'],
  decided: ['collected'],
  dropped: [],
  collected: [],
} as const satisfies Record<ClawbackState, readonly ClawbackState[]>

/** Proposes to take back money of a paid claim. Throws RangeError unless 0 < amount ≤ what the claim paid. */
export const proposeClawback = (claim: Claim, { id, amount, parts, toPurse, cause, deadline }: {
  id: string; amount: Ore; parts: readonly PursePart[]; toPurse: boolean; cause: ClawbackCause; deadline: Day
}): ClawbackAnswer => {
  if (amount <= zero || amount > claim.amount) throw new RangeError(`claim ${claim.id} did not pay ${amount} øre`)
  if (claim.state !== 'paid') {
    return { ok: false, whyNot: { reason: 'claim-step-skipped', claimId: claim.id, from: claim.state, to: 'reversed' } }
  }
  return {
    ok: true,
    clawback: {
      id, claimId: claim.id, foreningId: claim.foreningId, amount, parts, toPurse, cause, deadline,
      state: 'proposed', collectedBy: null,
    },
  }
}

/** The forening's answer came in, or it agreed, or the kommune dropped it. */
export const stepClawback = (clawback: Clawback, to: 'answered' | 'agreed' | 'dropped'): ClawbackAnswer => step(clawback, to)

/** The kommune decides against a forening that disagrees. A silent one has until the deadline. */
export const decideClawback = (clawback: Clawback, today: Day): ClawbackAnswer =>
  clawback.state === 'proposed' && !isAfter(today, clawback.deadline)
    ? { ok: false, whyNot: { reason: 'answer-deadline-running', deadline: clawback.deadline } }
    : step(clawback, 'decided')

/** The money is back: set off against another claim of the forening, or paid back by it. */
export const collectClawback = (clawback: Clawback, collectedBy: 'set-off' | 'paid-back'): ClawbackAnswer => {
  const collected = step(clawback, 'collected')
  return collected.ok ? { ok: true, clawback: { ...collected.clawback, collectedBy } } : collected
}

const step = (clawback: Clawback, to: ClawbackState): ClawbackAnswer =>
  (steps[clawback.state] as readonly ClawbackState[]).includes(to)
    ? { ok: true, clawback: { ...clawback, state: to } }
    : { ok: false, whyNot: { reason: 'clawback-step-skipped', from: clawback.state, to } }
