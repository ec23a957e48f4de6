import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { askUntilAnswered, closeDoors, openDoors, type Doors } from './asking.ts'
import type { History } from '../history-record.ts'
import { numbersOf, type Tally } from './tally.ts'
import type { Sender } from './wire.ts'

/** Where the outside world stands, and the test key that its Stripe takes. */
export interface StripeDoor { base: string; key: string }

/** Held places that one family may pay in one Checkout. */
export interface HeldSeats { sender: Sender; offerId: string; signups: { signupId: string; childId: string }[] }

/** What the payers need beside the seats. `lapse` lets the time of held places be over now. */
export interface PayersPlan { ports: readonly number[]; stripe: StripeDoor; seed: number; many: number; lapse(signupIds: string[]): Promise<void> }

/** What a family does about its own share, by seeded chance; shares out of 100. */
const ways = [
  ['at-once', 28], ['approved', 10], ['bank-late', 10], ['bank-refuses', 6], ['declined-first', 8], ['left-open', 8], ['never-opened', 8], ['paid-and-cancelled', 10], ['after-the-hold', 8], ['two-tabs', 4],
] as const
type Way = (typeof ways)[number][0]

const wayOf = (chance: number): Way => {
  let rest = chance * 100
  for (const [way, share] of ways) if ((rest -= share) < 0) return way
  return 'at-once'
}

/** The families at their screens and at Stripe's page. */
export interface Payers {
  /** Hands a family its held places; what it does about them it does beside the storm. */
  add(seats: HeldSeats): void
  /** Waits until everybody is done. */
  end(): Promise<void>
}

/** Opens so many payers at a time. What each family does, and how long it takes, follows from the seed and its turn. */
export function openPayers({ ports, stripe, seed, many, lapse }: PayersPlan, history: History, tally: Tally): Payers {
  const [waiting, isOver] = [[] as { seats: HeldSeats; turn: number }[], { now: false }]
  let turns = 0

  const payer = async () => {
    const doors = openDoors(ports)
    for (;;) {
      const next = waiting.shift()
      if (next) await act(doors, next.seats, numbersOf(seed * 1013 + next.turn * 7907), next.turn)
      else if (isOver.now) break
      else await wait(20)
    }
    closeDoors(doors)
  }

  async function act(doors: Doors, seats: HeldSeats, chance: () => number, turn: number): Promise<void> {
    const way = wayOf(chance())
    const ids = seats.signups.map(({ signupId }) => signupId)
    const think = () => wait(Math.round(chance() * 300))
    const start = (door = doors) => startPayment(door, seats, turn)
    const pay = (session: string, method: string) => atStripe<{ attempt: string }>(stripe, 'checkout/pay', { session, method })
    const bank = async (session: string | null, method: 'late-success' | 'late-failure') => {
      if (session === null || (await pay(session, method)).attempt !== 'processing') return
      await think()
      await atStripe(stripe, 'checkout/late', { session, ok: method === 'late-success' })
    }
    tally.ways[way] = (tally.ways[way] ?? 0) + 1
    if (way === 'never-opened') return chance() < 0.7 ? lapse(ids) : undefined
    if (way === 'two-tabs') {
      const other = openDoors(ports)
      const sessions = await Promise.all([start(), start(other)])
      closeDoors(other)
      for (const session of sessions) if (session !== null) await pay(session, 'card')
      return
    }
    const session = await start()
    if (session === null) return
    await think()
    if (way === 'at-once') await pay(session, 'card')
    if (way === 'approved' && (await pay(session, '3ds')).attempt === 'needs-approval') await atStripe(stripe, 'checkout/approve', { session, yes: true })
    if (way === 'bank-late') await bank(session, 'late-success')
    if (way === 'bank-refuses') {
      await bank(session, 'late-failure')
      await think()
      const again = chance() < 0.6 ? await start() : null
      if (again !== null) await pay(again, 'card')
    }
    if (way === 'declined-first') { await pay(session, 'decline'); await think(); await pay(session, 'card') }
    // Its time is over at Stripe, and then the place's.
    if (way === 'left-open') { await expireAtStripe(stripe, session); await lapse(ids) }
    if (way === 'after-the-hold') { await lapse(ids); await think(); await pay(session, 'card') }
    if (way === 'paid-and-cancelled') {
      await pay(session, 'card')
      await wait(Math.round(chance() * 3000))
      const one = seats.signups[0]!
      const cancel = history.ask({ id: uuidv7(), kind: 'cancel', offerId: seats.offerId, signups: [one] })
      await askUntilAnswered(doors, turn, seats.sender, 'signup.cancel', { requestId: cancel.id, signupId: one.signupId }, { history, tally, invocation: cancel })
    }
  }

  /** @returns the session to pay at; null when there is none any more */
  async function startPayment(doors: Doors, { sender, offerId, signups }: HeldSeats, turn: number): Promise<string | null> {
    const invocation = history.ask({ id: uuidv7(), kind: 'pay', offerId, signups })
    const status = await askUntilAnswered(doors, turn, sender, 'payment.start', { requestId: invocation.id, signupIds: signups.map(({ signupId }) => signupId) }, { history, tally, invocation })
    if (status !== 200) return null
    tally.payments += 1
    return /\/checkout\/(cs_[^"/?]+)/.exec(invocation.answers.at(-1)!.body)?.[1] ?? null
  }

  const payers = Promise.all(Array.from({ length: many }, payer))
  return {
    add: (seats) => { waiting.push({ seats, turn: turns++ }) },
    end: async () => { isOver.now = true; await payers },
  }
}

/** What payers, their banks and time do at Stripe: through the stand-in's side door, since nothing of it is ours to do. */
async function atStripe<T>({ base }: StripeDoor, what: string, body: object): Promise<T> {
  const answer = await fetch(`${base}/stripe/control/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`the stand-in refused ${what}: ${answer.status} ${await answer.text()}`)
  return await answer.json() as T
}

/** As when a Checkout's own time is over. One that was paid meanwhile is left. */
async function expireAtStripe({ base, key }: StripeDoor, session: string): Promise<void> {
  await fetch(`${base}/v1/checkout/sessions/${session}/expire`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })
}
