import { Hono } from 'hono'
import { danishTime, html, kroner, page } from '../page.ts'
import { accountOr404, completeAccount, openLink } from './accounts.ts'
import { payOut, topUp } from './balances.ts'
import type { StripeState } from './state.ts'
import { passTime } from './time.ts'

const demoTopUp = 10_000_000

/** `/stripe` (what the emulator holds) and `/stripe/onboarding/:token` (the page Stripe would host for a treasurer). */
export function stripePages(state: StripeState): Hono {
  return new Hono()
    .get('/stripe', c => {
      passTime(state)
      const second = state.second()
      const balanceOf = (owner: string) => kroner(state.books.balance(owner, second).available)
      const nameOf = (id: string) => state.accounts.get(id)?.business_profile?.name ?? id
      const transfers = state.transfers.all().reverse().slice(0, 50)
      return c.html(page('Stripe, efterligningen', html`
<p class="fact">Kommunernes saldo: <b>${balanceOf('platform')}</b></p>
<form class="line" method="post" action="/stripe/topup"><button>Sæt ${kroner(demoTopUp)} ind</button></form>
<p><a href="/stripe/payments">Betalinger fra forældre</a></p>
<h2>Foreningernes konti</h2><div class="wide" role="region" aria-label="Foreningernes konti" tabindex="0"><table><thead><tr><th scope="col">Konto</th><th scope="col">Kan få penge</th><th scope="col" class="sum">Saldo</th><th scope="col"><span class="hint">Til banken</span></th></tr></thead><tbody>
${state.accounts.all().map(one => html`<tr><td>${nameOf(one.id)}<br><span class="hint">${one.id}</span></td><td>${one.payouts_enabled ? html`<span class="tag yes">Ja</span>` : html`<span class="tag wait">Mangler oplysninger</span>`}</td><td class="sum">${balanceOf(one.id)}</td>
<td><form method="post" action="/stripe/payout"><button name="account" value="${one.id}" aria-label="Udbetal ${nameOf(one.id)} til banken">Udbetal</button></form></td></tr>`)}</tbody></table></div>
<h2>Seneste overførsler</h2><div class="wide" role="region" aria-label="Seneste overførsler" tabindex="0"><table><thead><tr><th scope="col">Tid</th><th scope="col">Til</th><th scope="col">Reference</th><th scope="col" class="sum">Beløb</th></tr></thead><tbody>
${transfers.map(({ transfer }) => html`<tr><td>${danishTime(transfer.created * 1000)}</td><td>${nameOf(String(transfer.destination))}</td><td>${transfer.transfer_group ?? ''} ${Object.values(transfer.metadata).join(' ')}</td><td class="sum">${kroner(transfer.amount)}${transfer.amount_reversed > 0 ? html`<br><span class="hint">tilbageført ${kroner(transfer.amount_reversed)}</span>` : ''}</td></tr>`)}</tbody></table></div>
<h2>Seneste hændelser</h2><ul class="rows">${state.events.all().reverse().slice(0, 20).map(({ event }) => html`<li>${event.type} <span class="hint">${danishTime(event.created * 1000)} · ${event.id}</span></li>`)}</ul>`))
    })
    .post('/stripe/topup', c => {
      topUp(state, demoTopUp)
      return c.redirect('/stripe', 303)
    })
    .post('/stripe/payout', async c => {
      payOut(state, String((await c.req.parseBody())['account']))
      return c.redirect('/stripe', 303)
    })
    .get('/stripe/onboarding/:token', c => {
      const known = state.links.get(c.req.param('token'))
      const link = openLink(state, c.req.param('token'))
      if (!link) return known ? c.redirect(known.refreshUrl, 303) : c.html(page('Linket findes ikke', html`<p>Bed Medspil om et nyt.</p>`), 404)
      const account = accountOr404(state, link.account)
      return c.html(page('Så foreningen kan få penge', html`
<p>Her ville Stripe spørge <b>${account.business_profile?.name ?? 'foreningen'}</b> om bankkonto og legitimation. Felterne er udfyldt med opdigtede oplysninger.</p>
<form method="post"><label for="bank">Kontonummer</label><input id="bank" value="DK50 0040 0440 1162 43" readonly>
<label for="web">Hjemmeside</label><input id="web" value="${account.business_profile?.url ?? 'https://forening.example'}" readonly>
<p><button class="main" name="answer" value="complete">Godkend og gå tilbage</button></p><p><button name="answer" value="later">Gør det senere</button></p></form>`))
    })
    .post('/stripe/onboarding/:token', async c => {
      const link = openLink(state, c.req.param('token'))
      if (!link) return c.redirect(state.links.get(c.req.param('token'))?.refreshUrl ?? '/stripe', 303)
      state.links.put(link.token, { ...link, used: true })
      if ((await c.req.parseBody())['answer'] === 'complete') completeAccount(state, link.account)
      return c.redirect(link.returnUrl, 303)
    })
}
