import { uuidv7 } from 'uuidv7'
import { type History, receiptsOf } from '../history-record.ts'
import { askUntilAnswered, closeDoors, openDoors } from './asking.ts'
import { openPayers, type PayersPlan } from './payers.ts'
import type { RushFamily, RushWorld } from './plant.ts'
import { numbersOf, type Tally } from './tally.ts'

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
  /** What share of the families with a held place does something about paying it, and by whom; nobody pays when left out. */
  paying?: Pick<PayersPlan, 'stripe' | 'lapse'> & { share: number }
}

/** Sends the storm and notes every question and answer. A lost answer is asked for again under the same id, as the apps do. */
export async function sendStorm(storm: Storm, history: History, tally: Tally): Promise<void> {
  const { world, ports } = storm
  const payers = storm.paying && openPayers({ ...storm.paying, ports, seed: storm.seed, many: Math.ceil(storm.clients / 4) }, history, tally)
  const client = async (number: number) => {
    const chance = numbersOf(storm.seed * 1009 + number * 7919)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
    const hot = world.offers.slice(0, Math.max(1, Math.floor(world.offers.length / 10)))
    const doors = openDoors(ports)
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
      const procedure = sibling ? 'signup.requestTogether' : 'signup.request'
      const status = await askUntilAnswered(doors, at, sender, procedure, input, { history, tally, invocation })
      if (status === 200) tally.acknowledged += 1
      if (status === 200 && sibling) tally.together += 1
      if (status === 422) tally.refused += 1
      if (status === 200 && at % 25 === 0) {
        tally.replayed += 1
        await askUntilAnswered(doors, at + 1, sender, procedure, input, { history, tally, invocation })
      }
      const receipt = receiptsOf(invocation)[0]
      if (receipt && at % Math.round(storm.attempts / storm.cancellations) === 0) {
        const cancel = history.ask({ id: uuidv7(), kind: 'cancel', offerId, signups: [{ signupId: receipt.signupId, childId: signups[0]!.childId }] })
        if (await askUntilAnswered(doors, at, sender, 'signup.cancel', { requestId: cancel.id, signupId: receipt.signupId }, { history, tally, invocation: cancel }) === 200) tally.cancelled += 1
      } else if (payers && receipt?.state === 'seat-held' && chance() < storm.paying!.share) {
        payers.add({ sender, offerId, signups: receiptsOf(invocation).map(({ signupId }, n) => ({ signupId, childId: signups[n]!.childId })) })
      }
      if (at % Math.round(storm.attempts / storm.edits) === 0) {
        const edit = history.ask({ id: uuidv7(), kind: 'capacity', offerId, signups: [] })
        const capacity = Math.max(1, storm.places - 2 + Math.floor(chance() * 5))
        if (await askUntilAnswered(doors, at, { kommuneKey: world.kommuneKey, link: world.foreningToken }, 'signup.setCapacity', { requestId: edit.id, offerId, capacity }, { history, tally, invocation: edit }) === 200) tally.edited += 1
      }
    }
    closeDoors(doors)
  }
  await Promise.all(Array.from({ length: storm.clients }, (_, number) => client(number)))
  await payers?.end()
}

/** Every tenth family has the next one's child too (`plantRush`), and may ask for both together. */
const siblingOf = ({ families }: RushWorld, index: number): RushFamily | null => (index % 10 === 0 ? families[index + 1] ?? null : null)
