import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsCpr, passesModulus11 } from './cpr.ts'
import { developmentSecrets } from './index.ts'
import type { Standins } from './index.ts'
import { companies, personaByKey, personas, registeredChildren } from './personas.ts'
import type { RegisterAnswer } from './personas.ts'
import { freshStandins, postJson } from './testing.ts'

let standins: Standins
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'medspil-standins-'))
  standins = await freshStandins({ dataDir })
})
afterAll(async () => {
  await standins.close()
  await rm(dataDir, { recursive: true })
})

const bearer = { authorization: `Bearer ${developmentSecrets.gateway}` }
const childCpr = (key: string) => registeredChildren.find(one => one.key === key)?.cpr ?? ''
const lookUp = async (cpr: string) => await postJson(`${standins.url}/registry/person`, { cpr }, bearer) as RegisterAnswer

describe('Personerne', () => {
  it('har faste nøgler og opdigtede CPR-numre; kun én består ikke modulus 11', () => {
    expect(new Set(personas.map(one => one.key)).size).toBe(personas.length)
    const cprs = personas.flatMap(one => one.cpr ?? [])
    for (const cpr of cprs) expect(Number(cpr.slice(0, 2))).toBeGreaterThan(60)
    expect(personas.filter(one => one.cpr !== null && !passesModulus11(one.cpr)).map(one => one.key)).toEqual(['modulus-11'])
  })

  it('dækker hver rolle i hver kommune, og unge på 15 og 17', () => {
    for (const kommune of ['slagelse', 'holstebro', 'esbjerg', 'stevns']) {
      for (const role of ['fagperson', 'fritidsvejleder', 'caseworker', 'ex-caseworker', 'leader', 'preparer', 'payer', 'payer-2', 'administrator']) {
        expect(personaByKey(`${kommune}-${role}`).name).not.toBe('')
      }
    }
    expect([personaByKey('freja').birthDay, personaByKey('mikkel').birthDay]).toEqual(['2011-03-03', '2009-02-18'])
  })

  it('CPR bliver fundet i tekst, men CVR, beløb og id bliver ikke', () => {
    for (const text of ['7102174008', 'nr. 710217-4008.', '110217 4008', 'er 0101001234']) expect(holdsCpr(text), text).toBe(true)
    for (const text of ['10203042', '12345678', '850,00', 'acct_1710217400811', '2026-11-22 16.30', 'F-2291', '550e8400-e29b-41d4-a716-446655440000']) expect(holdsCpr(text), text).toBe(false)
  })
})

describe('Personregistret', () => {
  it('kender mor med forældremyndighed og far uden', async () => {
    const { guardians } = await lookUp(childCpr('yara'))
    expect(guardians.map(({ person, relation }) => [person.name, relation.kind])).toEqual([['Amira Ahmadi', 'custody-sole'], ['Rasmus Ahmadi Vind', 'no-custody']])
    expect((await lookUp(personaByKey('amira').cpr ?? '')).children.map(one => one.person.name)).toEqual(['Yara Ahmadi', 'Sami Ahmadi'])
  })

  it('kender beskyttet adresse, to hjem og plejefamilie', async () => {
    expect((await lookUp(childCpr('emma'))).person.protection).not.toBeNull()
    expect((await lookUp(childCpr('noah'))).guardians.map(one => one.relation.residence)).toEqual(['shared', 'shared'])
    expect((await lookUp(childCpr('malte'))).guardians.map(one => one.relation.kind)).toEqual(['foster', 'custody-sole'])
  })

  it('kræver hemmeligheden og svarer 404 på ukendt nummer', async () => {
    expect((await fetch(`${standins.url}/registry/person/7102174008`)).status).toBe(401)
    expect((await fetch(`${standins.url}/registry/person/7102174009`, { headers: bearer })).status).toBe(404)
    expect((await fetch(`${standins.url}/registry/person/710217-4008`, { headers: bearer })).status).toBe(200)
  })

  it('CVR-registret kender hver forening én gang', async () => {
    expect(new Set(companies.map(one => one.cvr)).size).toBe(companies.length)
    expect(await (await fetch(`${standins.url}/cvr/10203042`)).json()).toMatchObject({ name: 'Svømmeklubben Delfinen', status: 'active' })
  })
})

describe('Uret', () => {
  it('går frem, bliver husket efter genstart og kan nulstilles', async () => {
    const day = 24 * 60 * 60 * 1000
    expect(await postJson(`${standins.url}/clock`, { days: 14 })).toMatchObject({ offsetMs: 14 * day })
    await postJson(`${standins.url}/clock`, { months: 3 })
    const { offsetMs } = await (await fetch(`${standins.url}/clock`)).json() as { offsetMs: number }
    expect(offsetMs).toBeGreaterThanOrEqual((14 + 89) * day)
    await standins.close()
    standins = await freshStandins({ dataDir })
    expect(standins.clock.offsetMs()).toBe(offsetMs)
    await postJson(`${standins.url}/clock`, { reset: true })
    expect(standins.clock.offsetMs()).toBe(0)
    expect(await postJson(`${standins.url}/clock`, { hours: 5 })).toMatchObject({ offsetMs: 5 * day / 24 })
    await postJson(`${standins.url}/clock`, { reset: true })
  })

  it('afviser at gå tilbage', async () => {
    expect(await postJson(`${standins.url}/clock`, { days: -1 })).toHaveProperty('error')
  })
})

describe('Siderne', () => {
  it.each(['/', '/broker/personas', '/inbox', '/stripe', '/clock'])('%s er dansk og har én overskrift', async path => {
    const text = await (await fetch(standins.url + path, { headers: { accept: 'text/html' } })).text()
    expect(text).toContain('<html lang="da">')
    expect(text.match(/<h1>/g)).toHaveLength(1)
  })
})
