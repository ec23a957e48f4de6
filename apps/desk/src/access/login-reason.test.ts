import { expect, test } from 'vitest'
import { loginReason } from './login-reason.ts'

test('den, der ikke er kendt, bliver ikke bedt om at prøve igen', () => {
  expect(loginReason('not-known-here').again).toBe(false)
})

test('en adresse, nogen har rettet i, får de almindelige ord', () => {
  for (const reason of [undefined, '', 'toString', '__proto__', '<b>']) expect(loginReason(reason).title).toBe('Login gik ikke godt')
})
