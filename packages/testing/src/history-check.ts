import { cardFaults } from './history-card.ts'
import { type History, receiptsOf } from './history-record.ts'
import type { RushFacts } from './history-facts.ts'
import { replayFaults } from './history-replay.ts'

/** Something that must not be. */
export interface Fault { fault: FaultName; about: string }
export type FaultName =
  | 'oversold' | 'reserved-leaked' | 'over-limit' | 'double-place' | 'half-group' | 'passed-the-line' | 'number-gap' | 'number-twice'
  | 'ack-lost' | 'ack-changed' | 'made-twice' | 'made-unasked' | 'cancel-lost' | 'receipt-not-once' | 'counter-wrong' | 'audit-missing' | 'money-unbalanced' | 'money-lost' | 'hold-leaked'
  | 'unpaid-place' | 'paid-for-nothing' | 'given-back-too-much' | 'charged-twice' | 'charge-of-nobody' | 'payment-lost' | 'payment-undecided' | 'line-twice' | 'refund-stuck' | 'stripe-differs' | 'books-differ'

const living = new Set(['seat-held', 'requested', 'confirmed', 'started', 'waiting', 'offered', 'awaiting-payment'])

/**
 * Holds what the clients were told and what stands in the database against each other, and the way there against the rules.
 * @returns every fault found; none is the only good answer
 */
export function checkHistory(history: Pick<History, 'invocations'>, facts: RushFacts): Fault[] {
  return [...answerFaults(history, facts), ...rowFaults(facts), ...replayFaults(facts), ...moneyFaults(facts), ...cardFaults(history, facts)]
}

function answerFaults({ invocations }: Pick<History, 'invocations'>, facts: RushFacts): Fault[] {
  const faults: Fault[] = []
  const rows = new Map(facts.signups.map((signup) => [signup.id, signup]))
  const asked = new Map(invocations.flatMap((one) => (one.kind === 'request' || one.kind === 'together' ? one.signups.map(({ signupId, childId }) => [signupId, { ...one, childId }] as const) : [])))
  const made = new Map<string, number>()
  const told = new Map<string, number>()
  const count = (map: Map<string, number>, id: string) => map.set(id, (map.get(id) ?? 0) + 1)
  for (const { event, subjectId } of facts.changes) {
    if (event === 'signup.place-given' || event === 'signup.number-given') count(made, subjectId)
    // A yes to an offered place and a paid share have a receipt of their own.
    if (event === 'signup.place-accepted' || event === 'signup.paid') count(told, subjectId)
  }

  for (const one of invocations) {
    const good = new Set(one.answers.filter(({ status }) => status === 200).map(({ body }) => body))
    if (good.size > 1) faults.push({ fault: 'ack-changed', about: one.id })
    for (const { signupId, existing } of receiptsOf(one)) {
      const row = rows.get(signupId)
      if (one.kind === 'cancel') {
        if (!row || !/^(cancelled-by-|declined|lapsed)/.test(row.state)) faults.push({ fault: 'cancel-lost', about: signupId })
      } else if (!row || row.offerId !== one.offerId || !one.signups.some(({ childId }) => childId === row.childId)) faults.push({ fault: 'ack-lost', about: one.id })
      else if (!existing && made.get(signupId) !== 1) faults.push({ fault: made.has(signupId) ? 'made-twice' : 'audit-missing', about: signupId })
    }
  }
  for (const { id, offerId, childId } of facts.signups) {
    const wish = asked.get(id)
    if (!wish || wish.offerId !== offerId || wish.childId !== childId) faults.push({ fault: 'made-unasked', about: id })
    if ((made.get(id) ?? 0) > 1) faults.push({ fault: 'made-twice', about: id })
    if (!made.has(id)) faults.push({ fault: 'audit-missing', about: id })
    if (facts.receipts.get(id) !== 1 + (told.get(id) ?? 0)) faults.push({ fault: 'receipt-not-once', about: id })
  }
  return faults
}

function rowFaults(facts: RushFacts): Fault[] {
  const faults: Fault[] = []
  const alive = facts.signups.filter(({ state }) => living.has(state))
  const pairs = new Set<string>()
  for (const { childId, offerId } of alive) {
    const pair = `${childId} ${offerId}`
    if (pairs.has(pair)) faults.push({ fault: 'double-place', about: pair })
    pairs.add(pair)
  }
  const byOffer = Map.groupBy(facts.signups, ({ offerId }) => offerId)
  for (const offer of facts.offers) {
    const mine = byOffer.get(offer.id) ?? []
    const count = (test: (one: RushFacts['signups'][number]) => boolean) => mine.filter(test).length
    if (count(({ place }) => place) !== offer.taken || count(({ place, reserved }) => place && reserved) !== offer.reservedTaken || count(({ state }) => state === 'waiting') !== offer.waiting)
      faults.push({ fault: 'counter-wrong', about: offer.id })
    const numbers = mine.flatMap(({ waitingNumber }) => (waitingNumber === null ? [] : [waitingNumber])).sort((a, b) => a - b)
    if (new Set(numbers).size < numbers.length) faults.push({ fault: 'number-twice', about: offer.id })
    else if (numbers.some((number, at) => number !== at + 1)) faults.push({ fault: 'number-gap', about: offer.id })
  }
  return faults
}

function moneyFaults({ money, signups }: RushFacts): Fault[] {
  const faults: Fault[] = []
  for (const { id, sum, lines } of money.entries) if (sum !== 0n || lines < 2) faults.push({ fault: 'money-unbalanced', about: id })
  for (const { key, balance, posted } of money.accounts) if (balance !== posted) faults.push({ fault: 'money-lost', about: key })
  for (const { id, granted, available, held, spent, returned, holds } of money.purses)
    if (available + held + spent + returned !== granted || available < 0n || held !== holds) faults.push({ fault: 'money-lost', about: id })
  for (const { id, price, passPays, familyPays } of signups) if (price !== passPays + familyPays) faults.push({ fault: 'money-lost', about: id })
  for (const { signupId, held, passPays, place } of money.holds) if (held !== (place ? passPays : 0n)) faults.push({ fault: 'hold-leaked', about: signupId })
  return faults
}
