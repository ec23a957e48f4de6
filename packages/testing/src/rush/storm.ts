import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { type History, type Invocation, receiptsOf } from '../history-record.ts'
import type { RushFamily, RushWorld } from './plant.ts'
import { mutationText, type Sender, Wire } from './wire.ts'

/** A rush with everything mixed in. Shares are of the attempts; `ports` are the API processes. */
export interface Storm {
  world: RushWorld
  ports: readonly number[]
  clients: number
  attempts: number
  cancellations: number
  edits: number
  seed: number
  places: number
  /** Goes on past its attempts until this says so: the kills must all fall into the load. */
  mayEnd?: () => boolean
}

/** What the clients met. `unanswered`: sent again and again and never answered. */
export interface Tally { attempts: number; acknowledged: number; refused: number; cancelled: number; edited: number; together: number; resent: number; replayed: number; unanswered: number; failed: string[] }

/** The same row of numbers for the same seed (Park and Miller), each from 0 up to 1. */
export function numbersOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const triesMost = 200

/** Sends the storm and notes every question and answer. A lost answer is asked for again under the same id, as the apps do. */
export async function sendStorm(storm: Storm, history: History, tally: Tally): Promise<void> {
  const { world, ports } = storm
  const wires = () => ports.map((port) => ({ port, wire: new Wire(port) }))

  const settle = async (doors: ReturnType<typeof wires>, first: number, sender: Sender, procedure: string, input: object, invocation: Invocation) => {
    for (let tries = 0; tries < triesMost; tries += 1) {
      const { port, wire } = doors[(first + tries) % doors.length]!
      const { status, body } = await wire.send(mutationText(port, procedure, sender, input), 8000)
      history.answer(invocation, status, body)
      if (status === 200 || status === 422 || status === 404) return status
      if (status !== 0 && status !== 409 && status < 500 && tally.failed.length < 5) tally.failed.push(`${status} ${body.slice(0, 200)}`)
      tally.resent += 1
      await wait(Math.min(200, 20 + tries * 10))
    }
    tally.unanswered += 1
    return 0
  }

  const client = async (number: number) => {
    const chance = numbersOf(storm.seed * 1009 + number * 7919)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
    const hot = world.offers.slice(0, Math.max(1, Math.floor(world.offers.length / 10)))
    const doors = wires()
    for (let at = number; at < storm.attempts || storm.mayEnd?.() === false; at += storm.clients) {
      tally.attempts += 1
      const index = Math.floor(chance() * world.families.length)
      const family = world.families[index]!
      const sibling = chance() < 0.5 ? siblingOf(world, index) : null
      const offerId = chance() < 0.6 ? pick(hot) : pick(world.offers)
      const sender = { kommuneKey: world.kommuneKey, token: family.token }
      const requestId = uuidv7()
      const signups = sibling ? [family, sibling].map(({ childId }) => ({ signupId: uuidv7(), childId })) : [{ signupId: requestId, childId: family.childId }]
      const invocation = history.ask({ id: requestId, kind: sibling ? 'together' : 'request', offerId, signups })
      const input = sibling ? { requestId, offerId, acceptsClash: true, children: signups } : { requestId, childId: family.childId, offerId, acceptsClash: true }
      const status = await settle(doors, at, sender, sibling ? 'signup.requestTogether' : 'signup.request', input, invocation)
      if (status === 200) tally.acknowledged += 1
      if (status === 200 && sibling) tally.together += 1
      if (status === 422) tally.refused += 1
      if (status === 200 && at % 25 === 0) {
        tally.replayed += 1
        await settle(doors, at + 1, sender, sibling ? 'signup.requestTogether' : 'signup.request', input, invocation)
      }
      const receipt = receiptsOf(invocation)[0]
      if (receipt && at % Math.round(storm.attempts / storm.cancellations) === 0) {
        const cancel = history.ask({ id: uuidv7(), kind: 'cancel', offerId, signups: [{ signupId: receipt.signupId, childId: signups[0]!.childId }] })
        if (await settle(doors, at, sender, 'signup.cancel', { requestId: cancel.id, signupId: receipt.signupId }, cancel) === 200) tally.cancelled += 1
      }
      if (at % Math.round(storm.attempts / storm.edits) === 0) {
        const edit = history.ask({ id: uuidv7(), kind: 'capacity', offerId, signups: [] })
        const capacity = Math.max(1, storm.places - 2 + Math.floor(chance() * 5))
        if (await settle(doors, at, { kommuneKey: world.kommuneKey, link: world.foreningToken }, 'signup.setCapacity', { requestId: edit.id, offerId, capacity }, edit) === 200) tally.edited += 1
      }
    }
    for (const { wire } of doors) wire.close()
  }
  await Promise.all(Array.from({ length: storm.clients }, (_, number) => client(number)))
}

/** Every tenth family has the next one's child too (`plantRush`), and may ask for both together. */
const siblingOf = ({ families }: RushWorld, index: number): RushFamily | null => (index % 10 === 0 ? families[index + 1] ?? null : null)

/** A tally before anything was sent. */
export const emptyTally = (): Tally => ({ attempts: 0, acknowledged: 0, refused: 0, cancelled: 0, edited: 0, together: 0, resent: 0, replayed: 0, unanswered: 0, failed: [] })
