import { runStorm } from '../rush/storm-run.ts'

/**
 * Promises 1 and 2 at full size: seeded rushes of 20,000 attempts by 5,000 children at 300 activities, two API processes,
 * kill -9 of API, worker, connections and PostgreSQL in the middle, cancellations, promotions, own shares whose time runs
 * out, passes that pay. One seed again: --seeds=1 --seed=17.
 */
export default {
  about: 'rushes with kills: nobody oversold, nothing acknowledged lost, money conserved to the øre',
  async run({ say, options }: { say: (line: string) => void; options: { seeds?: number; seed?: number; attempts?: number; kills?: number } }) {
    const { seeds = 20, seed: first = 1, attempts = 20_000, kills = 1 } = options
    const rows = []
    for (let seed = first; seed < first + seeds; seed += 1) {
      const result = await runStorm({
        seed, attempts, clients: 64, offers: 300, places: 20, children: 5000, price: 5000, passes: 500, cancellations: Math.round(attempts / 10), edits: Math.round(attempts / 80),
        kills: { api: 10 * kills, worker: 5 * kills, backend: 10 * kills, cluster: 3 * kills },
      }, say)
      const { tally, counts, faults, jobsLeft, seconds } = result
      const names = [...new Set(faults.map(({ fault }) => fault))].join(' ')
      rows.push({ seed, seconds, attempts: tally.attempts, acknowledged: tally.acknowledged, refused: tally.refused, cancelled: tally.cancelled, together: tally.together, resent: tally.resent,
        promoted: counts['promoted'], lapsed: counts['lapsed'], entries: counts['entries'], 'jobs left': jobsLeft.length, faults: faults.length, names })
      say(`seed ${seed}: ${JSON.stringify({ ...tally, kills: result.kills, ...counts, faults: faults.slice(0, 5), jobsLeft: jobsLeft.slice(0, 3) })}`)
    }
    const sum = (name: 'faults' | 'jobs left') => rows.reduce((all, row) => all + row[name], 0)
    return { rows, limits: [
      { what: 'oversold, over limit, doubled, lost, half placed or an øre astray', value: sum('faults'), limit: 0, unit: 'faults' },
      { what: 'jobs still ready a minute after', value: sum('jobs left'), limit: 0, unit: 'jobs' },
      { what: 'rushes in which nothing was acknowledged', value: rows.filter((row) => row.acknowledged === 0).length, limit: 0, unit: 'rushes' },
    ] }
  },
}
