import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What one `npm start` did until it was ready or ended: seconds, its exit code (null while it runs) and all it printed. */
export interface Started { ready: boolean; seconds: number; output: string; stop: () => Promise<{ seconds: number; code: number | null }> }

const secondsSince = (since: number) => Math.round((performance.now() - since) / 10) / 100

/**
 * Starts the whole installation of this checkout on a port of its own and waits until it says it is ready.
 * @param port first of three free ports
 * @param giveUpAfter milliseconds until we ask it to stop, whether ready or not
 */
export async function startInstallation(port: number, giveUpAfter: number): Promise<Started> {
  const since = performance.now()
  const child = spawn(process.execPath, ['scripts/start.js'], { cwd: root, env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let output = ''
  const ready = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), giveUpAfter)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Medspil is ready')) resolve(true)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => { clearTimeout(timer); resolve(false) })
  })
  return {
    ready,
    seconds: secondsSince(since),
    get output() { return output },
    async stop() {
      const asked = performance.now()
      child.kill('SIGINT')
      return { code: await ended, seconds: secondsSince(asked) }
    },
  }
}
