import { ore, sum, zero } from '@medspil/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../day.ts'
import { instant, signupMoves, type SignupState } from '../signup/index.ts'
import { applyTruth, entriesForMovements, entryForCovered, fateOfLine, laterRefund, leftOfLine, refundDue, sessionEnds, startPayment, stillOwed, type CheckoutTruth, type PayableSignup, type Payment } from './index.ts'
import { truth } from './life.test-kit.ts'

const rule = [{ untilDays: 14, percent: 100 }, { untilDays: 3, percent: 50 }]
const share = { amount: ore(15_001), left: ore(15_001), cause: 'cancelled-by-family' as const, rule, firstDay: day('2026-07-06') }

describe('hvad familien får tilbage', () => {
  it.each([
    ['14 dage før: det hele', '2026-06-22', 15_001n], ['13 dage før: halvdelen, rundet ned', '2026-06-23', 7500n],
    ['3 dage før: halvdelen', '2026-07-03', 7500n], ['2 dage før: intet', '2026-07-04', 0n], ['efter første dag: intet', '2026-07-08', 0n],
  ])('%s', (_, today, expected) => expect(refundDue({ ...share, today: day(today) })).toBe(expected))
  it('aflyser andre, kommer alt tilbage', () => {
    for (const cause of ['cancelled-by-forening', 'cancelled-by-kommune', 'declined', 'paid-too-late', 'paid-twice'] as const)
      expect(refundDue({ ...share, cause, today: day('2026-07-06') })).toBe(15_001n)
  })
  it('aldrig mere end der er tilbage', () => expect(refundDue({ ...share, left: ore(100), today: day('2026-06-01') })).toBe(100n))
})

describe('bogen over familiens del', () => {
  const received = { kind: 'received' as const, signupId: 's', amount: ore(15_000) }
  const refunded = (amount: number) => ({ kind: 'refunded' as const, signupId: 's', amount: ore(amount) })
  const post = (movements: Parameters<typeof entriesForMovements>[0], held = 0) => {
    let n = 0
    return entriesForMovements(movements, new Map([['s', ore(held)]]), () => `e${n += 1}`).map(({ postings }) => Object.fromEntries(postings.map(({ account, amount }) => [account.kind, amount])))
  }
  it('penge tilbage tages af delen, så længe de står der', () => expect(post([received, refunded(4_000)])).toEqual([{ card: -15_000n, 'co-payment': 15_000n }, { 'co-payment': -4_000n, card: 4_000n }]))
  it('er delen arrangørens krav, lægger kommunen ud', () => expect(post([refunded(4_000)])).toEqual([{ 'laid-out': -4_000n, card: 4_000n }]))
  it('står der noget, tages det først, og to i træk deler ikke det samme', () =>
    expect(post([refunded(4_000), refunded(4_000)], 5_000)).toEqual([{ 'co-payment': -4_000n, card: 4_000n }, { 'co-payment': -1_000n, 'laid-out': -3_000n, card: 4_000n }]))
  it('dækkes det, er udlægget væk', () => expect(entryForCovered('e', 's', ore(3_000)).postings).toEqual([{ account: { kind: 'co-payment', signupId: 's' }, amount: -3_000n }, { account: { kind: 'laid-out', signupId: 's' }, amount: 3_000n }]))
  it('delen går aldrig i minus, i hvilken orden det end sker', () => fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 12 }), fc.integer({ min: 0, max: 30_000 }), (amounts, held) => {
    const entries = post(amounts.map((amount, n) => (n % 3 === 0 ? { ...received, amount: ore(amount) } : refunded(amount))), held)
    let share = BigInt(held)
    for (const entry of entries) {
      share += entry['co-payment'] ?? 0n
      expect(share).toBeGreaterThanOrEqual(0n)
      expect(Object.values(entry).reduce((all, amount) => all + amount, 0n)).toBe(0n)
    }
  })))
})

describe('at begynde en betaling', () => {
  const at = instant('2026-06-02T08:10:00.000Z')
  const signup = (part: Partial<PayableSignup> = {}): PayableSignup =>
    ({ id: 'a', state: 'seat-held', programId: 'p', familyPays: ore(15_000), heldUntil: instant('2026-06-02T08:30:00.000Z'), openPaymentId: null, ...part })
  const linesOf = () => ['a']
  it('to pladser i ét program er én betaling', () => expect(startPayment([signup(), signup({ id: 'b', familyPays: ore(100) })], linesOf, at)).toEqual({ kind: 'start', amount: 15_100n }))
  it('den samme igen er det samme Checkout', () => expect(startPayment([signup({ openPaymentId: 'x' })], linesOf, at)).toEqual({ kind: 'open-already', paymentId: 'x' }))
  it.each<[string, PayableSignup[], string]>([
    ['ingen', [], 'payment-of-one-program'], ['to programmer', [signup(), signup({ programId: 'q' })], 'payment-of-one-program'], ['et hold', [signup({ programId: null })], 'payment-of-one-program'],
    ['allerede betalt', [signup({ state: 'confirmed' })], 'nothing-to-pay'], ['tiden er gået', [signup({ heldUntil: instant('2026-06-02T08:09:59.999Z') })], 'seat-over'],
    ['et andet Checkout er åbent', [signup({ openPaymentId: 'x' }), signup({ id: 'b' })], 'payment-open-already'], ['under det mindste', [signup({ familyPays: ore(249) })], 'nothing-to-pay'],
  ])('%s', (_, signups, reason) => {
    const answer = startPayment(signups, linesOf, at)
    expect(answer.kind === 'refused' && answer.whyNot.reason).toBe(reason)
  })
  it('Checkout lukker med pladsen, men aldrig før en time og aldrig efter et døgn', () => {
    expect(sessionEnds(0, 10 * 60_000)).toBe(60 * 60_000)
    expect(sessionEnds(0, 90 * 60_000)).toBe(90 * 60_000)
    expect(sessionEnds(0, 72 * 3_600_000)).toBe(23 * 3_600_000)
  })
})

describe('hvad en betaling fører til', () => {
  it.each<[SignupState, boolean, string]>([
    ['awaiting-payment', false, 'place'], ['seat-held', false, 'place'], ['lapsed', true, 'place-back'], ['lapsed', false, 'paid-too-late'],
    ['cancelled-by-family', true, 'cancelled-by-family'], ['cancelled-by-kommune', true, 'cancelled-by-kommune'], ['declined', true, 'declined'], ['confirmed', true, 'paid-twice'], ['started', true, 'paid-twice'],
  ])('%s (ledig: %s): %s', (signupState, isFree, expected) => {
    const fate = fateOfLine({ outcome: null, signupState, mayHavePlaceBack: () => isFree })
    expect(fate.kind === 'give-back' ? fate.cause : fate.kind).toBe(expected)
  })
  it('afgøres én gang', () => {
    for (const signupState of Object.keys(signupMoves) as SignupState[]) expect(fateOfLine({ outcome: 'given-back', signupState, mayHavePlaceBack: () => true }).kind).toBe('nothing')
  })
})

describe('en sandhed over det, vi har', () => {
  const amounts = fc.array(fc.bigInt(1n, 100_000n), { minLength: 1, maxLength: 5 })
  const refunds = fc.array(fc.record({ amount: fc.bigInt(1n, 60_000n), state: fc.constantFrom('sent' as const, 'settled' as const, 'failed' as const) }), { maxLength: 5 })
  const worldOf = (lines: bigint[], back: { amount: bigint; state: 'sent' | 'settled' | 'failed' }[]): [Payment, CheckoutTruth] => {
    const whole = lines.reduce((a, b) => a + b, 0n)
    return [
      { id: 'p', state: 'open', amount: ore(whole), dispute: null, disputeAmount: zero, refunds: [], lines: lines.map((amount, at) => ({ id: `l${at}`, signupId: `s${at}`, amount: ore(amount) })) },
      truth({ session: 'complete', charged: ore(whole), refunds: back.map(({ amount, state }, at) => ({ stripeId: `re${at}`, refundId: null, amount: ore(amount), state })) }),
    ]
  }
  it('ingen linje giver mere tilbage, end den tog, og to gange er én gang', () => {
    fc.assert(fc.property(amounts, refunds, (lines, back) => {
      const [payment, heard] = worldOf(lines, back)
      let made = 0
      const once = applyTruth(payment, heard, () => `r${made += 1}`)
      for (const line of once.payment.lines) expect(leftOfLine(line, once.payment.refunds) >= 0n).toBe(true)
      expect(sum(once.movements.flatMap((one) => (one.kind === 'received' ? [one.amount] : [])))).toBe(payment.amount)
      const twice = applyTruth(once.payment, heard, () => 'never')
      expect(twice).toMatchObject({ payment: once.payment, movements: [], foreignRefunds: [] })
    }))
  })
  it('en tilbagebetaling fra Stripes egne sider deles, så ingen øre bliver borte', () => {
    const [payment, heard] = worldOf([100n, 100n, 100n], [{ amount: 100n, state: 'settled' }])
    expect(applyTruth(payment, heard, () => 'r').payment.refunds.map(({ amount }) => amount)).toEqual([34n, 33n, 33n])
  })
  it('vores egen tilbagebetaling kendes på sit id, også når svaret gik tabt', () => {
    const [payment] = worldOf([500n], [])
    const kept: Payment = { ...payment, state: 'paid', refunds: [{ id: 'ours', lineId: 'l0', amount: ore(200), cause: 'paid-too-late', state: 'unknown', stripeId: null }] }
    const applied = applyTruth(kept, truth({ session: 'complete', charged: ore(500), refunds: [{ stripeId: 're', refundId: 'ours', amount: ore(200), state: 'settled' }] }), () => 'never')
    expect(applied.payment.refunds).toEqual([{ ...kept.refunds[0], state: 'settled', stripeId: 're' }])
    expect(applied.movements).toEqual([{ kind: 'refunded', signupId: 's0', amount: 200n }])
  })
  it.each(['sent', 'settled', 'failed'] as const)('hvad vi selv opgav, er, hvad Stripe siger, når den alligevel kender det: %s', (state) => {
    const [payment] = worldOf([500n], [])
    const given: Payment = { ...payment, state: 'paid', refunds: [{ id: 'ours', lineId: 'l0', amount: ore(200), cause: 'paid-too-late', state: 'failed', stripeId: null }] }
    expect(stillOwed(given, given.refunds[0]!)).toBe(200n)
    const heard = truth({ session: 'complete', charged: ore(500), refunds: [{ stripeId: 're', refundId: 'ours', amount: ore(200), state }] })
    const applied = applyTruth(given, heard, () => 'never')
    expect(applied.payment.refunds).toEqual([{ ...given.refunds[0], state, stripeId: 're' }])
    expect([stillOwed(applied.payment, applied.payment.refunds[0]!), applied.movements.length]).toEqual([state === 'failed' ? 200n : 0n, state === 'settled' ? 1 : 0])
    expect(applyTruth(applied.payment, heard, () => 'never')).toMatchObject({ payment: applied.payment, movements: [] })
  })
  it('rød tvilling: gik det alene efter trinnet, stod det, vi opgav, som fejlet, selv om Stripe har sendt det', () => {
    expect(laterRefund('failed', 'settled')).toBe('failed')
  })
  it('det, der ventede på at blive sendt, viger for det, som er givet tilbage i hånden', () => {
    const [payment] = worldOf([500n], [])
    const due = { id: 'ours', lineId: 'l0', amount: ore(500), cause: 'cancelled-by-family' as const, state: 'due' as const, stripeId: null }
    const heard = (byHand: bigint) => applyTruth({ ...payment, state: 'paid', refunds: [due] }, truth({ session: 'complete', charged: ore(500), refunds: [{ stripeId: 're', refundId: null, amount: ore(byHand), state: 'settled' }] }), () => 'new').payment.refunds
    expect(heard(200n).map(({ amount, state }) => [amount, state])).toEqual([[300n, 'due'], [200n, 'settled']])
    expect(heard(500n).map(({ amount, state }) => [amount, state])).toEqual([[500n, 'failed'], [500n, 'settled']])
  })
  it.each<[string, Partial<Payment>, bigint]>([
    ['ingen har givet noget', {}, 300n],
    ['noget er givet i hånden', { refunds: [{ id: 'hand', lineId: 'l0', amount: ore(400), cause: 'dashboard', state: 'settled', stripeId: 're' }] }, 100n],
    ['en anden fejlede også', { refunds: [{ id: 'hand', lineId: 'l0', amount: ore(400), cause: 'dashboard', state: 'failed', stripeId: 're' }] }, 300n],
    ['en anden linjes penge tæller ikke', { refunds: [{ id: 'hand', lineId: 'l1', amount: ore(500), cause: 'dashboard', state: 'settled', stripeId: 're' }] }, 300n],
    ['banken har taget det hele', { dispute: 'lost', disputeAmount: ore(1000) }, 0n],
    ['banken har taget en del', { dispute: 'lost', disputeAmount: ore(800) }, 200n],
    ['indsigelsen er ikke afgjort', { dispute: 'open', disputeAmount: ore(1000) }, 300n],
  ])('kom en tilbagebetaling ikke frem, og %s, skyldes resten', (_, part, owed) => {
    const [payment] = worldOf([500n, 500n], [])
    const failed = { id: 'ours', lineId: 'l0', amount: ore(300), cause: 'cancelled-by-family' as const, state: 'failed' as const, stripeId: null }
    expect(stillOwed({ ...payment, state: 'paid', ...part, refunds: [failed, ...(part.refunds ?? [])] }, failed)).toBe(owed)
  })
  it('et andet beløb, end vi bad om, vækker et menneske', () => {
    const [payment, heard] = worldOf([500n], [])
    expect(applyTruth(payment, { ...heard, charged: ore(400) }, () => 'never').alarms).toEqual(['amount-differs'])
  })
})
