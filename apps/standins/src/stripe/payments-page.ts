import { Hono } from 'hono'
import type Stripe from 'stripe'
import { danishTime, html, kroner, page } from '../page.ts'
import type { Html } from '../page.ts'
import { closeDispute, openDispute } from './disputes.ts'
import { StripeRefusal } from './errors.ts'
import { failRefund, refund } from './refunds.ts'
import { answerLate } from './sessions.ts'
import type { StripeState } from './state.ts'
import { passTime } from './time.ts'

const states: Record<string, string> = { succeeded: 'Betalt', pending: 'Banken svarer senere', failed: 'Afvist' }
const refundStates: Record<string, string> = { succeeded: 'sendt tilbage', pending: 'på vej tilbage', failed: 'kom retur' }
const disputeStates: Record<string, string> = { needs_response: 'Indsigelse', won: 'Indsigelse vundet', lost: 'Indsigelse tabt' }

/** A charge's row: what happened to it, and what a bank or the staff at Stripe's dashboard could do now. */
function row(state: StripeState, charge: Stripe.Charge): Html {
  const refunds = state.refunds.all(one => one.charge === charge.id)
  const [dispute] = state.disputes.all(one => one.charge === charge.id).reverse()
  const button = (act: string, id: string, text: string) => html`<form class="line" method="post" action="/stripe/payments"><input type="hidden" name="act" value="${act}"><button name="id" value="${id}" aria-label="${text}, ${kroner(charge.amount)} ${charge.transfer_group ?? ''}">${text}</button></form>`
  return html`<li style="padding:16px 8px"><h2 style="margin:0">${kroner(charge.amount)} <span class="tag ${charge.status === 'succeeded' ? 'yes' : 'wait'}">${states[charge.status] ?? charge.status}</span>
${dispute ? html` <span class="tag wait">${disputeStates[dispute.status] ?? dispute.status}</span>` : ''}</h2>
<p class="hint">${danishTime(charge.created * 1000)} · ${charge.transfer_group ?? ''} ${charge.id}</p>
${refunds.map(one => html`<p>${kroner(one.amount)} ${refundStates[one.status ?? ''] ?? one.status} ${one.status === 'failed' ? '' : button('fail-refund', one.id, 'Lad pengene komme retur')}</p>`)}
${charge.status === 'pending' ? html`${button('late-yes', String(charge.payment_intent), 'Banken siger ja')}${button('late-no', String(charge.payment_intent), 'Banken siger nej')}` : ''}
${charge.status !== 'succeeded' || charge.refunded ? '' : html`<form method="post" action="/stripe/payments" style="margin-bottom:16px"><input type="hidden" name="act" value="refund"><label for="a-${charge.id}">Send tilbage, kr.</label><input id="a-${charge.id}" name="kroner" inputmode="decimal" style="width:140px" value="${((charge.amount - charge.amount_refunded) / 100).toFixed(2).replace('.', ',')}"> <button name="id" value="${charge.id}">Send tilbage</button></form>`}
${dispute?.status === 'needs_response' ? html`${button('won', dispute.id, 'Afgør: vundet')}${button('lost', dispute.id, 'Afgør: tabt')}` : charge.status !== 'succeeded' || charge.disputed ? '' : button('dispute', charge.id, 'Lad betaleren gøre indsigelse')}</li>`
}

const acts: Record<string, (state: StripeState, id: string, amount: number) => unknown> = {
  'refund': (state, id, amount) => refund(state, { charge: id, amount }),
  'fail-refund': failRefund,
  'dispute': (state, id) => openDispute(state, id),
  'won': (state, id) => closeDispute(state, id, 'won'),
  'lost': (state, id) => closeDispute(state, id, 'lost'),
  'late-yes': (state, id) => answerLate(state, id, true),
  'late-no': (state, id) => answerLate(state, id, false),
}

/** `/stripe/payments`: what one could do to parents' payments at Stripe's dashboard, and what banks do. */
export function paymentsPage(state: StripeState): Hono {
  const shown = (error: string) => {
    passTime(state)
    const charges = state.charges.all().reverse().slice(0, 50)
    const open = state.sessions.all(one => one.session.status === 'open').length
    return page('Betalinger hos Stripe', html`
<p>Det, som medarbejdere kan gøre i Stripes eget kontrolpanel, og det, som betalernes banker gør. Medspil får det at vide som hændelser.</p>
${error ? html`<p class="no" role="alert" lang="en">${error}</p>` : ''}<p class="fact">${open} ${open === 1 ? 'betalingsside er åben' : 'betalingssider er åbne'}.</p>
${charges.length === 0 ? html`<p>Ingen har betalt endnu.</p>` : html`<ul class="rows">${charges.map(one => row(state, one))}</ul>`}
<p><a href="/stripe">Saldo og overførsler</a></p>`)
  }
  return new Hono()
    .get('/stripe/payments', c => c.html(shown('')))
    .post('/stripe/payments', async c => {
      const { act, id, kroner: given } = await c.req.parseBody()
      passTime(state)
      try {
        acts[String(act)]?.(state, String(id), Math.round(Number(String(given ?? '0').replaceAll('.', '').replace(',', '.')) * 100))
      } catch (error) {
        if (error instanceof StripeRefusal) return c.html(shown(error.message), 400)
        throw error
      }
      return c.redirect('/stripe/payments', 303)
    })
}
