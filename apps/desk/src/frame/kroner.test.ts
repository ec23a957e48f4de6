import { expect, test } from 'vitest'
import { kronerFromOre, oreFromKroner } from './kroner.ts'

test('et beløb læses, som folk skriver det', () => {
  expect(oreFromKroner('750')).toBe(75_000n)
  expect(oreFromKroner('1.250,50 kr.')).toBe(125_050n)
  expect(oreFromKroner(' 1 250,5 ')).toBe(125_050n)
})

test('det, der ikke er et beløb, bliver ikke til et', () => {
  for (const typed of ['', 'x', '1,255', '1.25', '-5', '1.2500', '12.34,5']) expect(oreFromKroner(typed)).toBeNull()
})

test('et beløb, der skrives i et felt, læses som det samme', () => {
  for (const ore of [0n, 5n, 100n, 75_000n, 125_050n, 99_999_999n]) expect(oreFromKroner(kronerFromOre(ore))).toBe(ore)
})
