import { describe, expect, it } from 'vitest'
import { paymentNumber } from './payment-number.ts'

describe('betalingens nummer', () => {
  it.each([
    ['intet', '01a20446-0481-7a22-b608-000000000000', 'A000-0000'],
    ['det mindste', '01a20446-0481-7a22-b608-000000000001', 'A000-0001'],
    ['alt', '01a20446-0481-7a22-b608-ffffffffffff', 'SZZZ-ZZZZ'],
    ['kun de sidste 39 bit tæller', '00000000-0000-0000-ffff-ff8000000000', 'A000-0000'],
    ['store bogstaver er det samme', '01A20446-0481-7A22-B608-D4A827240BC6', 'F0KJ-82Y6'],
  ])('%s', (_, id, number) => expect(paymentNumber(id)).toBe(number))
  it('kan siges, kan stå på et kontoudtog, og er hverken et telefonnummer eller et CPR-nummer', () => {
    for (let n = 0; n < 2000; n += 1) {
      const number = paymentNumber(`01a20446-0481-7a22-b608-${(BigInt(n) * 549_755_813n % (1n << 48n)).toString(16).padStart(12, '0')}`)
      expect(number).toMatch(/^[A-HJKMNP-S][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/)
    }
  })
  it('to betalinger, der ender ens, har samme nummer: det finder, og det afgør ikke', () => {
    expect(paymentNumber('01a20446-0481-7a22-b608-d4a827240bc6')).toBe(paymentNumber('01b99999-1234-7abc-8fff-55a827240bc6'))
  })
  it('er kun for uuid', () => expect(() => paymentNumber('p1')).toThrow(RangeError))
})
