import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { isDeclarationValid, mayBePaid, mayList, mayReceiveChild, moveForening, type Forening } from './forening.ts'
import { foreningMoves, type ApprovalState } from './states.ts'

const aForening = (part: Partial<Forening> = {}): Forening => ({
  state: 'approved', since: day('2026-01-10'), limitedTo: null, providerType: 'approved-folkeoplysende',
  declaredOn: day('2026-01-15'), payment: { rail: 'nemkonto', cvr: '12345678', namedReceiver: null }, ...part,
})
const today = day('2026-09-03')
const allowed = ['approved-folkeoplysende']
const reason = (verdict: { ok: boolean; whyNot?: { reason: string } }) => verdict.whyNot?.reason ?? 'ja'

describe('erklæringen gælder til 31. december', () => {
  test.each([
    ['samme dag', '2026-01-15', '2026-01-15', true], ['nytårsaften', '2026-01-15', '2026-12-31', true],
    ['nytårsdag', '2026-01-15', '2027-01-01', false], ['dagen før den er givet', '2026-01-15', '2026-01-14', false],
  ])('%s', (_name, declaredOn, on, valid) => expect(isDeclarationValid(day(declaredOn), day(on))).toBe(valid))
  test('aldrig givet', () => expect(isDeclarationValid(null, today)).toBe(false))
})

describe('hvad en forening må', () => {
  const cases: [string, Partial<Forening>, string, string, string][] = [
    ['godkendt med erklæring', {}, 'ja', 'ja', 'ja'],
    ['kendt, men ikke søgt', { state: 'known' }, 'forening-not-approved', 'forening-not-approved', 'forening-not-approved'],
    ['afvist', { state: 'refused' }, 'forening-not-approved', 'forening-not-approved', 'forening-not-approved'],
    ['erklæring fra sidste år', { declaredOn: day('2025-12-30') }, 'forening-declaration-missing', 'forening-declaration-missing', 'forening-declaration-missing'],
    ['mangler-erklæring, men nu givet', { state: 'declaration-missing' }, 'ja', 'ja', 'ja'],
    ['sat på pause', { state: 'suspended' }, 'forening-suspended', 'forening-suspended', 'forening-suspended'],
    ['lukket', { state: 'closed' }, 'forening-closed', 'forening-closed', 'forening-closed'],
    ['godkendt til andet end dette tilbud', { state: 'approved-with-limits', limitedTo: ['dans'] }, 'forening-approval-limited', 'forening-approval-limited', 'ja'],
    ['privat udbyder, som ordningen ikke tager', { providerType: 'private' }, 'ja', 'provider-type-excluded', 'ja'],
    ['uden CVR og uden navngiven modtager', { payment: { rail: 'nemkonto', cvr: null, namedReceiver: null } }, 'ja', 'ja', 'forening-named-receiver-missing'],
    ['uden CVR, men med modtager', { payment: { rail: 'nemkonto', cvr: null, namedReceiver: 'Kasserer' } }, 'ja', 'ja', 'ja'],
    ['Stripe uden konto', { payment: { rail: 'stripe', accountId: null, missing: [] } }, 'ja', 'ja', 'forening-payment-details-missing'],
    ['Stripe mangler oplysninger', { payment: { rail: 'stripe', accountId: 'acct_1', missing: ['external_account'] } }, 'ja', 'ja', 'forening-stripe-not-ready'],
  ]
  test.each(cases)('%s', (_name, part, list, child, paid) => {
    const forening = aForening(part)
    expect([mayList(forening, 'svømning', today), mayReceiveChild(forening, 'svømning', allowed, today), mayBePaid(forening, today)].map(reason))
      .toEqual([list, child, paid])
  })
})

describe('foreningens vej', () => {
  const states = Object.keys(foreningMoves) as ApprovalState[]
  test.each(states)('fra %s kun ad tabellen', (state) => {
    for (const to of states) expect(moveForening(aForening({ state }), to, today).ok).toBe(foreningMoves[state].includes(to))
  })
  test('en ny tilstand begynder i dag', () => {
    expect(moveForening(aForening(), 'suspended', today)).toMatchObject({ ok: true, forening: { state: 'suspended', since: today } })
  })
})
