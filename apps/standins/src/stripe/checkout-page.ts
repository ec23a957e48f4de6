import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { html, kroner, page } from '../page.ts'
import type { Html } from '../page.ts'
import { typeOf } from './payment-shapes.ts'
import type { PayMethod } from './payment-shapes.ts'
import { approve, intentOf, pay } from './sessions.ts'
import type { Attempt } from './sessions.ts'
import type { KeptSession, StripeState } from './state.ts'
import { passTime } from './time.ts'

/** Stripe's own test cards that the page knows. */
const cards: Record<string, PayMethod> = { '4242424242424242': 'card', '4000000000000002': 'decline', '4000002500003155': '3ds' }

const others: Array<{ method: PayMethod; text: string }> = [
  { method: 'decline', text: 'Kort, der bliver afvist (4000 0000 0000 0002)' },
  { method: '3ds', text: 'Kort, hvor banken spørger først (4000 0025 0000 3155)' },
  { method: 'late-success', text: 'Bankbetaling, der lykkes dagen efter' },
  { method: 'late-failure', text: 'Bankbetaling, der fejler dagen efter' },
]

const errors: Record<string, string> = {
  card: 'Kortnummeret er ikke et af testkortene. Brug 4242 4242 4242 4242.',
  declined: 'Kortet blev afvist. Der er ikke trukket penge. Prøv et andet kort.',
  denied: 'Banken fik et nej. Der er ikke trukket penge. Prøv igen eller brug et andet kort.',
}

const successUrl = ({ session }: KeptSession) => (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
const here = (id: string, error?: string) => `/stripe/checkout/${id}${error ? `?error=${error}` : ''}`
const amountOf = ({ session }: KeptSession) => kroner(session.amount_total ?? 0)

const back = ({ session }: KeptSession) => session.cancel_url ? html`<p><a href="${session.cancel_url}">Tilbage uden at betale</a></p>` : ''

function closedPage(kept: KeptSession): Html {
  if (kept.session.status === 'expired') {
    return page('Betalingen er lukket', html`<p>Tiden er gået, eller siden er lukket af den, der bad om pengene. Der er ikke trukket penge.</p>${back(kept)}`)
  }
  const paid = kept.session.payment_status === 'paid'
  return page(paid ? 'Der er allerede betalt' : 'Betalingen er allerede bestilt', html`
<p>${paid ? html`De ${amountOf(kept)} er betalt, og der bliver ikke trukket mere.` : 'Banken svarer senere. Der kan ikke betales én gang til her.'}</p><p><a href="${successUrl(kept)}">Videre</a></p>`)
}

function payPage(kept: KeptSession, error: string | undefined): Html {
  const allowed = others.filter(({ method }) => kept.session.payment_method_types.includes(typeOf(method)))
  return page(`Betal ${amountOf(kept)}`, html`
<p>Her ville Stripe tage imod kortet. Alt er efterlignet, og ingen penge flyttes.</p>
<ul class="rows">${kept.lines.map(line => html`<li style="padding:12px 8px;display:flex;gap:16px;justify-content:space-between"><span>${line.description}${(line.quantity ?? 1) > 1 ? html` <span class="hint">× ${line.quantity}</span>` : ''}</span><b style="white-space:nowrap">${kroner(line.amount_total)}</b></li>`)}</ul>
${error ? html`<p class="no" id="error" role="alert">${error}</p>` : ''}
<form method="post" action="${here(kept.session.id)}"><input type="hidden" name="form" value="${randomUUID()}">
<label for="card">Kortnummer</label><input id="card" name="card" value="4242 4242 4242 4242" inputmode="numeric" autocomplete="off"${error ? html` aria-describedby="error"` : ''}>
<p><button class="main" name="method" value="typed">Betal ${amountOf(kept)}</button></p>
<h2>Prøv, hvordan det kan gå galt</h2>
<ul class="rows">${allowed.map(({ method, text }) => html`<li><button class="row" name="method" value="${method}">${text}</button></li>`)}</ul></form>${back(kept)}`)
}

const bankPage = (kept: KeptSession) => page('Godkend i banken', html`
<p>Her ville banken spørge, om du vil betale <b>${amountOf(kept)}</b>.</p>
<form method="post"><input type="hidden" name="form" value="${randomUUID()}"><p><button class="main" name="answer" value="yes">Ja, godkend</button></p><p><button name="answer" value="no">Nej, afvis</button></p></form>`)

/** The page Stripe would host: `/stripe/checkout/:id`, and its bank's question below it. Works without scripts. */
export function checkoutPages(state: StripeState): Hono {
  const open = (id: string) => {
    passTime(state)
    return state.sessions.get(id)
  }
  const nextPlace = (id: string, attempt: Attempt, form: string, error: string): string | undefined => {
    if (attempt === 'needs-approval') return `${here(id)}/3ds`
    if (attempt === 'declined') return here(id, error)
    const kept = state.sessions.get(id)
    if (!kept) return undefined
    // A double click sends the same form twice; the browser follows the second answer, which must lead on like the first.
    return attempt !== 'closed' || kept.paidBy === form ? successUrl(kept) : here(id)
  }
  const unknown = () => page('Siden findes ikke', html`<p>Gå tilbage, og prøv igen derfra.</p>`)

  return new Hono()
    .use('/stripe/checkout/*', async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
    .get('/stripe/checkout/:id', c => {
      const kept = open(c.req.param('id'))
      if (!kept) return c.html(unknown(), 404)
      return c.html(kept.session.status === 'open' ? payPage(kept, errors[c.req.query('error') ?? '']) : closedPage(kept))
    })
    .post('/stripe/checkout/:id', async c => {
      const id = c.req.param('id')
      const { method: button, card, form } = await c.req.parseBody()
      const kept = open(id)
      if (!kept) return c.html(unknown(), 404)
      const method = button === undefined || button === 'typed' ? cards[String(card).replaceAll(/\D/g, '')] : others.find(one => one.method === button)?.method
      if (!method || !kept.session.payment_method_types.includes(typeOf(method))) return c.redirect(here(id, 'card'), 303)
      return c.redirect(nextPlace(id, pay(state, id, method, String(form)), String(form), 'declined') ?? '/', 303)
    })
    .get('/stripe/checkout/:id/3ds', c => {
      const kept = open(c.req.param('id'))
      if (!kept) return c.html(unknown(), 404)
      return kept.session.status === 'open' && intentOf(state, kept)?.status === 'requires_action' ? c.html(bankPage(kept)) : c.redirect(here(kept.session.id), 303)
    })
    .post('/stripe/checkout/:id/3ds', async c => {
      const id = c.req.param('id')
      const { answer, form } = await c.req.parseBody()
      if (!open(id)) return c.html(unknown(), 404)
      return c.redirect(nextPlace(id, approve(state, id, answer === 'yes', String(form)), String(form), 'denied') ?? '/', 303)
    })
}
