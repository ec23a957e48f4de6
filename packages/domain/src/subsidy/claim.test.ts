import { kroner, ore, zero } from '@medspil/ledger'
import { describe, expect, it } from 'vitest'
import { day } from '../day.ts'
import {
  afterAbsence, checkClaim, collectClawback, confirmClaim, decideClawback, dueClaim, mayStep, payable, proposeClawback,
  setOffAgainst, stepClaim, stepClawback, takeBackFromClaim, type Claim, type ClaimState, type NoShowRule,
} from './index.ts'

const parts = [{ purse: 'kontingent', amount: kroner(500) }, { purse: 'together', amount: kroner(400) }] as const
const due = dueClaim({
  id: 'c', foreningId: 'f', signupId: 's', amount: kroner(900), period: { firstDay: day('2026-09-01'), lastDay: day('2026-11-29') },
  source: { kind: 'fritidspas', fritidspasId: 'pas', poolId: 'p', holdId: 'h', pays: 'kontingent', parts },
})
const claim = (state: ClaimState, change: Partial<Claim> = {}): Claim => ({ ...due, state, ...change })
const rule: NoShowRule = { neverCame: 'nothing-owed', withdrew: 'unused-days-come-back', moneyGoesTo: 'purse' }
const neverCame = { kind: 'never-came' } as const

describe('hvad sker der, når foreningen siger, at barnet aldrig kom', () => {
  it.each([
    ['ikke bekræftet endnu: beløbet sættes fri', 'due', 'release-hold'],
    ['bekræftet: kravet falder', 'confirmed', 'reverse-claim'],
    ['kontrolleret: kravet falder', 'checked', 'reverse-claim'],
    ['uenighed: kravet falder', 'disputed', 'reverse-claim'],
    ['betalt: tilbagekrav foreslås', 'paid', 'propose-clawback'],
  ] as const)('%s', (_, state, act) =>
    expect(afterAbsence({ claim: claim(state), rule, absence: neverCame })).toMatchObject({ ok: true, act, amount: kroner(900), parts }))

  it.each([
    ['på vej i banken: vent', claim('in-payout'), rule, 'claim-in-payout'],
    ['afvist: intet at tage tilbage', claim('rejected'), rule, 'claim-already-ended'],
    ['tilbageført: intet at tage tilbage', claim('reversed'), rule, 'claim-already-ended'],
    ['ordningen lader foreningen beholde', claim('paid'), { ...rule, neverCame: 'fee-stands' }, 'fee-stands'],
    ['delvist modregnet: resten betales først', claim('checked', { setOff: kroner(1) }), rule, 'claim-partly-set-off'],
  ] as [string, Claim, NoShowRule, string][])('%s', (_, of, by, reason) =>
    expect(afterAbsence({ claim: of, rule: by, absence: neverCame })).toMatchObject({ ok: false, whyNot: { reason } }))

  it.each([
    ['stopper dag 45 af 90: halvdelen', '2026-10-15', 'unused-days-come-back', 45000n],
    ['stopper før start: alt', '2026-08-31', 'unused-days-come-back', 90000n],
    ['stopper på første dag: 89 dage af 90', '2026-09-01', 'unused-days-come-back', 89000n],
    ['stopper på sidste dag: intet', '2026-11-29', 'unused-days-come-back', 0n],
    ['stopper midt i, intet skyldes', '2026-10-15', 'nothing-owed', 90000n],
    ['stopper midt i, kontingentet står', '2026-10-15', 'fee-stands', 0n],
  ] as const)('%s', (_, lastDay, withdrew, back) => {
    const follows = afterAbsence({ claim: claim('paid'), rule: { ...rule, withdrew }, absence: { kind: 'withdrew', lastDay: day(lastDay) } })
    expect(follows).toMatchObject(back === 0n ? { ok: false, whyNot: { reason: 'fee-stands', becauseOf: 'withdrew' } } : { ok: true, amount: back })
  })

  it('den sidste øre, der ikke kan deles, bliver hos foreningen', () => {
    const follows = afterAbsence({ claim: claim('paid', { amount: ore(90001), source: { kind: 'co-payment' } }), rule, absence: { kind: 'withdrew', lastDay: day('2026-10-15') } })
    expect(follows).toMatchObject({ amount: 45000n, parts: [] })
  })
})

describe('krav', () => {
  const facts = { isForeningApproved: true, declaredForYear: 2026, fee: kroner(900), held: kroner(900), paidElsewhereBy: null }

  it.each([
    ['alt i orden', {}, 'checked'],
    ['foreningen ikke godkendt', { isForeningApproved: false }, 'forening-not-approved-at-check'],
    ['erklæring fra sidste år', { declaredForYear: 2025 }, 'declaration-missing-at-check'],
    ['aldrig erklæret', { declaredForYear: null }, 'declaration-missing-at-check'],
    ['over foreningens eget kontingent', { fee: ore(89999) }, 'claim-above-fee'],
    ['mere end sat af', { held: ore(89999) }, 'claim-not-covered-by-hold'],
    ['betalt af en anden', { paidElsewhereBy: 'BROEN' }, 'expense-paid-elsewhere'],
  ] as const)('kontrol: %s', (_, change, expected) => {
    const answer = checkClaim(claim('confirmed'), { ...facts, ...change }, day('2026-12-31'))
    expect(answer.ok ? answer.claim.state : answer.whyNot.reason).toBe(expected)
  })

  it('intet trin springes over, og enderne forlades aldrig', () => {
    const states: ClaimState[] = ['due', 'confirmed', 'checked', 'in-payout', 'paid', 'disputed', 'rejected', 'reversed']
    for (const to of states) expect([mayStep('rejected', to), mayStep('reversed', to), mayStep('due', to) && to === 'paid']).toEqual([false, false, false])
    expect(stepClaim(claim('confirmed'), 'in-payout')).toMatchObject({ ok: false, whyNot: { reason: 'claim-step-skipped' } })
    expect(stepClaim(claim('paid'), 'checked')).toMatchObject({ ok: false })
  })

  it('lavere kontingent bekræftet: kravet er det, der blev brugt', () => {
    expect(confirmClaim(due, [parts[0]])).toMatchObject({ ok: true, claim: { state: 'confirmed', amount: kroner(500), source: { parts: [parts[0]] } } })
    expect(() => dueClaim({ ...due, amount: kroner(1) })).toThrow(RangeError)
  })

  it('modregning betaler en del, og et helt modregnet krav er betalt', () => {
    const part = setOffAgainst(claim('checked'), kroner(300))
    expect(part.ok && [part.claim.state, payable(part.claim)]).toEqual(['checked', kroner(600)])
    expect(setOffAgainst(claim('checked'), kroner(900))).toMatchObject({ claim: { state: 'paid' } })
    expect(setOffAgainst(claim('confirmed'), kroner(1))).toMatchObject({ ok: false })
    expect(() => setOffAgainst(claim('checked'), kroner(901))).toThrow(RangeError)
  })

  it('taget helt tilbage er tilbageført; delvist er et mindre krav', () => {
    expect(takeBackFromClaim(claim('paid'), kroner(900), parts)).toMatchObject({ claim: { state: 'reversed' } })
    expect(takeBackFromClaim(claim('paid'), kroner(500), [parts[0]])).toMatchObject({ claim: { state: 'paid', amount: kroner(400), source: { parts: [parts[1]] } } })
    expect(takeBackFromClaim(claim('in-payout'), kroner(500), [parts[0]])).toMatchObject({ ok: false })
    expect(() => takeBackFromClaim(claim('paid'), zero, [])).toThrow(RangeError)
  })
})

describe('tilbagekrav', () => {
  const command = { id: 'k', amount: kroner(900), parts, toPurse: true, cause: 'never-came', deadline: day('2026-10-01') } as const
  const proposed = (() => {
    const answer = proposeClawback(claim('paid'), command)
    if (!answer.ok) throw new Error(answer.whyNot.reason)
    return answer.clawback
  })()

  it('foreningen har fristen ud til at svare, før kommunen afgør', () => {
    expect(decideClawback(proposed, day('2026-10-01'))).toMatchObject({ ok: false, whyNot: { reason: 'answer-deadline-running' } })
    expect(decideClawback(proposed, day('2026-10-02'))).toMatchObject({ ok: true, clawback: { state: 'decided' } })
    const answered = stepClawback(proposed, 'answered')
    expect(answered.ok && decideClawback(answered.clawback, day('2026-09-10')).ok).toBe(true)
  })

  it('hentes først ind, når det er aftalt eller afgjort, og kun én gang', () => {
    expect(collectClawback(proposed, 'set-off')).toMatchObject({ ok: false, whyNot: { reason: 'clawback-step-skipped' } })
    const agreed = stepClawback(proposed, 'agreed')
    const collected = agreed.ok ? collectClawback(agreed.clawback, 'set-off') : agreed
    expect(collected).toMatchObject({ ok: true, clawback: { state: 'collected', collectedBy: 'set-off' } })
    expect(collected.ok && collectClawback(collected.clawback, 'paid-back').ok).toBe(false)
  })

  it('kun et betalt krav, og aldrig mere end det betalte', () => {
    expect(proposeClawback(claim('checked'), command)).toMatchObject({ ok: false })
    expect(() => proposeClawback(claim('paid'), { ...command, amount: kroner(901) })).toThrow(RangeError)
  })
})
