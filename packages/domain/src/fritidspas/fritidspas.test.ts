import { kroner, ore, zero } from '@medspil/ledger'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../day.ts'
import { holdInPool, openPool } from '../pool/index.ts'
import {
  confirmHold, expire, hold, mayPay, onDay, openFritidspas, priceAfterPass, release, restore, returnUnused, spendHold, statementOf,
  type Fritidspas, type GrantedDecision, type PassRules,
} from './index.ts'

const today = day('2026-08-10')
const rules: PassRules = { kindCeilings: {}, periodCeiling: null, togetherCeiling: null, providerTypes: ['approved'] }
const decision: GrantedDecision = {
  id: 'd', result: 'granted', childId: 'b', poolId: 'p', replacedBy: null, firstDay: day('2026-08-01'), lastDay: day('2026-12-31'), rules,
  purses: [{ purse: 'kontingent', pays: ['kontingent'], amount: kroner(1600) }, { purse: 'kit', pays: ['kit'], amount: kroner(600) }],
}
const promisedPool = (() => {
  const held = holdInPool(openPool({ id: 'p', ordningId: 'o', year: 2026, total: kroner(5000), whenEmpty: 'stop' }), kroner(2200))
  if (!held.ok) throw new Error('pool')
  return held.pool
})()
const open = (change: Partial<GrantedDecision> = {}, on = today, grantedInPeriod = zero) =>
  openFritidspas({ decision: { ...decision, ...change }, pool: promisedPool, id: 'f', grantedInPeriod, today: on })
const pass = (change: Partial<GrantedDecision> = {}, on = today): Fritidspas => {
  const opened = open(change, on)
  if (!opened.ok) throw new Error(opened.whyNot.reason)
  return opened.fritidspas
}
const question = { kind: 'kontingent', amount: kroner(750), providerType: 'approved', today } as const
const command = { id: 'h', signupId: 's', ...question, keptUntil: addDays(today, 14) }
const held = (of = pass(), change: Partial<typeof command> = {}) => {
  const answer = hold(of, { ...command, ...change })
  if (!answer.ok) throw new Error(answer.whyNot.reason)
  return answer
}
const kontingent = ({ purses }: Fritidspas) => purses[0]!

describe('passet åbnes', () => {
  it.each([
    ['afgørelsen er erstattet', 'decision-replaced', () => open({ replacedBy: 'd2' })],
    ['perioden er forbi', 'period-over', () => open({}, day('2027-01-01'))],
    ['loftet for perioden er nået', 'period-ceiling-reached', () => open({ rules: { ...rules, periodCeiling: kroner(2500) } }, today, kroner(301))],
    ['puljen har ikke lovet beløbet', 'pool-promised-too-little', () => open({ purses: [{ purse: 'kit', pays: ['kit'], amount: kroner(2201) }] })],
  ])('ikke, når %s', (_, reason, act) => expect(act()).toMatchObject({ ok: false, whyNot: { reason } }))

  it('på sidste dag i perioden og præcis på loftet', () => {
    expect(open({}, day('2026-12-31')).ok).toBe(true)
    expect(open({ rules: { ...rules, periodCeiling: kroner(2500) } }, today, kroner(300)).ok).toBe(true)
  })

  it('før første dag er det udstedt, på første dag er det aktivt', () => {
    const early = pass({}, day('2026-07-31'))
    expect([early.state, onDay(early, day('2026-07-31')).state, onDay(early, day('2026-08-01')).state]).toEqual(['issued', 'issued', 'active'])
  })

  it('kun en bevilling åbner et pas: et afslag passer ikke i typen', () => {
    // @ts-expect-error a refused decision is no granted decision
    const refused: GrantedDecision['result'] = 'refused'
    expect(refused).toBe('refused')
  })
})

describe('passet må betale', () => {
  it.each([
    ['før første dag', 'fritidspas-not-yet-valid', { today: day('2026-07-31') }],
    ['efter sidste dag', 'fritidspas-over', { today: day('2027-01-01') }],
    ['en udbyder, ordningen ikke betaler', 'provider-type-not-paid', { providerType: 'private' }],
    ['noget, ingen pung betaler', 'kind-not-paid', { kind: 'camp' }],
    ['mere end pungen har', 'purse-too-small', { amount: kroner(1601) }],
  ] as const)('ikke %s', (_, reason, change) =>
    expect(mayPay({ fritidspas: pass(), ...question, ...change })).toMatchObject({ ok: false, whyNot: { reason } }))

  it('tøjpenge betaler ikke kontingent, medmindre ordningen siger det', () => {
    const asked = { ...question, amount: kroner(2000) }
    expect(mayPay({ fritidspas: pass(), ...asked }))
      .toMatchObject({ ok: false, whyNot: { reason: 'purse-too-small', covered: kroner(1600), missing: kroner(400) } })
    const flowing = pass({ purses: [decision.purses[0]!, { purse: 'kit', pays: ['kit', 'kontingent'], amount: kroner(600) }] })
    expect(mayPay({ fritidspas: flowing, ...asked }))
      .toEqual({ ok: true, parts: [{ purse: 'kontingent', amount: kroner(1600) }, { purse: 'kit', amount: kroner(400) }] })
  })

  it('lofter pr. slags og tilsammen tæller det, der er sat af og brugt', () => {
    const together = pass({ purses: [{ purse: 'together', pays: ['kontingent', 'kit'], amount: kroner(2000) }], rules: { ...rules, kindCeilings: { kit: kroner(300) }, togetherCeiling: kroner(1000) } })
    expect(mayPay({ fritidspas: together, ...question, kind: 'kit', amount: kroner(301) })).toMatchObject({ ok: false, whyNot: { covered: kroner(300) } })
    expect(mayPay({ fritidspas: held(together).fritidspas, ...question, amount: kroner(251) })).toMatchObject({ ok: false, whyNot: { covered: kroner(250) } })
  })

  it('pris efter pas: summen er altid prisen', () => {
    const asked = { kind: 'kontingent', providerType: 'approved', today } as const
    expect(priceAfterPass({ fritidspas: pass(), price: kroner(750), ...asked })).toMatchObject({ paidByPass: kroner(750), paidByYou: zero, whyNot: null })
    expect(priceAfterPass({ fritidspas: pass(), price: kroner(1800), ...asked })).toMatchObject({ paidByPass: kroner(1600), paidByYou: kroner(200) })
    expect(priceAfterPass({ fritidspas: null, price: kroner(1800), ...asked })).toMatchObject({ paidByPass: zero, paidByYou: kroner(1800) })
    expect(priceAfterPass({ fritidspas: pass(), price: zero, ...asked })).toMatchObject({ paidByYou: zero, whyNot: null })
  })
})

describe('penge sat af', () => {
  it('bekræftes, og et lavere kontingent giver resten fri', () => {
    const { fritidspas, hold: set } = held()
    const confirmed = confirmHold(fritidspas, set, { fee: kroner(700), today })
    expect(confirmed).toMatchObject({ ok: true, letGo: [{ purse: 'kontingent', amount: kroner(50) }], toPool: false, hold: { state: 'confirmed' } })
    if (!confirmed.ok) return
    expect(kontingent(confirmed.fritidspas)).toMatchObject({ available: kroner(900), held: zero, spent: kroner(700) })
    expect(spendHold(confirmed.hold)).toMatchObject({ ok: true, hold: { state: 'spent' } })
    expect(confirmHold(confirmed.fritidspas, confirmed.hold, { fee: kroner(1), today })).toMatchObject({ whyNot: { reason: 'hold-not-open' } })
  })

  it('et højere kontingent kræver et nyt ja, og fristen er holdets egen', () => {
    const { fritidspas, hold: set } = held()
    expect(confirmHold(fritidspas, set, { fee: kroner(751), today })).toMatchObject({ whyNot: { reason: 'fee-higher-than-held' } })
    expect(confirmHold(fritidspas, set, { fee: kroner(750), today: addDays(today, 15) })).toMatchObject({ whyNot: { reason: 'hold-timed-out' } })
    expect(spendHold(set)).toMatchObject({ ok: false, whyNot: { reason: 'hold-not-open' } })
  })

  it('passet udløber: det frie går til puljen, det afsatte venter og går så til forening eller pulje', () => {
    const { fritidspas, hold: set } = held(pass(), { keptUntil: day('2027-01-15') })
    expect(expire(fritidspas, day('2026-12-31'))).toMatchObject({ ok: false, whyNot: { reason: 'fritidspas-not-expired' } })
    const ended = expire(fritidspas, day('2027-01-01'))
    if (!ended.ok) throw new Error('not ended')
    expect(ended.returned).toEqual([{ purse: 'kontingent', amount: kroner(850) }, { purse: 'kit', amount: kroner(600) }])
    expect(confirmHold(ended.fritidspas, set, { fee: kroner(750), today: day('2027-01-15') })).toMatchObject({ ok: true })
    const letGo = release(ended.fritidspas, set, 'declined')
    expect(letGo.ok && [letGo.toPool, kontingent(letGo.fritidspas).returned]).toEqual([true, kroner(1600)])
    expect(returnUnused(ended.fritidspas, 'closed')).toMatchObject({ ok: false, whyNot: { reason: 'fritidspas-over' } })
  })

  it('et tomt pas er brugt op og bliver aktivt igen, når penge kommer tilbage', () => {
    const small = pass({ purses: [{ purse: 'kontingent', pays: ['kontingent'], amount: kroner(750) }] })
    const { fritidspas, hold: set } = held(small)
    const confirmed = confirmHold(fritidspas, set, { fee: kroner(750), today })
    if (!confirmed.ok) throw new Error('not confirmed')
    expect(confirmed.fritidspas.state).toBe('used-up')
    const back = (on: ReturnType<typeof day>, toPurse: boolean) => restore(confirmed.fritidspas, 'kontingent', confirmed.spent, { toPurse, today: on })
    expect(back(today, true)).toMatchObject({ toPool: false, fritidspas: { state: 'active' } })
    expect(back(today, false).toPool).toBe(true)
    expect(back(day('2027-01-01'), true).toPool).toBe(true)
  })
})

describe('kontoudtog', () => {
  it('ingen linje tæller passets penge som familiens, og summerne går op', () => {
    const line = { foreningName: 'Delfinen', item: 'Svømning', price: ore(75050), paidByPass: ore(60000), paidOn: today, period: null }
    const statement = statementOf([line, { ...line, price: ore(100), paidByPass: zero, paidOn: day('2026-08-01') }])
    expect(statement).toMatchObject({ price: 75150n, paidByPass: 60000n, paidByYou: 15150n })
    expect(statement.lines.map(({ isCoveredByPass, paidByYou }) => [isCoveredByPass, paidByYou])).toEqual([[false, 100n], [true, 15050n]])
    expect(() => statementOf([{ ...line, paidByPass: ore(75051) }])).toThrow(RangeError)
  })
})
