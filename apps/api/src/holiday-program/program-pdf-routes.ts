import { Hono } from 'hono'
import { decideAccess } from '@medspil/domain/access'
import { resolveActor } from '../access/index.ts'
import type { AppParts } from '../app.ts'
import { programPdf } from './program-pdf.ts'

/** `GET /program-pdf/:kommune/:id.pdf`: the printed programme, for everybody once it is published. A draft is the kommune's own. */
export function programPdfRoutes(parts: AppParts): Hono {
  const app = new Hono()
  app.get('/:kommune{[a-z]{2,20}}/:file{[0-9a-f-]{36}\\.pdf}', async (c) => {
    const headers = new Headers(c.req.raw.headers)
    headers.set('medspil-kommune', c.req.param('kommune'))
    const { actor } = await resolveActor(parts, new Request(c.req.url, { headers }))
    const now = parts.clock()
    const mayRead = actor.kommuneId !== '' && decideAccess(actor, 'holiday-program.read') === 'allowed'
    const printed = mayRead
      ? await parts.database.asActor(actor, { now, procedure: 'holidayProgram.pdf' }, (tx) => programPdf(tx, c.req.param('file').slice(0, 36), {
        familyOrigin: new URL(parts.env.FAMILY_ORIGIN).origin, seesDrafts: decideAccess(actor, 'holiday-program.desk') === 'allowed',
      }))
      : null
    if (!printed) return c.json({ error: 'not-found' }, 404)
    return c.body(printed.pdf, 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${printed.name.replace(/[^\w -]/g, '')}.pdf"` })
  })
  return app
}
