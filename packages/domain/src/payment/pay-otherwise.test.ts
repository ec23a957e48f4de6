import { balanceOf, emptyBook, ore, post, zero, type Book, type Entry } from '@medspil/ledger'
import { describe, expect, it } from 'vitest'
import { day } from '../day.ts'
import { applyTruth, entryForMovement, entryForPaidOtherwise, entryForPaidOtherwiseUndone, leftOfLine, payOtherwise, refundFailure, stillOwed, type DisputeState, type Payment, type Refund, type RefundTruth } from './index.ts'
import { truth } from './life.test-kit.ts'

const failed: Refund = { id: 'sent', lineId: 'l', amount: ore(15_000), cause: 'cancelled-by-family', state: 'failed', stripeId: 're_1' }
const payment = (others: Refund[] = []): Payment => ({
  id: 'p', state: 'paid', amount: ore(15_000), dispute: null, disputeAmount: zero, lines: [{ id: 'l', signupId: 's', amount: ore(15_000) }], refunds: [failed, ...others],
})
const disputed = (dispute: DisputeState): Payment => ({ ...payment(), dispute, disputeAmount: ore(15_000) })
const byHand = (amount: number): Refund => ({ id: 'hand', lineId: 'l', amount: ore(amount), cause: 'dashboard', state: 'settled', stripeId: 're_2' })
const days = { id: 'r', from: day('2026-07-01'), today: day('2026-07-20') }
const say = (amount: number, paidOn = '2026-07-19', of = payment(), refund = failed) => payOtherwise(of, refund, { amount: ore(amount), paidOn: day(paidOn) }, days)

describe('betalt tilbage på anden måde', () => {
  it('er en ny tilbagebetaling af samme del; den, der ikke kom frem, bliver stående', () => {
    expect(say(15_000)).toEqual({ ok: true, refund: { id: 'r', lineId: 'l', amount: 15_000n, cause: 'cancelled-by-family', state: 'paid-otherwise', stripeId: null } })
    expect(say(4000, '2026-07-19', payment([byHand(11_000)]))).toMatchObject({ ok: true, refund: { amount: 4000n } })
  })
  it.each<[string, ReturnType<typeof say>, object]>([
    ['familien har fået det hele i hånden siden', say(15_000, '2026-07-19', payment([byHand(15_000)])), { reason: 'nothing-owed' }],
    ['familien har fået noget siden', say(15_000, '2026-07-19', payment([byHand(11_000)])), { reason: 'owed-changed', owed: 4000n }],
    ['et andet beløb', say(14_999), { reason: 'owed-changed', owed: 15_000n }],
    ['i morgen', say(15_000, '2026-07-21'), { reason: 'paid-on-other-days', from: '2026-07-01', to: '2026-07-20' }],
    ['før familien betalte', say(15_000, '2026-06-30'), { reason: 'paid-on-other-days', from: '2026-07-01', to: '2026-07-20' }],
    ['familiens bank ser på betalingen', say(15_000, '2026-07-19', disputed('open')), { reason: 'bank-still-looks' }],
    ['banken gav familien ret', say(15_000, '2026-07-19', disputed('lost')), { reason: 'nothing-owed' }],
    ['den kom frem', say(15_000, '2026-07-19', payment(), { ...failed, state: 'settled' }), { reason: 'nothing-owed' }],
  ])('nej: %s', (_, answer, whyNot) => expect(answer).toEqual({ ok: false, whyNot }))
  it('gav banken familien uret, skyldes pengene som før', () => expect(say(15_000, '2026-07-19', disputed('won')).ok).toBe(true))
  it('rød tvilling: ses der kun på tabte indsigelser, betales der, mens banken ser på det, og banken betaler det samme', () => {
    const blind = say(15_000, '2026-07-19', { ...disputed('open'), dispute: null })
    if (!blind.ok) throw new Error('refused')
    expect(blind.refund.amount + disputed('lost').disputeAmount).toBe(2n * payment().amount)
  })
  it('samme dag og den dag, der blev betalt, er med', () => {
    expect([say(15_000, '2026-07-01').ok, say(15_000, '2026-07-20').ok]).toEqual([true, true])
  })
  it('noteret én gang skyldes der ikke mere, og en gang til er der intet at betale', () => {
    const noted = say(15_000)
    if (!noted.ok) throw new Error('refused')
    const after = payment([noted.refund])
    expect(stillOwed(after, failed)).toBe(0n)
    expect(say(15_000, '2026-07-19', after)).toEqual({ ok: false, whyNot: { reason: 'nothing-owed' } })
  })
  it('Stripe ved ikke af det: sandheden dér rører det ikke, og gives der også i hånden, står det dobbelte som sin egen række', () => {
    const noted = say(15_000)
    if (!noted.ok) throw new Error('refused')
    const gone = { stripeId: 're_1', refundId: 'sent', amount: ore(15_000), state: 'failed' as const }
    const heard = truth({ session: 'complete', charged: ore(15_000), refunds: [gone] })
    expect(applyTruth(payment([noted.refund]), heard, () => 'never')).toMatchObject({ payment: payment([noted.refund]), movements: [], failedRefunds: [] })
    const twice = applyTruth(payment([noted.refund]), { ...heard, refunds: [gone, { stripeId: 're_2', refundId: null, amount: ore(15_000), state: 'settled' }] }, () => 'hand')
    expect(twice.movements).toEqual([{ kind: 'refunded', signupId: 's', amount: 15_000n }])
  })
  it.each<[string, number, RefundTruth['state'], number, string[]]>([
    ['det hele også hos Stripe', 15_000, 'settled', 15_000, ['refund-beyond-payment']], ['er på vej hos Stripe', 15_000, 'sent', 1, ['refund-beyond-payment']], ['kom ikke frem hos Stripe', 15_000, 'failed', 15_000, ['refund-failed']],
    ['en øre for meget', 4000, 'settled', 11_001, ['refund-beyond-payment']], ['netop det hele', 4000, 'settled', 11_000, []],
  ])('fik familien mere, end den betalte, vækker det et menneske én gang: %s', (_, noted, state, byHand, alarms) => {
    const so = payment([{ ...failed, id: 'r', amount: ore(noted), state: 'paid-otherwise', stripeId: null }])
    const heard = truth({ session: 'complete', charged: ore(15_000), refunds: [
      { stripeId: 're_1', refundId: 'sent', amount: ore(15_000), state: 'failed' }, { stripeId: 're_2', refundId: null, amount: ore(byHand), state },
    ] })
    const applied = applyTruth(so, heard, () => 'hand')
    expect(applied.alarms).toEqual(alarms)
    expect(applyTruth(applied.payment, heard, () => 'never').alarms).toEqual([])
  })
  it('rød tvilling: ses der kun på, hvad der er tilbage hos Stripe, er der intet galt, når det noterede også er givet dér', () => {
    const [line] = payment().lines
    const refunds: Refund[] = [failed, { ...failed, id: 'r', state: 'paid-otherwise', stripeId: null }, byHand(15_000)]
    expect([leftOfLine(line!, refunds.filter(({ stripeId }) => stripeId !== null)), leftOfLine(line!, refunds)]).toEqual([0n, -15_000n])
  })
})

describe('bogen', () => {
  const book = (entries: readonly Entry[]): Book => entries.reduce((all, entry) => {
    const posted = post(all, entry)
    if (!posted.ok) throw new Error(posted.fault.reason)
    return posted.book
  }, emptyBook)
  const received = entryForMovement('e1', { kind: 'received', signupId: 's', amount: ore(15_000) })
  const balances = (entries: readonly Entry[]) => (['card', 'paid-otherwise'] as const).map((kind) => balanceOf(book(entries), { kind })).concat((['co-payment', 'laid-out'] as const).map((kind) => balanceOf(book(entries), { kind, signupId: 's' })))

  it('kortets penge bliver hos Stripe, familiens del er gjort op, og det betalte er gået ud', () => {
    expect(balances([received, entryForPaidOtherwise('e2', 's', ore(15_000), ore(15_000))])).toEqual([-15_000n, 15_000n, 0n, 0n])
  })
  it('har foreningens krav taget delen, lægger kommunen resten ud', () => {
    expect(balances([received, entryForPaidOtherwise('e2', 's', ore(15_001), ore(15_000))])).toEqual([-15_000n, 15_001n, 0n, -1n])
  })
  it('fortrudt står alt som før', () => {
    expect(balances([received, entryForPaidOtherwise('e2', 's', ore(15_000), ore(15_000)), entryForPaidOtherwiseUndone('e3', 's', ore(15_000))])).toEqual(balances([received]))
  })
  it('rød tvilling: trækker man blot på delen uden at se, hvad der står, nægter bogen', () => {
    const blind = () => book([received, entryForPaidOtherwise('e2', 's', ore(15_001), ore(15_001))])
    expect(blind).toThrow('overdrawn')
  })
})

it.each([
  ['sent-back', null, 're_1'], ['never-arrived', 'absent-after-a-day', null], ['dispute-lost', 'dispute-lost', 're_1'], ['refused', 'charge_already_refunded', null], ['refused', null, null],
] as const)('hvorfor den ikke kom frem: %s', (why, failedWhy, stripeId) => expect(refundFailure({ failedWhy, stripeId })).toBe(why))
