import { uuidv7 } from 'uuidv7'
import { nth, type Pattern } from './pattern.ts'
import type { RushWorld } from './plant.ts'
import { mutationText, Wire } from './wire.ts'

/** A share of requests: so many, over so many connections, each sending its next when it was answered. */
export interface Load { world: RushWorld; port: number; connections: number; requests: number; pattern: Pattern; first: number }

/** What came of it: milliseconds, answers per second, and how many were no place or number. */
export interface LoadResult { perSecond: number; p50: number; p99: number; places: number; numbers: number; failed: number; sample: string }

async function run({ world, port, connections, requests, pattern, first }: Load): Promise<LoadResult> {
  const took: number[] = []
  const result = { places: 0, numbers: 0, failed: 0, sample: '' }
  let next = 0
  const client = async () => {
    const wire = new Wire(port)
    while (next < requests) {
      const { family, offerId } = nth(world, pattern, first + next++)
      const text = mutationText(port, 'signup.request', { kommuneKey: world.kommuneKey, token: family.token }, { requestId: uuidv7(), childId: family.childId, offerId, acceptsClash: true })
      const since = performance.now()
      const { status, body } = await wire.send(text)
      took.push(performance.now() - since)
      const fresh = status === 200 && body.includes('"existing":false')
      if (!fresh) { result.failed += 1; result.sample = `${status} ${body.slice(0, 300)}` }
      else if (body.includes('"state":"waiting"')) result.numbers += 1
      else result.places += 1
    }
    wire.close()
  }
  const since = performance.now()
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - since) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0) * 10) / 10
  return { perSecond: Math.round(took.length / seconds), p50: at(0.5), p99: at(0.99), ...result }
}

process.on('message', (load: Load) => { void run(load).then((result) => process.send?.(result)) })
