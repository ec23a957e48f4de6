import { request } from 'node:http'
import { transformer } from '@medspil/contracts/transformer'

/** An answer over HTTP. */
export interface Answer { status: number; headers: Record<string, string | string[] | undefined>; text: string; url: URL }

/** A browser for tests: cookies per hostname, `*.localhost` on this machine, headers as a browser sends them. */
export interface Browser {
  get(url: string): Promise<Answer>
  /** Follows redirects until a page. */
  go(url: string): Promise<Answer>
  post(url: string, options: { body?: string; headers?: Record<string, string> }): Promise<Answer>
  /** Calls a procedure as the frontends do. */
  call(origin: string, kommuneKey: string, procedure: string, input?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  cookie(hostname: string, name: string): string | undefined
  setCookie(hostname: string, name: string, value: string): void
  /** Removes all cookies of a hostname. */
  forget(hostname: string): void
}

/** Opens a browser without cookies. */
export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (hostname: string) => {
    const jar = jars.get(hostname) ?? new Map<string, string>()
    jars.set(hostname, jar)
    return jar
  }
  const send = (method: string, address: string, headers: Record<string, string> = {}, body?: string) => new Promise<Answer>((resolve, reject) => {
    const url = new URL(address)
    const jar = jarOf(url.hostname)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const outgoing = request({ method, host: '127.0.0.1', port: url.port, path: url.pathname + url.search, headers: { host: url.host, ...(cookie && { cookie }), ...headers } }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => {
        for (const line of incoming.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
          else jar.set(name, value)
        }
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, url })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
  const browser: Browser = {
    get: (url) => send('GET', url),
    go: async (url) => {
      let answer = await send('GET', url)
      for (let hops = 0; hops < 12 && answer.status >= 300 && answer.status < 400; hops += 1) answer = await send('GET', new URL(String(answer.headers['location']), answer.url).href)
      return answer
    },
    post: (url, { body, headers }) => send('POST', url, headers, body),
    call: async (origin, kommuneKey, procedure, input, headers = {}) => {
      const answer = await send('POST', `${origin}/trpc/${procedure}`, {
        'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', 'medspil-kommune': kommuneKey, ...headers,
      }, input === undefined ? undefined : JSON.stringify(transformer.serialize(input)))
      const parsed = JSON.parse(answer.text) as { result?: { data: unknown }; error?: unknown }
      return { status: answer.status, body: parsed.result ? transformer.deserialize(parsed.result.data) : parsed.error ?? parsed }
    },
    cookie: (hostname, name) => jarOf(hostname).get(name),
    setCookie: (hostname, name, value) => void jarOf(hostname).set(name, value),
    forget: (hostname) => void jars.delete(hostname),
  }
  return browser
}
