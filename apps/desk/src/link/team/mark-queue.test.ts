import { describe, expect, test } from 'vitest'
import { addToQueue, readQueue, sendQueue, shownMark, type QueuedMark } from './mark-queue.ts'

function phone() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key), kept }
}
const mark = (requestId: string, said: QueuedMark['mark'] = 'present', rowId = 'alma'): QueuedMark => ({ requestId, rowId, day: '2026-09-03', mark: said, markedAt: '2026-09-03T15:00:00.000Z' })
const silence = new Error('silence')
const isSilence = (error: unknown) => error === silence

describe('uden net', () => {
  test('krydset ligger på telefonen, til serveren har svaret, og rækkefølgen holdes', async () => {
    const memory = phone()
    addToQueue('hold', mark('1'), memory)
    addToQueue('hold', mark('2', 'present', 'noah'), memory)
    expect(await sendQueue('hold', memory, () => Promise.reject(silence), isSilence)).toEqual({ refused: [], stoppedBy: silence })
    expect(readQueue('hold', memory).map(({ requestId }) => requestId)).toEqual(['1', '2'])
    const sent: string[] = []
    await sendQueue('hold', memory, async ({ requestId }) => sent.push(requestId), isSilence)
    expect(sent).toEqual(['1', '2'])
    expect(memory.kept.size).toBe(0)
  })
  test('svaret gik tabt: samme id sendes igen', async () => {
    const memory = phone()
    addToQueue('hold', mark('1'), memory)
    const seen: string[] = []
    await sendQueue('hold', memory, ({ requestId }) => { seen.push(requestId); return Promise.reject(silence) }, isSilence)
    await sendQueue('hold', memory, async ({ requestId }) => seen.push(requestId), isSilence)
    expect(seen).toEqual(['1', '1'])
  })
  test('et nej fra serveren stopper ikke de andre', async () => {
    const memory = phone()
    addToQueue('hold', mark('1'), memory)
    addToQueue('hold', mark('2', 'present', 'noah'), memory)
    const no = new Error('lukket')
    expect(await sendQueue('hold', memory, ({ requestId }) => (requestId === '1' ? Promise.reject(no) : Promise.resolve()), isSilence)).toEqual({ refused: [no], stoppedBy: null })
    expect(readQueue('hold', memory)).toEqual([])
  })
  test('et kryds sat, mens køen sendes, sendes også', async () => {
    const memory = phone()
    addToQueue('hold', mark('1'), memory)
    const sent: string[] = []
    await sendQueue('hold', memory, async ({ requestId }) => { sent.push(requestId); if (requestId === '1') addToQueue('hold', mark('2'), memory) }, isSilence)
    expect(sent).toEqual(['1', '2'])
  })
})

describe('samme barn krydset to gange uden net', () => {
  test('det sidste kryds er det, der sendes; et andet møde samme dag er sit eget', async () => {
    const memory = phone()
    addToQueue('hold', { ...mark('1'), timeFrom: '09:00' }, memory)
    addToQueue('hold', { ...mark('2', 'absent'), timeFrom: '13:00' }, memory)
    addToQueue('hold', { ...mark('3', 'absent'), timeFrom: '09:00' }, memory)
    const sent: string[] = []
    await sendQueue('hold', memory, async ({ requestId }) => sent.push(requestId), isSilence)
    expect(sent).toEqual(['2', '3'])
  })
  test('rettet, mens det første er på vej: begge kan nå frem, og det sidste gælder', async () => {
    const memory = phone()
    addToQueue('hold', mark('1'), memory)
    const sent: string[] = []
    await sendQueue('hold', memory, async ({ requestId }) => { sent.push(requestId); if (requestId === '1') addToQueue('hold', mark('2', 'absent'), memory) }, isSilence)
    expect([sent, memory.kept.size]).toEqual([['1', '2'], 0])
  })
})

describe('hvad rækken viser', () => {
  test.each([
    ['intet venter: det, serveren har', 'absent', [], 'absent'], ['telefonens sidste kryds', 'absent', [mark('1', 'absent'), mark('2', 'present')], 'present'],
    ['fortrudt er tomt', 'present', [mark('1', 'unknown')], null], ['et andet barns kryds rører ikke dette', null, [mark('1', 'present', 'noah')], null],
  ] as const)('%s', (_name, server, queue, shown) => expect(shownMark(server, queue, 'alma', '2026-09-03')).toBe(shown))
  test('hukommelse, der ikke kan læses, er en tom kø', () => {
    const memory = phone()
    memory.setItem('medspil-marks:hold', '{ikke json')
    expect(readQueue('hold', memory)).toEqual([])
  })
})
