import { Hono } from 'hono'
import { loadLetterPdf } from '@medspil/db/letter'
import { resolveActor } from '../access/index.ts'
import type { AppParts } from '../app.ts'

/** `GET /letters/:id.pdf`: the legal letter for the one it was sent to. Foreign, unknown and unsent are the same 404. */
export function letterRoutes(parts: AppParts): Hono {
  const app = new Hono()
  app.get('/:file{[0-9a-f-]{36}\\.pdf}', async (c) => {
    const { actor } = await resolveActor(parts, c.req.raw)
    const id = c.req.param('file').slice(0, 36)
    const letter = actor.kind === 'family'
      ? await parts.database.asActor(actor, { now: parts.clock(), procedure: 'letter.pdf' }, (tx) => loadLetterPdf(tx, id))
      : null
    if (!letter) return c.json({ error: 'not-found' }, 404)
    return c.body(letter.pdf, 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="medspil-${id.slice(-6)}.pdf"` })
  })
  return app
}
