import { Hono } from 'hono'
import { decideAccess } from '@medspil/domain/access'
import { resolveActor } from '../access/index.ts'
import type { AppParts } from '../app.ts'
import { readPrinted, setProgram } from './program-pdf.ts'
import { openPress } from './program-press.ts'

/** Programmes whose last bytes are kept: more than are looked at in one season; 70 MB if each had 300 activities. */
const keptMost = 200

/** `GET /program-pdf/:kommune/:id.pdf`: the printed programme, for everybody once it is published. A draft is the kommune's own. */
export function programPdfRoutes(parts: AppParts): Hono {
  const app = new Hono()
  const press = openPress(setProgram, keptMost)
  app.get('/:kommune{[a-z]{2,20}}/:file{[0-9a-f-]{36}\\.pdf}', async (c) => {
    const headers = new Headers(c.req.raw.headers)
    headers.set('medspil-kommune', c.req.param('kommune'))
    const { actor } = await resolveActor(parts, new Request(c.req.url, { headers }))
    const now = parts.clock()
    const mayRead = actor.kommuneId !== '' && decideAccess(actor, 'holiday-program.read') === 'allowed'
    const programId = c.req.param('file').slice(0, 36)
    const words = mayRead
      ? await parts.database.asActor(actor, { now, procedure: 'holidayProgram.pdf' }, (tx) => readPrinted(tx, programId, {
        familyOrigin: new URL(parts.env.FAMILY_ORIGIN).origin, seesDrafts: decideAccess(actor, 'holiday-program.desk') === 'allowed',
      }))
      : null
    if (!words) return c.json({ error: 'not-found' }, 404)
    return c.body(await press(`${actor.kommuneId}/${programId}`, words, now.at), 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${words.title.replace(/[^\w -]/g, '')}.pdf"` })
  })
  return app
}
