import { expect, test } from 'vitest'
import { readLinkToken } from './link-token.ts'

const secret = 'a'.repeat(43)

test('kommune og hemmelighed læses af linket', () => {
  expect(readLinkToken(`#slagelse.${secret}`)).toEqual({ kommuneKey: 'slagelse', secret })
})

test.each(['', '#', '#slagelse', `#${secret}`, `#slagelse.${secret}x`, `#Slagelse.${secret}`, `#../x.${secret}`])('%s er ikke et link fra os', (fragment) => {
  expect(readLinkToken(fragment)).toBeNull()
})
