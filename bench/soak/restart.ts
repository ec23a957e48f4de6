import { startInstallation } from '../installation.ts'

/** Interrupting a start at any moment leaves nothing behind that keeps the next one from working. */
export default {
  about: '`npm start` interrupted at random moments, then started once more to the end',
  async run({ say, options }: { say: (line: string) => void; options: { times?: number; port?: number; seed?: number } }) {
    const port = options.port ?? 4300
    let state = options.seed ?? 20_26
    // A small generator of our own, so that a seed that failed can be run again.
    const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
    const rows = []
    for (let run = 1; run <= (options.times ?? 30); run += 1) {
      const after = Math.round(200 + chance() * 8_000)
      const started = await startInstallation(port, after)
      const { code, seconds } = await started.stop()
      rows.push({ run, 'interrupted after (ms)': started.ready ? 'ready' : after, 'exit code': code, 'stop (s)': seconds })
      say(`${run}: ${started.ready ? 'ready' : `interrupted after ${after} ms`}, exit ${code}`)
    }
    const last = await startInstallation(port, 60_000)
    await last.stop()
    return {
      rows,
      limits: [
        { what: 'interrupted starts that did not end well', value: rows.filter((row) => row['exit code'] !== 0).length, limit: 0, unit: 'starts' },
        { what: 'the start after them', value: last.ready ? last.seconds : Infinity, limit: 15, unit: 's' },
      ],
    }
  },
}
