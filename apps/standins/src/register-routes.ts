import { Hono } from 'hono'
import { companyByCvr, lookUpPerson } from './personas.ts'

/**
 * The person register and the company register as the kommune's gateways meet them.
 * `POST /registry/person` with `{ cpr }` is the form to use, since a CPR never belongs in a URL (promises 14.2.1);
 * `GET /registry/person/:cpr` is the same look-up for a person at a terminal. Both need the bearer secret.
 * Unknown number → 404, wrong secret → 401. `GET /cvr/:cvr` is open, as the real register is.
 */
export function registerRoutes(secret: string): Hono {
  const allowed = (header: string | undefined) => header === `Bearer ${secret}`
  const answer = (cpr: unknown) => {
    const found = typeof cpr === 'string' ? lookUpPerson(cpr) : undefined
    return found === undefined ? Response.json({ error: 'not-found' }, { status: 404 }) : Response.json(found, { headers: { 'cache-control': 'no-store' } })
  }
  return new Hono()
    .use('/registry/*', async (c, next) => allowed(c.req.header('authorization')) ? next() : c.json({ error: 'unauthorized' }, 401))
    .post('/registry/person', async c => answer((await c.req.json<{ cpr?: unknown }>()).cpr))
    .get('/registry/person/:cpr', c => answer(c.req.param('cpr')))
    .get('/cvr/:cvr', c => {
      const company = companyByCvr(c.req.param('cvr'))
      return company === undefined ? c.json({ error: 'not-found' }, 404) : c.json(company)
    })
}
