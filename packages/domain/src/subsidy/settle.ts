import type { LineState, Payout, PayoutAnswer, PayoutState } from './payout.ts'

/**
 * What the outside world says about one line at this moment, read from Stripe or the bank, never from an event's body:
 * - `pending`: known there, not finished. - `succeeded`: the forening has it. - `failed`: refused or returned.
 * - `absent`: looked up by our id after the rail can no longer deliver it, and it is not there: nothing was paid.
 * - `no-answer`: the call or the look-up broke off. It says nothing about the money.
 */
export type LineTruth = 'pending' | 'succeeded' | 'failed' | 'absent' | 'no-answer'

const afterTruth = {
  pending: 'sent', succeeded: 'confirmed', failed: 'failed', absent: 'failed', 'no-answer': 'unknown',
} as const satisfies Record<LineTruth, LineState>

/** The next state of a line. An end state never goes back, whatever arrives later, twice or out of order. */
export const settleLine = (state: LineState, truth: LineTruth): LineState =>
  state === 'confirmed' || state === 'failed' || state === 'waiting' ? state : afterTruth[truth]

/**
 * What settling changed: the lines that just came to an end, each exactly once, for their entries and claims.
 * `contradictedLineIds` ended one way and now hear the other: nothing is changed, and a person must look.
 */
export type Settled = {
  ok: true; payout: Payout; confirmedLineIds: string[]; failedLineIds: string[]; contradictedLineIds: string[]
}

/**
 * Settles a payout by the present truth of some of its lines. Asked again with the same truth it changes nothing, so
 * repeats and gaps do not matter. There is no step back to sending: an `unknown` line is looked up, a failed one is
 * paid by a new payout with new approvals.
 */
export const settle = (payout: Payout, truths: Readonly<Record<string, LineTruth>>): Settled | Extract<PayoutAnswer, { ok: false }> => {
  if (payout.state === 'draft' || payout.state === 'submitted' || payout.state === 'approved' || payout.state === 'void') {
    return { ok: false, whyNot: { reason: 'payout-not-sent', state: payout.state } }
  }
  const lines = payout.lines.map((line) => {
    const truth = truths[line.id]
    return truth === undefined ? line : { ...line, state: settleLine(line.state, truth) }
  })
  const cameTo = (state: LineState): string[] =>
    lines.filter((line, at) => line.state === state && payout.lines[at]?.state !== state).map(({ id }) => id)
  return {
    ok: true, payout: { ...payout, lines, state: stateOfLines(lines.map(({ state }) => state)) },
    confirmedLineIds: cameTo('confirmed'), failedLineIds: cameTo('failed'),
    contradictedLineIds: payout.lines.filter(({ id, state }) => isContradicted(state, truths[id])).map(({ id }) => id),
  }
}

const isContradicted = (state: LineState, truth: LineTruth | undefined): boolean =>
  (state === 'failed' && truth === 'succeeded') || (state === 'confirmed' && (truth === 'failed' || truth === 'absent'))

/** The payout's state by its lines: unknown while one is, sent while one is under way, failed when one failed. */
const stateOfLines = (states: readonly LineState[]): PayoutState => {
  if (states.includes('unknown')) return 'unknown'
  if (states.includes('sent')) return 'sent'
  return states.includes('failed') ? 'failed' : 'confirmed'
}
