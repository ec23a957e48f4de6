import { html, page } from '../page.ts'
import type { Html } from '../page.ts'
import { kommuner, personas } from '../personas.ts'
import type { Persona } from '../personas.ts'

const groups = (shown: Persona[]): Array<{ heading: string; people: Persona[] }> => [
  { heading: 'Familier, unge og fritidsguider', people: shown.filter(one => one.issuer === 'mitid') },
  ...Object.values(kommuner).map(({ key, name, cvr }) => ({ heading: name, people: shown.filter(one => one.cvr === cvr && one.kommuneKeys.includes(key)) })),
  { heading: 'Foreninger', people: shown.filter(one => one.role === 'chair' || one.role === 'treasurer') },
].filter(({ people }) => people.length > 0)

const described = (one: Persona) => html`<b>${one.name}${one.profession ? `, ${one.profession.toLowerCase()}` : ''}</b><span>${one.tryThis}</span>`

/** The list to choose from during a login; a click is the login. */
export function choosePersonaPage(issuer: Persona['issuer'], action: string): Html {
  const shown = personas.filter(one => one.issuer === issuer)
  return page('Vælg, hvem du er', html`
<p>${issuer === 'mitid' ? 'Her ville MitID spørge efter dit kodeord.' : 'Her ville MitID Erhverv eller kommunens login spørge, hvem du er.'} Alle er opdigtede.</p>
<form method="post" action="${action}">${groups(shown).map(({ heading, people }) => html`<h2>${heading}</h2>
<ul class="rows">${people.map(one => html`<li><button class="row" name="persona" value="${one.key}">${described(one)}</button></li>`)}</ul>`)}
<h2>Fortryd</h2><button name="cancel" value="yes">Gå tilbage uden at logge ind</button></form>`)
}

/** The same people as a plain list to read. */
export function personaListPage(): Html {
  return page('Personer, man kan være', html`
<p>Log ind i Medspil, og vælg en af dem. Ingen af dem findes, og deres CPR-numre er opdigtede (fødselsdag + 60).</p>
${groups(personas).map(({ heading, people }) => html`<h2>${heading}</h2><ul class="rows">${people.map(one => html`<li style="padding:12px 8px"><b>${one.name}</b>${one.profession ? `, ${one.profession.toLowerCase()}` : ''}
<span class="tag">${one.issuer === 'mitid' ? 'MitID' : 'MitID Erhverv'}</span><br><span class="hint">${one.tryThis} <code>${one.key}</code></span></li>`)}</ul>`)}`)
}
