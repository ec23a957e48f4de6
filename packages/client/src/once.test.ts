import { expect, test } from 'vitest'
import { forgetRequestId, isAnswered, requestIdOf, sendOnce } from './once.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('samme handling beholder sit id, til der er svaret', () => {
  const tab = memory()
  const first = requestIdOf('signup.request:1', tab)
  expect(requestIdOf('signup.request:1', tab)).toBe(first)
  forgetRequestId('signup.request:1', tab)
  expect(requestIdOf('signup.request:1', tab)).not.toBe(first)
})

test('to handlinger deler aldrig id', () => {
  const tab = memory()
  expect(requestIdOf('signup.request:1', tab)).not.toBe(requestIdOf('signup.request:2', tab))
})

test.each([
  ['et ja', null, true],
  ['et nej fra serveren', { data: { httpStatus: 409 } }, true],
  ['en låst dør', { data: { httpStatus: 404 } }, true],
  ['en server, der gik i stykker', { data: { httpStatus: 500 } }, false],
  ['en server, der har for travlt', { data: { httpStatus: 503 } }, false],
  ['intet net', { data: null }, false],
  ['et svar uden indhold', {}, false],
])('%s: er handlingen besvaret?', (_name, error, answered) => {
  expect(isAnswered(error)).toBe(answered)
})

test('en besvaret handling glemmer sit eget id, så den samme igen er en ny; en ubesvaret beholder det', async () => {
  const tab = memory()
  const sent: string[] = []
  const send = (fails?: object) => sendOnce('saveWishes:A:B', tab, async (id) => { sent.push(id); if (fails) throw fails }).catch(() => null)
  await send({ data: null })
  await send()
  await send({ data: { httpStatus: 409 } })
  await send()
  expect([sent[0] === sent[1], sent[1] === sent[2], sent[2] === sent[3]]).toEqual([true, false, false])
})
