import { createConnection } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { developmentSecrets } from '../index.ts'
import type { Message, Standins } from '../index.ts'
import { personaByKey } from '../personas.ts'
import { freshStandins, postJson } from '../testing.ts'

let standins: Standins
const bearer = { authorization: `Bearer ${developmentSecrets.gateway}` }

beforeAll(async () => {
  standins = await freshStandins()
})
beforeEach(() => standins.letterbox.clear())
afterAll(() => standins.close())

/** A mail over plain SMTP; gives the server's last answer to the body. */
async function sendMail(to: string, subject: string, text: string): Promise<string> {
  const socket = createConnection(standins.smtpPort, '127.0.0.1')
  let heard = ''
  const listen = async () => {
    const [part] = await once(socket, 'data') as [Buffer]
    heard = part.toString()
  }
  await listen()
  for (const line of ['HELO medspil', 'MAIL FROM:<nyt@medspil.example>', `RCPT TO:<${to}>`, 'DATA',
    `From: Medspil <nyt@medspil.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n.`]) {
    socket.write(`${line}\r\n`)
    await listen()
  }
  socket.end('QUIT\r\n')
  return heard
}

const list = async (query = '') => await (await fetch(`${standins.url}/inbox.json${query}`)).json() as Message[]

describe('Indbakken', () => {
  it('modtager mail og finder link i den', async () => {
    expect(await sendMail('Kasserer@delfinen.example', 'Nyt fra kommunen', 'Se mere: http://localhost:3000/link#abc.')).toMatch(/^250/)
    const [mail] = await list()
    expect(mail).toMatchObject({ kind: 'mail', to: 'kasserer@delfinen.example', subject: 'Nyt fra kommunen', links: ['http://localhost:3000/link#abc'], refused: null })
    expect(await (await fetch(`${standins.url}/inbox`)).text()).toContain('href="http://localhost:3000/link#abc"')
  })

  it('afviser mail, sms og Digital Post med CPR og viser dem som afvist', async () => {
    const { cpr } = personaByKey('amira')
    expect(await sendMail('a@example.dk', 'Til dig', `Dit nummer er ${cpr?.slice(0, 6)}-${cpr?.slice(6)}`)).toMatch(/^554/)
    expect(await postJson(`${standins.url}/sms`, { to: '+4512345678', from: 'Kommunen', text: `CPR ${cpr}` }, bearer)).toEqual({ error: 'holds-cpr' })
    expect(await postJson(`${standins.url}/digital-post`, { to: cpr, from: 'Kommunen', subject: 'Svar', text: `CPR ${cpr}` }, bearer)).toEqual({ error: 'holds-cpr' })
    expect((await list()).map(one => one.refused)).toEqual(['holds-cpr', 'holds-cpr', 'holds-cpr'])
    expect(await (await fetch(`${standins.url}/inbox`)).text()).toContain('Afvist')
  })

  it('tæller samme sms én gang, viser nyeste først og kan vise én modtager', async () => {
    for (const reference of ['a', 'a', 'b']) await postJson(`${standins.url}/sms`, { to: reference === 'b' ? '2' : '1', from: 'K', text: `Nyt ${reference}`, reference }, bearer)
    expect((await list()).map(one => one.text)).toEqual(['Nyt b', 'Nyt a'])
    expect(await list('?to=1')).toHaveLength(1)
  })

  it('gemmer Digital Post med PDF uden at vise modtagerens CPR', async () => {
    const { id } = await postJson(`${standins.url}/digital-post`, {
      to: personaByKey('amira').cpr, from: 'Slagelse Kommune', subject: 'Svar', text: 'Læs brevet', pdf: Buffer.from('%PDF-1.7').toString('base64'),
    }, bearer) as { id: string }
    expect((await list())[0]?.to).toMatch(/^xxxxxx-\d{4}$/)
    expect(await (await fetch(`${standins.url}/inbox/${id}.pdf`)).text()).toBe('%PDF-1.7')
  })

  it('kræver hemmeligheden', async () => {
    expect(await postJson(`${standins.url}/sms`, { to: '1', from: 'K', text: 'x' })).toEqual({ error: 'unauthorized' })
  })
})
