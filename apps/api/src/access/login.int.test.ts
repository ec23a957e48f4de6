import { newId } from '@medspil/db'
import { personKeyOf } from '@medspil/db/person'
import { Cpr } from '@medspil/db/cpr'
import { personaByKey } from '@medspil/standins/personas'
import { at, job, withDatabase } from '@medspil/testing/database'
import { makeKommune, makeStaff } from '@medspil/testing/factories'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import { gatewaySecret, type StandinProcess, startStandinProcess } from '../../test/standins.ts'
import { nowAt } from '../clock.ts'
import { openGateways } from '../gateways/open-gateways.ts'
import { freePort, type RunningApi, startApi, testEnvironment } from '../testing.ts'

const test = withDatabase()
let standins: StandinProcess
let api: RunningApi
let kommuneId: string
/** Moves the API's security time, as waiting would. */
let waited = 0

beforeAll(async () => {
  const port = await freePort()
  standins = await startStandinProcess(['family', 'desk'].map((app) => `http://${app}.localhost:${port}/login/callback`))
  const env = testEnvironment({
    OIDC_MITID_ISSUER: standins.issuers.mitid, OIDC_ERHVERV_ISSUER: standins.issuers.erhverv, REGISTRY_URL: `${standins.url}/registry`, REGISTRY_SECRET: gatewaySecret,
  })
  const { database, admin } = test()
  kommuneId = (await makeKommune(admin, { key: 'slagelse', name: 'Slagelse Kommune' })).id
  await makeKommune(admin, { key: 'holstebro', name: 'Holstebro Kommune' })
  const birgit = personaByKey('slagelse-caseworker')
  await database.asActor(job(kommuneId), { now: at('2026-11-20'), procedure: 'test' }, async (tx) => {
    const personKey = personKeyOf(tx, Cpr.parse(birgit.cpr ?? '') ?? (() => { throw new Error('the persona has a CPR') })())
    const caseworker = await makeStaff(tx, 'caseworker', { personKey, name: birgit.name })
    await makeStaff(tx, 'leader', { personKey, name: birgit.name })
    await tx.db.identity.createMany({ data: [{ kommuneId, id: newId(), issuer: standins.issuers.erhverv, subject: birgit.sub, personKey, staffId: caseworker.id }] })
  })
  api = await startApi({ database, env, gateways: openGateways(env), port, securityClock: () => nowAt(new Date(Date.now() + waited)) })
})

afterAll(async () => {
  await api?.stop()
  await standins?.stop()
})

const login = (browser: ReturnType<typeof openBrowser>, app: 'family' | 'desk', persona: string, more = '') =>
  browser.go(`${api[app]}/login/start?kommune=slagelse&returnTo=/slagelse/mine&persona=${persona}${more}`)
const whoAmI = async (browser: ReturnType<typeof openBrowser>, app: 'family' | 'desk' = 'family', kommune = 'slagelse') =>
  (await browser.call(api[app], kommune, 'access.whoAmI')).body as { kind: string; name: string | null; id: string | null; otherRoles: { staffId: string }[] }
const cookieName = { family: '__Host-medspil-family', desk: '__Host-medspil-desk' }

describe('Login hos stand-in-brokeren', () => {
  it('en mor logger ind med MitID og er sig selv, og hendes børn kommer med', async () => {
    const browser = openBrowser()
    const landed = await login(browser, 'family', 'amira')
    expect(landed.url.pathname).toBe('/slagelse/mine')
    expect(await whoAmI(browser)).toMatchObject({ kind: 'family', name: 'Amira Ahmadi' })
    const children = await test().admin.query(`select c.name, r.kind, c.cpr_sealed is not null as sealed from relation r join person c on c.id = r.child_id and c.kommune_id = r.kommune_id
      join person a on a.id = r.adult_id and a.kommune_id = r.kommune_id where a.name = 'Amira Ahmadi' order by c.name`)
    expect(children.rows).toEqual([{ name: 'Sami Ahmadi', kind: 'custody', sealed: true }, { name: 'Yara Ahmadi', kind: 'custody', sealed: true }])
  })

  it('et barn med beskyttet adresse bliver aldrig mindre beskyttet, og en 15-årig er sig selv', async () => {
    await login(openBrowser(), 'family', 'signe')
    await login(openBrowser(), 'family', 'henrik')
    const emma = await test().admin.query(`select address_protected, count(*) over ()::int as n from person where name = 'Emma Lund'`)
    expect(emma.rows).toEqual([{ address_protected: true, n: 1 }])
    const freja = openBrowser()
    await login(freja, 'family', 'freja')
    expect(await whoAmI(freja)).toMatchObject({ kind: 'family', name: 'Freja Holst' })
  })

  it('en side uden kommune, eller med en ukendt, er ikke fundet', async () => {
    expect((await openBrowser().call(api.family, 'nowhere', 'access.kommune')).status).toBe(404)
    expect((await openBrowser().call(api.family, 'slagelse', 'access.kommune')).status).toBe(200)
  })

  it('cookien er __Host-, Secure, HttpOnly og SameSite', async () => {
    const browser = openBrowser()
    const started = await browser.get(`${api.family}/login/start?kommune=slagelse`)
    expect(String(started.headers['set-cookie'])).toMatch(/^__Host-medspil-login=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
  })

  it('en anden kommunes side ser en besøgende', async () => {
    const browser = openBrowser()
    await login(browser, 'family', 'amira')
    expect((await whoAmI(browser, 'family', 'holstebro')).kind).toBe('visitor')
  })

  it('en cookie, der var sat før login, bliver aldrig en session', async () => {
    const browser = openBrowser()
    const planted = `slagelse.${'a'.repeat(43)}`
    browser.setCookie('family.localhost', cookieName.family, planted)
    await login(browser, 'family', 'amira')
    expect(browser.cookie('family.localhost', cookieName.family)).not.toBe(planted)
    const thief = openBrowser()
    thief.setCookie('family.localhost', cookieName.family, planted)
    expect((await whoAmI(thief)).kind).toBe('visitor')
  })

  it('et nyt login ender det gamle, og log ud ender det på serveren', async () => {
    const browser = openBrowser()
    await login(browser, 'family', 'amira')
    const first = browser.cookie('family.localhost', cookieName.family) ?? ''
    await login(browser, 'family', 'amira')
    const second = browser.cookie('family.localhost', cookieName.family) ?? ''
    const other = openBrowser()
    other.setCookie('family.localhost', cookieName.family, first)
    expect((await whoAmI(other)).kind).toBe('visitor')
    expect((await browser.post(`${api.family}/login/out`, { headers: { origin: api.family, 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
    other.setCookie('family.localhost', cookieName.family, second)
    expect((await whoAmI(other)).kind).toBe('visitor')
  })

  it('en familie er logget ud efter 30 minutter uden brug, en ansat efter 15', async () => {
    const [family, desk] = [openBrowser(), openBrowser()]
    await login(family, 'family', 'amira')
    await login(desk, 'desk', 'slagelse-caseworker')
    waited = 20 * 60_000
    expect([(await whoAmI(family)).kind, (await whoAmI(desk, 'desk')).kind]).toEqual(['family', 'visitor'])
    waited = 55 * 60_000
    expect((await whoAmI(family)).kind).toBe('visitor')
    waited = 0
  })

  it('en sagsbehandler kender sine roller og vælger en anden', async () => {
    const browser = openBrowser()
    await login(browser, 'desk', 'slagelse-caseworker')
    const me = await whoAmI(browser, 'desk')
    expect(me).toMatchObject({ kind: 'caseworker', name: 'Birgit Holm', otherRoles: [{ role: 'leader' }] })
    const chosen = await browser.call(api.desk, 'slagelse', 'access.chooseRole', { requestId: newId(), staffId: me.otherRoles[0]?.staffId })
    expect(chosen.status).toBe(200)
    expect((await whoAmI(browser, 'desk')).kind).toBe('leader')
  })

  it('en lærers private MitID åbner intet skrivebord, heller ikke ad guidernes vej', async () => {
    const sofie = personaByKey('slagelse-fagperson')
    expect(personaByKey('sofie').cpr).toBe(sofie.cpr)
    await test().database.asActor(job(kommuneId), { now: at('2026-11-20'), procedure: 'test' }, (tx) =>
      makeStaff(tx, 'fagperson', { personKey: personKeyOf(tx, Cpr.parse(sofie.cpr ?? '')!), name: sofie.name }))
    await login(openBrowser(), 'family', 'sofie')
    const browser = openBrowser()
    const landed = await browser.go(`${api.desk}/login/guide?kommune=slagelse&persona=sofie`)
    expect([landed.url.search, (await whoAmI(browser, 'desk')).kind]).toEqual(['?hvorfor=not-known-here', 'visitor'])
  })

  it('en ansat, der er stoppet, er ude ved næste kald', async () => {
    const browser = openBrowser()
    await login(browser, 'desk', 'slagelse-caseworker')
    await test().admin.query(`update staff set active = false where name = 'Birgit Holm'`)
    expect((await whoAmI(browser, 'desk')).kind).toBe('visitor')
    await test().admin.query(`update staff set active = true where name = 'Birgit Holm'`)
  })

  it('et nyt bevis kræver samme person', async () => {
    const browser = openBrowser()
    await login(browser, 'family', 'amira')
    expect((await login(browser, 'family', 'amira', '&stepUp=1')).url.pathname).toBe('/slagelse/mine')
    browser.forget('localhost')
    expect((await login(browser, 'family', 'signe', '&stepUp=1')).url.search).toBe('?hvorfor=other-person')
  })

  it.each([
    ['family', 'low-level', 'level-too-low'], ['family', 'without-cpr', 'not-known-here'], ['family', 'lene', 'not-known-here'], ['desk', 'slagelse-leader', 'not-known-here'],
  ] as const)('%s som %s bliver afvist: %s', async (app, persona, why) => {
    const landed = await login(openBrowser(), app, persona)
    expect(landed.url.pathname + landed.url.search).toBe(`/slagelse/login-fejl?hvorfor=${why}`)
  })

  it.each([
    'bad-signature', 'alg-none', 'hs256-public-key', 'unknown-key', 'wrong-issuer', 'wrong-audience', 'wrong-nonce', 'missing-nonce', 'expired', 'issued-in-the-future',
    'level-missing', 'level-low', 'stale-auth-time', 'mixed-up-issuer', 'error-500', 'garbage', 'hang',
  ] as const)('en fjendtlig broker (%s) giver intet login', async (mode) => {
    await standins.hostile(mode)
    const browser = openBrowser()
    const landed = await login(browser, 'family', 'amira')
    expect(landed.url.pathname).toBe('/slagelse/login-fejl')
    expect(browser.cookie('family.localhost', cookieName.family)).toBeUndefined()
  })

  it('et svar fra brokeren duer kun én gang og kun i den browser, der begyndte', async () => {
    const browser = openBrowser()
    let answer = await browser.get(`${api.family}/login/start?kommune=slagelse&persona=amira`)
    while (!answer.headers['location']?.includes('/login/callback')) answer = await browser.get(new URL(String(answer.headers['location']), answer.url).href)
    const callback = String(answer.headers['location'])
    expect(String((await openBrowser().get(callback)).headers['location'])).toContain('login-fejl')
    const attempt = browser.cookie('family.localhost', '__Host-medspil-login') ?? ''
    expect(String((await browser.get(callback)).headers['location'])).not.toContain('login-fejl')
    browser.setCookie('family.localhost', '__Host-medspil-login', attempt)
    expect(String((await browser.get(callback)).headers['location'])).toContain('login-fejl')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/holstebro', '/slagelse/../x', 'javascript:alert(1)', '/slagelse\r\nx', '/slagelse//evil.example'])('returnTo %j fører ikke ud', async (wanted) => {
    const landed = await openBrowser().go(`${api.family}/login/start?kommune=slagelse&persona=amira&returnTo=${encodeURIComponent(wanted)}`)
    expect(landed.url.origin + landed.url.pathname).toBe(`${api.family}/slagelse`)
  })
})

describe('Fremmede sider', () => {
  it.each([
    ['en fremmed formular', { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }, 403],
    ['en formular fra vores egen adresse', { 'content-type': 'multipart/form-data; boundary=x', origin: 'OWN' }, 415],
    ['uden Origin', { 'content-type': 'application/json' }, 403],
    ['på tværs af sider', { 'content-type': 'application/json', origin: 'OWN', 'sec-fetch-site': 'cross-site' }, 403],
  ] as const)('%s når intet', async (_name, headers, status) => {
    const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === 'OWN' ? api.family : value]))
    expect((await openBrowser().post(`${api.family}/trpc/access.whoAmI`, { headers: own, body: '{}' })).status).toBe(status)
  })

  it('GET kalder ingen procedure, og hvert svar har de faste headere', async () => {
    const answer = await openBrowser().get(`${api.family}/trpc/access.kommuner`)
    expect(answer.status).toBe(405)
    for (const name of ['content-security-policy', 'strict-transport-security', 'x-content-type-options', 'referrer-policy', 'cache-control']) expect(answer.headers[name]).toBeTruthy()
  })

  it('et nyt opdigtet kommunenavn for hvert forsøg giver ikke flere forsøg', async () => {
    const browser = openBrowser()
    const tryOut = (n: number) => browser.post(`${api.family}/login/out`, { headers: { origin: api.family, 'sec-fetch-site': 'same-origin', 'medspil-kommune': `k${n}` } })
    const statuses = []
    for (let n = 0; n < 620; n += 20) statuses.push(...await Promise.all(Array.from({ length: 20 }, (_, i) => tryOut(n + i))))
    expect(statuses.at(-1)?.status).toBe(429)
  })
})
