import { setTimeout as wait } from 'node:timers/promises'
import type { History, Invocation } from '../history-record.ts'
import type { Tally } from './tally.ts'
import { mutationText, type Sender, Wire } from './wire.ts'

/** One client's connections, one to each API process. */
export type Doors = { port: number; wire: Wire }[]
export const openDoors = (ports: readonly number[]): Doors => ports.map((port) => ({ port, wire: new Wire(port) }))
export const closeDoors = (doors: Doors): void => { for (const { wire } of doors) wire.close() }

const triesMost = 200
const patienceMs = 8000

/**
 * Asks until an answer comes, each time at the other API process and always under the same id, as the apps do; notes every
 * answer in the history.
 * @param first which of the doors is tried first
 * @returns the last status; 0 when none ever came
 */
export async function askUntilAnswered(doors: Doors, first: number, sender: Sender, procedure: string, input: object, { history, tally, invocation }: { history: History; tally: Tally; invocation: Invocation }): Promise<number> {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const { port, wire } = doors[(first + tries) % doors.length]!
    const { status, body } = await wire.send(mutationText(port, procedure, sender, input), patienceMs)
    history.answer(invocation, status, body)
    if (status === 200 || status === 422 || status === 404) return status
    if (status !== 0 && status !== 409 && status < 500 && tally.failed.length < 5) tally.failed.push(`${procedure} ${status} ${body.slice(0, 200)}`)
    tally.resent += 1
    await wait(Math.min(200, 20 + tries * 10))
  }
  tally.unanswered += 1
  return 0
}
