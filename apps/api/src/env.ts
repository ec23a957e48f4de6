import * as z from 'zod'

const list = (text: string) => text.split(',').map((part) => part.trim()).filter(Boolean)

const Env = z.object({
  MEDSPIL_MODE: z.enum(['development', 'production']),
  PORT: z.coerce.number().int().default(3000),
  FAMILY_ORIGIN: z.url(),
  DESK_ORIGIN: z.url(),
  DATABASE_URL_APP: z.string(),
  DATABASE_URL_WORKER: z.string(),
  DATABASE_URL_READER: z.string(),
  DATABASE_POOL: z.coerce.number().int().default(10),
  MASTER_KEY: z.string().transform(list),
  OIDC_MITID_ISSUER: z.url(),
  OIDC_ERHVERV_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string().min(16),
  REGISTRY_URL: z.url(),
  REGISTRY_SECRET: z.string().min(16),
  STRIPE_SECRET_KEY: z.string(),
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().transform(list),
  SMTP_URL: z.string(),
  SMS_URL: z.url(),
  SMS_SECRET: z.string().min(16),
  DIGITAL_POST_URL: z.url(),
  DIGITAL_POST_SECRET: z.string().min(16),
  /** Where the clock can be moved; only in development. */
  CLOCK_URL: z.url().optional(),
  /** How many of our own proxies stand in front; the client's address is read that many steps from the right. */
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  STATIC_FAMILY: z.string().optional(),
  STATIC_DESK: z.string().optional(),
})

/** Everything the processes read from their environment. Parsed once, here and nowhere else. */
export type Environment = z.infer<typeof Env>

/**
 * Reads and checks the environment.
 * @throws with every missing or wrong name in one message; in production also when a development-only door is open
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = Env.safeParse(source)
  if (!parsed.success)
    throw new Error(`The environment is not complete (docs/operate.md):\n${parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`)
  const env = parsed.data
  if (env.MEDSPIL_MODE === 'production') {
    const open = [
      env.CLOCK_URL && 'CLOCK_URL must not be set',
      env.STRIPE_API_BASE && 'STRIPE_API_BASE must not be set',
      !env.FAMILY_ORIGIN.startsWith('https://') && 'FAMILY_ORIGIN must be https',
      !env.DESK_ORIGIN.startsWith('https://') && 'DESK_ORIGIN must be https',
      !env.OIDC_MITID_ISSUER.startsWith('https://') && 'OIDC_MITID_ISSUER must be https',
      new URL(env.FAMILY_ORIGIN).hostname === new URL(env.DESK_ORIGIN).hostname && 'family and desk need different hostnames',
    ].filter(Boolean)
    if (open.length > 0) throw new Error(`Refusing to start in production:\n  ${open.join('\n  ')}`)
  }
  return env
}
