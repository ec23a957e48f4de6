import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../src/testing.ts'

/** The outside world in a process of its own, as in a development installation. */
export interface StandinProcess {
  url: string
  smtpPort: number
  issuers: { mitid: string; erhverv: string }
  /** Spoils the next login. */
  hostile(mode: string): Promise<void>
  /** How many messages were taken. */
  messageCount(): Promise<number>
  stop(): Promise<void>
}

/** Bearer secret of the stand-ins' gateways in tests. */
export const gatewaySecret = 'a-gateway-secret-of-16'

/** Starts the stand-ins on free ports. @param redirectUris where the broker may send browsers back */
export async function startStandinProcess(redirectUris: string[] = []): Promise<StandinProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-standins-'))
  const [port, smtpPort] = [await freePort(), await freePort()]
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../standins/src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env, STANDINS_PORT: String(port), STANDINS_SMTP_PORT: String(smtpPort), STANDINS_DATA: folder, STANDINS_GATEWAY_SECRET: gatewaySecret,
      STANDINS_CLIENTS: JSON.stringify([{ clientId: 'medspil', clientSecret: 'test-client-secret', redirectUris }]),
    },
  })
  for (let tries = 0; !(await fetch(`${url}/clock.json`, { signal: AbortSignal.timeout(1000) }).then(({ ok }) => ok, () => false)); tries += 1) {
    if (tries > 100) throw new Error('the stand-ins did not start')
    await wait(100)
  }
  return {
    url, smtpPort, issuers: { mitid: `${url}/broker/mitid`, erhverv: `${url}/broker/erhverv` },
    hostile: async (mode) => {
      await fetch(`${url}/broker/hostile`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ modes: [mode] }) })
    },
    messageCount: async () => ((await (await fetch(`${url}/inbox.json`)).json()) as unknown[]).length,
    stop: async () => {
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
