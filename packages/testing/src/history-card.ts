import type { Fault } from './history-check.ts'
import type { RushFacts } from './history-facts.ts'
import { paymentOf, type History } from './history-record.ts'

const placed = new Set(['requested', 'confirmed', 'started'])
/** Øre; below it Stripe takes no card and the place is given without. */
const smallestCharge = 250n

/**
 * Holds what families paid against the places they have: what Stripe took less what it gave back is the own share of each
 * paid place, or what the published rule keeps of a place its family gave back, to the øre, and our books say the same.
 */
export function cardFaults({ invocations }: Pick<History, 'invocations'>, facts: RushFacts): Fault[] {
  const { payments, lines, refunds, stripe } = facts.card
  const faults: Fault[] = []
  const share = shareOfLine(facts)
  const known = new Map(payments.map((payment) => [payment.id, payment]))
  for (const one of invocations) {
    const named = paymentOf(one)
    if (named !== null && !known.has(named)) faults.push({ fault: 'payment-lost', about: named })
  }
  for (const id of stripe.payments.keys()) if (!known.has(id)) faults.push({ fault: 'charge-of-nobody', about: id })
  for (const refund of refunds) if (refund.state !== 'settled') faults.push({ fault: 'refund-stuck', about: refund.id })

  const back = (list: RushFacts['card']['refunds']) => list.filter(({ state }) => state === 'settled').reduce((sum, { amount }) => sum + amount, 0n)
  const [refundsOf, linesOf] = [Map.groupBy(refunds, ({ paymentId }) => paymentId), Map.groupBy(lines, ({ paymentId }) => paymentId)]
  for (const { id, state, amount } of payments) {
    const { charged, charges, refunded } = stripe.payments.get(id) ?? { charged: 0n, charges: 0, refunded: 0n }
    const [mine, given] = [linesOf.get(id) ?? [], back(refundsOf.get(id) ?? [])]
    if (charges > 1) faults.push({ fault: 'charged-twice', about: id })
    else if (charged !== (state === 'paid' ? amount : 0n) || refunded !== given) faults.push({ fault: 'stripe-differs', about: id })
    if (mine.reduce((sum, line) => sum + line.amount, 0n) !== amount || new Set(mine.map(({ signupId }) => signupId)).size < mine.length) faults.push({ fault: 'line-twice', about: id })
    const kept = charged === 0n ? 0n : mine.reduce((sum, line) => sum + share(line), 0n)
    if (charged - refunded > kept) faults.push({ fault: 'paid-for-nothing', about: id })
    if (charged - refunded < kept) faults.push({ fault: 'given-back-too-much', about: id })
  }
  return [...faults, ...placeFaults(facts), ...bookFaults(facts)]
}

/** Øre of a paid line that are the organiser's in the end: all of a place that stands, and the rule's rest of one given back. */
function shareOfLine({ signups, changes, card: { rule } }: RushFacts): (line: RushFacts['card']['lines'][number]) => bigint {
  const rows = new Map(signups.map((signup) => [signup.id, signup]))
  const paidFor = new Set(changes.filter(({ event }) => event === 'signup.paid').map(({ subjectId, facts }) => `${subjectId} ${facts['paymentId']}`))
  return ({ signupId, amount, paymentId, outcome }) => {
    const signup = rows.get(signupId)
    if (!signup || outcome === null || !paidFor.has(`${signupId} ${paymentId}`)) return 0n
    if (placed.has(signup.state)) return outcome === 'placed' ? amount : 0n
    if (signup.state !== 'cancelled-by-family') return 0n
    const percent = Math.max(0, ...rule.filter(({ untilDays }) => (signup.daysBefore ?? 0) >= untilDays).map((step) => step.percent))
    return amount - (amount * BigInt(percent)) / 100n
  }
}

function placeFaults({ signups, card: { lines, payments } }: RushFacts): Fault[] {
  const faults: Fault[] = []
  const [paid, bySignup] = [new Set(payments.filter(({ state }) => state === 'paid').map(({ id }) => id)), Map.groupBy(lines, ({ signupId }) => signupId)]
  for (const { id, state, familyPays } of signups) {
    const mine = bySignup.get(id) ?? []
    const paying = mine.filter(({ outcome, paymentId }) => outcome === 'placed' && paid.has(paymentId))
    if (mine.filter(({ open }) => open).length > 1 || paying.length > 1) faults.push({ fault: 'line-twice', about: id })
    if (placed.has(state) && familyPays >= smallestCharge && paying.reduce((sum, { amount }) => sum + amount, 0n) !== familyPays) faults.push({ fault: 'unpaid-place', about: id })
    if (mine.some(({ outcome, paymentId }) => outcome === null && paid.has(paymentId))) faults.push({ fault: 'payment-undecided', about: id })
  }
  return faults
}

/** Each share's account is what its lines hold, and the card's account is what Stripe has taken. */
function bookFaults({ money: { accounts }, card: { lines, payments, refunds, stripe } }: RushFacts): Fault[] {
  const paid = new Set(payments.filter(({ state }) => state === 'paid').map(({ id }) => id))
  const held = new Map<string, bigint>()
  const add = (signupId: string, amount: bigint) => { held.set(signupId, (held.get(signupId) ?? 0n) + amount) }
  const signupOf = new Map(lines.map(({ id, signupId }) => [id, signupId]))
  for (const { paymentId, signupId, amount } of lines) if (paid.has(paymentId)) add(signupId, amount)
  for (const { state, lineId, amount } of refunds) if (state === 'settled') add(signupOf.get(lineId) ?? '', -amount)
  const shares = new Map(accounts.flatMap(({ key, balance }) => (key.startsWith('co-payment:') ? [[key.slice('co-payment:'.length), balance] as const] : [])))
  const faults: Fault[] = [...new Set([...held.keys(), ...shares.keys()])].filter((id) => (held.get(id) ?? 0n) !== (shares.get(id) ?? 0n)).map((about) => ({ fault: 'books-differ', about }))
  if (-(accounts.find(({ key }) => key === 'card')?.balance ?? 0n) !== stripe.taken) faults.push({ fault: 'books-differ', about: 'card' })
  return faults
}
