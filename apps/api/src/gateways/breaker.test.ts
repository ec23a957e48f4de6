import { describe, expect, it } from 'vitest'
import { Unavailable } from '../errors.ts'
import { circuitBreaker } from './breaker.ts'

describe('circuitBreaker', () => {
  const away = () => Promise.reject(new Unavailable('a neighbour'))

  it('leaves a neighbour alone after five failures in a row, and asks again after ten seconds', async () => {
    let clock = 0
    let asked = 0
    const guarded = circuitBreaker('a neighbour', () => clock)
    for (let tries = 0; tries < 9; tries += 1) await expect(guarded(() => { asked += 1; return away() })).rejects.toThrow('away')
    expect(asked).toBe(5)
    clock = 10_001
    await expect(guarded(() => Promise.resolve('back'))).resolves.toBe('back')
  })

  it('takes a plain no for an answer', async () => {
    const guarded = circuitBreaker('a neighbour')
    for (let tries = 0; tries < 9; tries += 1) await expect(guarded(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })
})
