import { expect, test } from 'vitest'
import { openPress } from './program-press.ts'

const at = new Date('2026-03-10T10:00:00Z')
const counting = (most = 2) => {
  const made: string[] = []
  const press = openPress<string>((words) => {
    made.push(words)
    if (words === 'umulig') throw new Error('ingen skrift har tegnet')
    return new Uint8Array(Buffer.from(words))
  }, most)
  return { made, ask: async (key: string, words: string) => Buffer.from(await press(key, words, at)).toString() }
}

test('to på én gang, og den næste bagefter, sættes én gang', async () => {
  const { made, ask } = counting()
  expect(await Promise.all([ask('p', 'ord'), ask('p', 'ord')])).toEqual(['ord', 'ord'])
  expect([await ask('p', 'ord'), made]).toEqual(['ord', ['ord']])
})

test('nye ord sættes på ny, og hvert program har sine egne', async () => {
  const { made, ask } = counting()
  expect([await ask('p', 'ord'), await ask('p', 'nye ord'), await ask('q', 'ord')]).toEqual(['ord', 'nye ord', 'ord'])
  expect(made).toEqual(['ord', 'nye ord', 'ord'])
})

test('der gemmes ikke flere, end der må: den, der længst ikke er spurgt om, går først', async () => {
  const { made, ask } = counting(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key, key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('ord, der ikke kan sættes, prøves én gang, indtil de er andre', async () => {
  const { made, ask } = counting()
  for (let times = 0; times < 3; times += 1) await expect(ask('p', 'umulig')).rejects.toThrow('tegnet')
  expect([await ask('p', 'mulig'), made]).toEqual(['mulig', ['umulig', 'mulig']])
})
