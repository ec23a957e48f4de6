import { endOfYear, yearOf, type Day } from '../day.ts'
import { foreningMoves, type ApprovalState } from './states.ts'
import type { ForeningWhyNot } from './why-not.ts'

/** How the kommune pays this forening; NemKonto by CVR is the default (product.md 3a step 8). */
export type PaymentRail =
  | { rail: 'nemkonto'; cvr: string | null; namedReceiver: string | null }
  | { rail: 'stripe'; accountId: string | null; missing: readonly string[] }

/**
 * A forening as the rules need it. `providerType` is a value of the ordning's vocabulary, such as
 * 'approved-folkeoplysende' or 'private'. `limitedTo` names the offers an approval with limits covers, null otherwise.
 */
export type Forening = {
  state: ApprovalState
  /** The day the state began. */
  since: Day
  limitedTo: readonly string[] | null
  providerType: string
  /** The day the newest declaration on børneattester was given, null when none ever was. */
  declaredOn: Day | null
  payment: PaymentRail
}

/** The answer of a rule about a forening. */
export type ForeningVerdict = { ok: true } | { ok: false; whyNot: ForeningWhyNot }

const yes: ForeningVerdict = { ok: true }
const no = (whyNot: ForeningWhyNot): ForeningVerdict => ({ ok: false, whyNot })

/** The last day a declaration given on a day is valid: 31 December of its own year (product.md 3e). */
export const declarationValidTo = (declaredOn: Day): Day => endOfYear(declaredOn)

/** Whether the yearly declaration covers a day: given no later than it, in the same calendar year. */
export const isDeclarationValid = (declaredOn: Day | null, on: Day): boolean =>
  declaredOn !== null && declaredOn <= on && on <= declarationValidTo(declaredOn)

const standing = (forening: Forening, today: Day): ForeningVerdict => {
  const { state, since, declaredOn } = forening
  if (state === 'closed') return no({ reason: 'forening-closed', since })
  if (state === 'suspended') return no({ reason: 'forening-suspended', since })
  if (state === 'known' || state === 'applied' || state === 'refused') return no({ reason: 'forening-not-approved', state })
  // The day decides, not the state: nobody has to press a button at New Year for a declaration to have run out.
  if (isDeclarationValid(declaredOn, today)) return yes
  return no({
    reason: 'forening-declaration-missing', year: yearOf(today),
    lastValidTo: declaredOn === null ? null : declarationValidTo(declaredOn),
  })
}

const withinLimits = (forening: Forening, offerId: string): ForeningVerdict =>
  forening.limitedTo === null || forening.limitedTo.includes(offerId)
    ? yes : no({ reason: 'forening-approval-limited', limitedTo: forening.limitedTo.join(', ') })

/** Whether an offer of the forening may be shown: approved, within its limits, with this year's declaration. */
export const mayList = (forening: Forening, offerId: string, today: Day): ForeningVerdict => {
  const stands = standing(forening, today)
  return stands.ok ? withinLimits(forening, offerId) : stands
}

/** Whether a new child may start at an offer with support: may be listed, and of a type the ordning allows. */
export const mayReceiveChild = (
  forening: Forening, offerId: string, allowed: readonly string[], today: Day,
): ForeningVerdict => {
  const { providerType } = forening
  const listed = mayList(forening, offerId, today)
  if (!listed.ok) return listed
  return allowed.includes(providerType) ? yes : no({ reason: 'provider-type-excluded', providerType, allowed })
}

/** Whether money can reach the forening at all, whatever its approval says. */
export const payoutReadiness = ({ payment }: Forening): ForeningVerdict => {
  if (payment.rail === 'nemkonto') {
    return payment.cvr !== null || payment.namedReceiver !== null ? yes : no({ reason: 'forening-named-receiver-missing' })
  }
  if (payment.accountId === null) return no({ reason: 'forening-payment-details-missing', rail: 'stripe' })
  return payment.missing.length === 0 ? yes : no({ reason: 'forening-stripe-not-ready', missing: payment.missing })
}

/**
 * Whether a payout may be sent today. Approval limits and provider type were tested when the child was received: a
 * later narrowing does not take away what is owed.
 */
export const mayBePaid = (forening: Forening, today: Day): ForeningVerdict => {
  const stands = standing(forening, today)
  return stands.ok ? payoutReadiness(forening) : stands
}

/** Moves a forening along `foreningMoves`; the new state begins today. */
export const moveForening = (
  forening: Forening, to: ApprovalState, today: Day,
): { ok: true; forening: Forening } | { ok: false; whyNot: ForeningWhyNot } =>
  foreningMoves[forening.state].includes(to)
    ? { ok: true, forening: { ...forening, state: to, since: today } }
    : { ok: false, whyNot: { reason: 'forening-move-impossible', from: forening.state, to } }
