import type { Fault } from './history-check.ts'
import type { RushFacts } from './history-facts.ts'
import { paymentOf, type History } from './history-record.ts'

type Refund = RushFacts['card']['refunds'][number]
/** Refunds that their families have had. */
const arrived = new Set(['settled', 'paid-otherwise'])
const placed = new Set(['requested', 'confirmed', 'started'])
/** Øre; below it Stripe takes no card and the place is given without. */
const smallestCharge = 250n

/**
 * Holds what families paid against the places they have: what Stripe took less what it gave back is the own share of each
 * paid place, or what the published rule keeps of a place its family gave back, to the øre, and our books say the same. What
 * staff paid back by bank counts as given back, and is nothing to Stripe.
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
  // A failed one has arrived when a person paid it in another way; what was said so by mistake is nothing.
  const paidFor = new Set(refunds.flatMap(({ state, replacesId }) => (state === 'paid-otherwise' && replacesId !== null ? [replacesId] : [])))
  for (const { id, state, replacesId } of refunds) if (!arrived.has(state) && replacesId === null && !paidFor.has(id)) faults.push({ fault: 'refund-stuck', about: id })

  const sumOf = (list: readonly Refund[], was: string) => list.filter(({ state }) => state === was).reduce((sum, { amount }) => sum + amount, 0n)
  const [refundsOf, linesOf] = [Map.groupBy(refunds, ({ paymentId }) => paymentId), Map.groupBy(lines, ({ paymentId }) => paymentId)]
  for (const { id, state, amount } of payments) {
    const { charged, charges, refunded } = stripe.payments.get(id) ?? { charged: 0n, charges: 0, refunded: 0n }
    const [mine, back] = [linesOf.get(id) ?? [], refundsOf.get(id) ?? []]
    const [given, otherwise] = [sumOf(back, 'settled'), sumOf(back, 'paid-otherwise')]
    if (charges > 1) faults.push({ fault: 'charged-twice', about: id })
    else if (charged !== (state === 'paid' ? amount : 0n) || refunded !== given) faults.push({ fault: 'stripe-differs', about: id })
    if (mine.reduce((sum, line) => sum + line.amount, 0n) !== amount || new Set(mine.map(({ signupId }) => signupId)).size < mine.length) faults.push({ fault: 'line-twice', about: id })
    const kept = charged === 0n ? 0n : mine.reduce((sum, line) => sum + share(line), 0n)
    if (charged - refunded - otherwise > kept) faults.push({ fault: 'paid-for-nothing', about: id })
    if (charged - refunded - otherwise < kept) faults.push({ fault: 'given-back-too-much', about: id })
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

/** Each share's account is what its lines hold, the card's is what Stripe has taken, and the bank's what staff paid back. */
function bookFaults({ money: { accounts }, card: { lines, payments, refunds, stripe } }: RushFacts): Fault[] {
  const paid = new Set(payments.filter(({ state }) => state === 'paid').map(({ id }) => id))
  const held = new Map<string, bigint>()
  const add = (signupId: string, amount: bigint) => { held.set(signupId, (held.get(signupId) ?? 0n) + amount) }
  const signupOf = new Map(lines.map(({ id, signupId }) => [id, signupId]))
  for (const { paymentId, signupId, amount } of lines) if (paid.has(paymentId)) add(signupId, amount)
  for (const { state, lineId, amount } of refunds) if (arrived.has(state)) add(signupOf.get(lineId) ?? '', -amount)
  const shares = new Map(accounts.flatMap(({ key, balance }) => (key.startsWith('co-payment:') ? [[key.slice('co-payment:'.length), balance] as const] : [])))
  const faults: Fault[] = [...new Set([...held.keys(), ...shares.keys()])].filter((id) => (held.get(id) ?? 0n) !== (shares.get(id) ?? 0n)).map((about) => ({ fault: 'books-differ', about }))
  const balanceOf = (wanted: string) => accounts.find(({ key }) => key === wanted)?.balance ?? 0n
  if (-balanceOf('card') !== stripe.taken) faults.push({ fault: 'books-differ', about: 'card' })
  if (balanceOf('paid-otherwise') !== refunds.reduce((sum, { state, amount }) => (state === 'paid-otherwise' ? sum + amount : sum), 0n)) faults.push({ fault: 'books-differ', about: 'paid-otherwise' })
  return faults
}
