import { startInstallation } from './installation.ts'

/** The developer's minute: speed.md 6 asks that a second start is ready within 15 seconds. */
export default {
  about: 'seconds until `npm start` is ready when packages, data and build are already there',
  async run({ say, options }: { say: (line: string) => void; options: { times?: number; port?: number } }) {
    const port = options.port ?? 4300
    const first = await startInstallation(port, 600_000)
    if (!first.ready) throw new Error(`It never became ready:\n${first.output}`)
    await first.stop()
    say(`made ready in ${first.seconds} s; now measuring`)
    const rows = []
    for (let run = 1; run <= (options.times ?? 3); run += 1) {
      const started = await startInstallation(port, 60_000)
      const stopped = await started.stop()
      rows.push({ run, ready: started.ready, 'start (s)': started.seconds, 'stop (s)': stopped.seconds })
      if (!started.ready) throw new Error(`Start ${run} never became ready:\n${started.output}`)
    }
    return { rows, limits: [{ what: 'slowest second start', value: Math.max(...rows.map((row) => row['start (s)'])), limit: 15, unit: 's' }] }
  },
}
