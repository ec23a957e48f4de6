import { Hono } from 'hono'
import { html, page } from './page.ts'

const rooms = [
  { path: '/broker/personas', name: 'Personer', what: 'Hvem man kan logge ind som, og hvad man kan prøve.' },
  { path: '/inbox', name: 'Indbakke', what: 'Hver mail, sms og hvert brev i Digital Post, som Medspil har sendt.' },
  { path: '/stripe', name: 'Stripe', what: 'Saldo, foreningernes konti, betalinger, overførsler og hændelser.' },
  { path: '/clock', name: 'Ur', what: 'Stil uret frem for at se opfølgningerne ske.' },
]

/** `/`: what the outside world consists of, and the way to the apps. */
export function landingRoutes(apps: { family?: string | undefined; desk?: string | undefined }): Hono {
  return new Hono().get('/', c => c.html(page('Omverdenen', html`
<p>Alt det uden om Medspil, efterlignet til udvikling: login, betaling, post, registre og tid. Intet forlader maskinen, og ingen af personerne findes.</p>
<ul class="rows">${rooms.map(({ path, name, what }) => html`<li style="padding:16px 8px"><a href="${path}"><b>${name}</b></a><br><span class="hint">${what}</span></li>`)}</ul>
${apps.family || apps.desk ? html`<h2>Til Medspil</h2><p>${apps.family ? html`<a class="button main" href="${apps.family}">Familiernes Medspil</a> ` : ''}${apps.desk ? html`<a class="button" href="${apps.desk}">Kommunens skrivebord</a>` : ''}</p>` : ''}`)))
}
