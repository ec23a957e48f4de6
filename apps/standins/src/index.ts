import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { openBroker } from './broker/index.ts'
import type { BrokerClient, HostileMode } from './broker/index.ts'
import { clockRoutes, openClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { openLetterbox } from './inbox/messages.ts'
import type { Letterbox } from './inbox/messages.ts'
import { startSmtp } from './inbox/smtp.ts'
import { landingRoutes } from './landing.ts'
import { registerRoutes } from './register-routes.ts'
import { openStore } from './store.ts'
import { openStripe } from './stripe/index.ts'

export { hostileModes } from './broker/index.ts'
export type { BrokerClaims, BrokerClient, HostileMode } from './broker/index.ts'
export { holdsCpr } from './cpr.ts'
export type { Message } from './inbox/messages.ts'

/** Settings of the outside world. Port 0 takes a free one. */
export type StandinOptions = {
  port: number
  /** Address that browsers and the API use; `http://localhost:<port>` when left out. */
  publicUrl?: string
  clients: BrokerClient[]
  /** Where Medspil's API takes Stripe's events. */
  webhookUrl?: string
  webhookSecret?: string
  /** Directory of the stand-ins' own memory. */
  dataDir: string
  /** Port for mail; 0 takes a free one. */
  smtpPort?: number
  /** Bearer secret of the register, SMS and Digital Post. */
  gatewaySecret?: string
  /** Addresses of the two apps, for the landing page. */
  apps?: { family?: string | undefined; desk?: string | undefined }
}

/** The running outside world. */
export type Standins = {
  url: string
  smtpPort: number
  /** Issuer addresses by login. */
  issuers: Record<'mitid' | 'erhverv', string>
  clock: Clock
  letterbox: Letterbox
  /** Spoils the coming logins, one mode each. */
  hostile(...modes: HostileMode[]): void
  close(): Promise<void>
}

/** What is used when nothing else is said; development only, so not secret. */
export const developmentSecrets = { gateway: 'standin-gateway', webhook: 'whsec_standin', stripeKey: 'sk_test_standin' }

/** Starts broker, Stripe emulator, inbox, registers and clock in one process on one port. Rejects when a port is taken. */
export async function startStandins(options: StandinOptions): Promise<Standins> {
  const { gatewaySecret = developmentSecrets.gateway, webhookSecret = developmentSecrets.webhook } = options
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const url = options.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`
  const memory = (name: string) => openStore(join(options.dataDir, `${name}.jsonl`))
  const clock = openClock(memory('clock'))
  const letterbox = openLetterbox(memory('inbox'), clock)
  const broker = await openBroker({ publicUrl: url, clients: options.clients, store: memory('broker') })
  const stripe = openStripe({ store: memory('stripe'), clock, publicUrl: url, webhookUrl: options.webhookUrl, webhookSecret })
  const smtp = await startSmtp(letterbox, options.smtpPort ?? 0)

  const pages = new Hono()
    .route('/', landingRoutes(options.apps ?? {}))
    .route('/', broker.routes)
    .route('/', clockRoutes(clock))
    .route('/', inboxRoutes(letterbox, gatewaySecret))
    .route('/', registerRoutes(gatewaySecret))
    .route('/', stripe.pages)
  const answerPage = getRequestListener(pages.fetch)
  server.on('request', (req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/'
    const answering = path.startsWith('/v1/') ? stripe.api(req, res)
      : path.startsWith('/broker/mitid/') ? broker.handlers.mitid(req, res)
      : path.startsWith('/broker/erhverv/') ? broker.handlers.erhverv(req, res)
      : answerPage(req, res)
    Promise.resolve(answering).catch(() => res.headersSent ? res.destroy() : res.writeHead(500).end())
  })

  return {
    url, smtpPort: smtp.port, clock, letterbox,
    issuers: { mitid: `${url}/broker/mitid`, erhverv: `${url}/broker/erhverv` },
    hostile: (...modes) => broker.hostile.next(...modes),
    async close() {
      stripe.close()
      await smtp.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
