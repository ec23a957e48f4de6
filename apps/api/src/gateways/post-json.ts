import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'

/** Milliseconds that a neighbour may take. */
const patienceMs = 5000

/**
 * Posts JSON to a neighbour with its bearer secret. Personal values travel in the body alone; redirects are not followed.
 * @returns the status and the parsed answer, for statuses below 500
 * @throws Unavailable on timeout, a broken line, 5xx, or an answer that is not JSON
 */
export async function postJson(what: string, url: string, secret: string, body: unknown): Promise<{ status: number; answer: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patienceMs),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` }, body: JSON.stringify(body),
    })
    if (response.status >= 500 || response.status === 429) throw new Error(`answered ${response.status}`)
    const text = await response.text()
    return { status: response.status, answer: text === '' ? null : JSON.parse(text) }
  } catch (error) {
    log('warn', 'gateway-away', { what, reason: error instanceof Error ? error.message : String(error) })
    throw new Unavailable(what, error)
  }
}
