import { Hono } from 'hono'
import { danishTime, html, page } from '../page.ts'
import type { Letterbox, Message } from './messages.ts'

const kindWord = { mail: 'Mail', sms: 'SMS', 'digital-post': 'Digital Post' } satisfies Record<Message['kind'], string>

const row = (one: Message) => html`<li id="${one.id}">
<h2>${one.subject || kindWord[one.kind]}</h2>
<p class="hint"><span class="tag">${kindWord[one.kind]}</span> til <a href="/inbox?to=${encodeURIComponent(one.to)}">${one.to}</a> fra ${one.from}, ${danishTime(Date.parse(one.at))}</p>
${one.refused ? html`<p class="no"><b>Afvist:</b> beskeden indeholder noget, der ligner et CPR-nummer.</p>` : ''}
<pre>${one.text}</pre>
${one.links.map(link => html`<p><a class="button" href="${link}" rel="noreferrer">Åbn ${link.split('#')[0] ?? link}</a></p>`)}
${one.kind === 'digital-post' ? html`<p><a href="/inbox/${one.id}.pdf">Åbn brevet som PDF</a></p>` : ''}</li>`

/**
 * `/inbox` (page, `?to=` one receiver, `?kind=`), `/inbox.json` (the same for tests), `DELETE /inbox.json` (empties it),
 * `POST /sms` `{ to, from, text, reference? }` and `POST /digital-post` `{ to, from, subject, text, pdf?, reference? }`
 * (`pdf` base64; `to` a CPR or CVR: Digital Post is addressed by it, so only its last digits are kept). Both need the
 * bearer secret; a refused message is answered with 422 and `{ error: 'holds-cpr' }`, a missing field with 400.
 */
export function inboxRoutes(letterbox: Letterbox, secret: string): Hono {
  const take = (kind: 'sms' | 'digital-post') => async (request: Request): Promise<Response> => {
    if (request.headers.get('authorization') !== `Bearer ${secret}`) return Response.json({ error: 'unauthorized' }, { status: 401 })
    const given = await request.json() as Record<string, unknown>
    const { to, from, text, subject = '', reference, pdf } = given
    if (typeof to !== 'string' || typeof from !== 'string' || typeof text !== 'string' || typeof subject !== 'string') {
      return Response.json({ error: 'to, from and text are needed' }, { status: 400 })
    }
    const message = letterbox.deliver({
      kind, from, subject, text,
      to: kind === 'digital-post' && /^\d{6}-?\d{4}$/.test(to) ? `xxxxxx-${to.slice(-4)}` : to,
      reference: typeof reference === 'string' ? reference : undefined,
      pdf: typeof pdf === 'string' ? Buffer.from(pdf, 'base64') : undefined,
    })
    return message.refused ? Response.json({ error: message.refused }, { status: 422 }) : Response.json({ id: message.id }, { status: 201 })
  }
  return new Hono()
    .post('/sms', c => take('sms')(c.req.raw))
    .post('/digital-post', c => take('digital-post')(c.req.raw))
    .get('/inbox.json', c => c.json(letterbox.list({ to: c.req.query('to'), kind: c.req.query('kind') })))
    .delete('/inbox.json', c => {
      letterbox.clear()
      return c.body(null, 204)
    })
    .get('/inbox/:file{.+\\.pdf}', c => {
      const pdf = letterbox.pdf(c.req.param('file').replace(/\.pdf$/, ''))
      return pdf ? c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' }) : c.html(page('Intet brev', html`<p>Brevet har ingen PDF.</p>`), 404)
    })
    .get('/inbox', c => {
      const to = c.req.query('to') ?? ''
      const messages = letterbox.list({ to })
      return c.html(page('Indbakken', html`
<p>Alt, hvad Medspil har sendt, nyeste først. Intet af det har forladt denne maskine.</p>
<form method="get" action="/inbox"><label for="to">Modtager</label><select id="to" name="to"><option value="">Alle</option>
${letterbox.receivers().map(one => html`<option value="${one}"${one === to ? html` selected` : ''}>${one}</option>`)}</select> <button>Vis</button></form>
${messages.length === 0 ? html`<p class="fact">Der er ikke sendt noget endnu.</p>` : html`<p class="hint">${messages.length} beskeder</p><ul class="rows">${messages.map(row)}</ul>`}`))
    })
}
