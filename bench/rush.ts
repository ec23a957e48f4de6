import { plantOneRow, runOneRow, type Pattern, clearRush, pg, plantRush } from '../packages/testing/src/rush/index.ts'
import { endProcess, openScratch, sendLoad, startProcess, wearIn } from './rush/scratch.ts'

const patterns: readonly Pattern[] = ['spread', 'hot', 'one']
const connections = [64, 256, 1000]
/** speed.md 1: most milliseconds of the slowest in a hundred, by connections. */
const p99Most: Record<number, number> = { 64: 50, 256: 100, 1000: 500 }

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const ratio = (a: number, b: number): number => Math.round((a / Math.max(1, b)) * 100) / 100

interface Options { runs?: number; requests?: number; plain?: number; children?: number; offers?: number; places?: number; only?: number; price?: number; profile?: number }

/**
 * The opening minute (speed.md 1): sign-ups a second through the production path, beside what one row per transaction can
 * do at best and what a plain Prisma transaction does, all in one run. Shorter: --runs=1 --requests=6000 --plain=400.
 * --only=64 keeps one number of connections.
 */
export default {
  about: 'sign-ups a second in the opening minute, through login, validation, policies, audit and outbox',
  async run({ say, options }: { say: (line: string) => void; options: Options }) {
    const { runs = 5, requests = 20_000, plain = 1500, children = 5000, offers = 300, places = 100 } = options
    const sizes = options.only ? [options.only] : connections
    const scratch = await openScratch()
    const admin = new pg.Pool({ connectionString: scratch.url, max: 2 })
    // Its PostgreSQL may be gone before the last connection has said goodbye.
    admin.on('error', () => {})
    const server = await startProcess('apps/api/src/server.ts', scratch.environment, scratch.port, options.profile ? ['--cpu-prof', '--cpu-prof-dir=/var/tmp/medspil-prof'] : [])
      .catch(async (failed: unknown) => { await admin.end(); await scratch.stop(); throw failed })
    try {
      const world = await plantRush(admin, { offers, places, children, price: options.price ?? 0 })
      await plantOneRow(admin)
      const send = async (pattern: Pattern, at: number, many: number, port = scratch.port) => {
        await clearRush(admin)
        const result = await sendLoad({ world, port, connections: at, requests: many, pattern, first: 0 })
        if (result.failed > 0) throw new Error(`${result.failed} requests took neither place nor number, such as: ${result.sample}`)
        return result
      }
      say(`fsync ${(await admin.query('show fsync')).rows[0].fsync}, synchronous_commit ${(await admin.query('show synchronous_commit')).rows[0].synchronous_commit}; warming up`)
      for (const pattern of patterns) await send(pattern, 64, Math.min(requests, 4000))
      await wearIn(admin)
      const seen = new Map<string, { pattern: Pattern; at: number; results: Awaited<ReturnType<typeof send>>[]; limits: number[] }>()
      for (let run = 1; run <= runs; run += 1) {
        for (const pattern of patterns) {
          const limit = (await runOneRow(admin, scratch.url, world, pattern, requests)).perSecond
          for (const at of sizes) {
            const result = await send(pattern, at, requests)
            const key = `${pattern}/${at}`
            const known = seen.get(key) ?? { pattern, at, results: [], limits: [] }
            known.results.push(result)
            known.limits.push(limit)
            seen.set(key, known)
            say(`run ${run}, ${pattern} at ${at}: ${result.perSecond}/s, p50 ${result.p50} ms, p99 ${result.p99} ms (${result.places} places, ${result.numbers} numbers); one-row limit ${limit}/s`)
          }
        }
      }
      await endProcess(server)
      const plainRates = new Map<Pattern, number>()
      if (plain > 0) {
        const plainServer = await startProcess('apps/api/test/rush/plain-server.ts', { ...scratch.environment, PLAIN_DATABASE_URL: scratch.url }, scratch.port)
        for (const pattern of patterns) {
          await send(pattern, 64, Math.min(300, plain))
          const rates = []
          for (let run = 0; run < Math.min(3, runs); run += 1) rates.push((await send(pattern, 64, plain)).perSecond)
          plainRates.set(pattern, median(rates))
          say(`plain Prisma transaction, ${pattern} at 64: ${median(rates)}/s`)
        }
        await endProcess(plainServer)
      }
      const rows = [...seen.values()].map(({ pattern, at, results, limits }) => {
        const perSecond = median(results.map((one) => one.perSecond))
        const plainRate = plainRates.get(pattern) ?? 0
        return {
          pattern, connections: at, 'sign-ups/s': perSecond, 'p50 ms': median(results.map(({ p50 }) => p50)), 'p99 ms': median(results.map(({ p99 }) => p99)),
          'one-row limit/s': median(limits), 'of limit': median(results.map((one, n) => ratio(one.perSecond, limits[n]!))),
          'Prisma/s': plainRate, 'times Prisma': plainRate ? ratio(perSecond, plainRate) : 0,
        }
      })
      const best = (pattern: Pattern) => Math.max(...rows.filter((row) => row.pattern === pattern).map((row) => row['sign-ups/s']))
      // A limit is "at most", so what must be large is turned round: the limit divided by the figure.
      return { rows, limits: [
        ...rows.map((row) => ({ what: `p99, ${row.pattern} at ${row.connections}`, value: row['p99 ms'], limit: p99Most[row.connections] ?? 500, unit: 'ms' })),
        { what: 'one-row limit divided by us, spread at its best', value: Math.round(100 / Math.max(0.01, ...rows.filter((row) => row.pattern === 'spread').map((row) => row['of limit']))) / 100, limit: 1, unit: 'times' },
        { what: 'spread divided by one activity, at their best', value: ratio(best('spread'), best('one')), limit: 1.25, unit: 'times' },
        ...(plain > 0 ? [{ what: '20 plain Prisma transactions divided by us, spread', value: ratio(20 * (plainRates.get('spread') ?? 0), best('spread')), limit: 1, unit: 'times' }] : []),
      ] }
    } finally {
      await endProcess(server)
      await admin.end()
      await scratch.stop()
    }
  },
}
