import { runStorm } from '../rush/storm-run.ts'

interface Options { seeds?: number; from?: number; attempts?: number; kills?: number }

/**
 * Promises 1, 2, 5, 6 and 7 at full size: seeded rushes of 20,000 attempts by 5,000 children at 300 activities, two API
 * processes, kill -9 of API, worker, connections and PostgreSQL in the middle, cancellations, promotions, held places whose
 * time runs out, passes that pay and own shares by card. One seed again: --seeds=1 --from=17. Shorter: --attempts=2000.
 */
export default {
  about: 'rushes with kills and payments: nobody oversold, nothing acknowledged lost, money conserved to the øre',
  async run({ say, options }: { say: (line: string) => void; options: Options }) {
    const { seeds = 20, from = 1, attempts = 20_000, kills = 1 } = options
    const some = (many: number) => Math.max(1, Math.round((many * kills * attempts) / 20_000))
    const rows = []
    for (let seed = from; seed < from + seeds; seed += 1) {
      const { tally, counts, faults, jobsLeft, seconds, kills: killed, history } = await runStorm({
        seed, attempts, clients: 64, offers: 300, places: 20, children: 5000, price: 5001, passes: 500, paying: 0.05, cancellations: Math.ceil(attempts / 10), edits: Math.ceil(attempts / 80),
        kills: { api: some(10), worker: some(5), backend: some(10), cluster: some(3) },
      })
      const row = {
        seed, attempts: tally.attempts, acknowledged: tally.acknowledged, cancelled: tally.cancelled, 'asked again': tally.resent, ...killed, promotions: counts['promoted'] ?? 0, expired: counts['expired'] ?? 0,
        payments: counts['payments'] ?? 0, paid: counts['paid'] ?? 0, refunded: counts['refunded'] ?? 0, late: counts['late'] ?? 0, 'jobs left': jobsLeft.length, unanswered: tally.unanswered + tally.failed.length,
        faults: faults.length, 'storm s': seconds.storm, seconds: seconds.all,
      }
      rows.push(row)
      say(Object.entries(row).map(([name, value]) => `${name} ${value}`).join(', '))
      for (const { fault, about } of faults.slice(0, 3)) say(`${fault}: ${about}\n${history(about)}`)
      for (const line of [...tally.failed, ...jobsLeft.slice(0, 3)]) say(line)
    }
    const sum = (name: keyof (typeof rows)[number]) => rows.reduce((all, row) => all + row[name], 0)
    say(`all: ${(['attempts', 'acknowledged', 'cancelled', 'promotions', 'expired', 'payments', 'paid', 'refunded', 'late', 'api', 'worker', 'backend', 'cluster', 'faults', 'seconds'] as const).map((name) => `${name} ${Math.round(sum(name))}`).join(', ')}`)
    return { rows, limits: [
      { what: 'oversold, over limit, doubled, lost, half placed, unpaid or an øre astray', value: sum('faults'), limit: 0, unit: 'faults' },
      { what: 'jobs still ready a minute after nothing moved any more', value: sum('jobs left'), limit: 0, unit: 'jobs' },
      { what: 'requests that never got an answer, or one nobody expects', value: sum('unanswered'), limit: 0, unit: 'requests' },
      { what: 'rushes in which nothing was acknowledged or nobody paid', value: rows.filter((row) => row.acknowledged === 0 || row.paid === 0).length, limit: 0, unit: 'rushes' },
    ] }
  },
}
