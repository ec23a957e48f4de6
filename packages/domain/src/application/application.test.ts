import { kroner } from '@medspil/ledger'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { exampleRules } from '../ordning/rules.fixture.ts'
import { emma, fact } from './application.fixture.ts'
import { checkApplication } from './check.ts'
import { consentHolds, recordConsent, withdrawConsent, type Consent } from './consent.ts'
import { findDuplicates, type ApplicationKey } from './duplicate.ts'
import { quickTest } from './quick-test.ts'
import { actsFrom, applicationStates, isEnded, moveApplication } from './state.ts'
import { whatIf } from './what-if.ts'

describe('Kriterierne, ét for ét', () => {
  test('hvert kriterium har svar, oplysning, kilde og dato', () => {
    const { criteria } = checkApplication(emma)
    expect(criteria.map(({ id, result }) => `${id}: ${result}`)).toEqual([
      'age: met', 'needs-help: judged', 'not-paid-kit: met', 'not-active: met', 'lives-here: met', 'pool: met',
    ])
    expect(criteria.every(({ facts }) => facts.every(({ from }) => from.length > 0))).toBe(true)
    expect(criteria[0]).toMatchObject({ age: { age: 10, on: '2026-08-03' }, facts: [{ name: 'birthDay', from: [{ source: 'cpr', on: '2026-08-03' }] }] })
  })

  test('hver pung hviler kun på det, der er betalt for den selv', () => {
    const paid = (purse: 'kit' | 'trip') => ({ purse, funder: 'BROEN', amount: kroner(640), on: day('2026-05-12') })
    const notPaid = (purse: 'kit' | 'trip') => ({ id: `not-paid-${purse}`, says: 'x', gates: [purse], rule: { kind: 'noDoubleUse' as const, purse } })
    const { criteria } = checkApplication({
      ...emma, rules: { ...exampleRules, criteria: [notPaid('kit'), notPaid('trip')] }, facts: { ...emma.facts, paidByOthers: fact([paid('kit')], 'funder') },
    })
    expect(criteria.slice(1).map(({ result, facts }) => [result, facts.map(({ value }) => value)])).toEqual([['not-met', [[paid('kit')]]], ['met', [[]]]])
  })

  test('det, ingen ved, er ukendt og nævner hvad der mangler', () => {
    const { criteria } = checkApplication({ ...emma, facts: {}, poolFree: null })
    expect(criteria.map(({ id, result }) => `${id}: ${result}`)).toEqual([
      'age: unknown', 'needs-help: judged', 'not-paid-kit: unknown', 'not-active: unknown', 'lives-here: unknown', 'pool: unknown',
    ])
    expect(criteria.flatMap(({ missing }) => missing)).toEqual(['birthDay', 'paidByOthers', 'activity', 'kommune', 'poolFree'])
  })
})

describe('Se om I kan få det', () => {
  const quick = (facts: typeof emma.facts, says: Record<string, boolean>) =>
    quickTest(exampleRules, { facts, says, kommuneKey: 'slagelse', today: day('2026-08-03'), poolFree: null }).answer

  test.each<[string, typeof emma.facts, boolean, string]>([
    ['alt passer', emma.facts, true, 'likely-yes'],
    ['ved ikke, om vi har brug for hjælp', emma.facts, false, 'a-person-will-look'],
    ['går til noget', { ...emma.facts, activity: fact('paying') }, true, 'a-person-will-look'],
    ['er 18 år', { ...emma.facts, birthDay: fact(day('2008-01-01')) }, true, 'a-person-will-look'],
    ['intet svaret', {}, true, 'a-person-will-look'],
  ])('%s', (_name, facts, says, answer) => {
    expect(quick(facts, { 'needs-help': says })).toBe(answer)
  })
})

describe('Tilstande', () => {
  test('vejen fra kladde til ja', () => {
    const acts = ['submit', 'ask', 'answer', 'hear', 'end-hearing', 'wait-for-pool', 'pool-opened', 'freeze', 'thaw', 'grant'] as const
    const end = acts.reduce((state, act) => {
      const moved = moveApplication(state, act)
      if (!moved.ok) throw new Error(`${state} ${act}`)
      return moved.state
    }, 'draft' as (typeof applicationStates)[number])
    expect(end).toBe('granted')
  })

  test('det, der er afgjort, flytter sig aldrig', () => {
    expect(applicationStates.filter(isEnded)).toEqual(['granted', 'partly-granted', 'refused', 'withdrawn', 'duplicate', 'moved-away'])
    expect(moveApplication('granted', 'refuse')).toEqual({ ok: false, whyNot: { reason: 'application-not-there', state: 'granted', act: 'refuse' } })
  })

  test('en frossen ansøgning kan ikke afgøres', () => {
    expect(actsFrom('frozen')).toEqual(['thaw', 'withdraw', 'mark-duplicate', 'move-away'])
  })
})

describe('Samtykke', () => {
  const answers = { id: 'c1', childId: 'noah', recordedBy: 'lærer', givenBy: 'Lene Jepsen', givenOn: day('2026-08-03'), how: 'oral', purposes: ['nominate'] } as const
  const consent: Consent = { ...answers, purposes: ['nominate'], withdrawnOn: null }

  test('hvem, hvornår, hvordan og til hvad; ellers intet samtykke', () => {
    expect(recordConsent({ ...answers, purposes: ['nominate'] }, day('2026-08-03'))).toEqual({ ok: true, consent })
    expect(recordConsent({ ...answers, givenBy: ' ', givenOn: null, how: null, purposes: [] }, day('2026-08-03')))
      .toEqual({ ok: false, whyNot: { reason: 'consent-incomplete', missing: ['who', 'when', 'how', 'purpose'] } })
    expect(recordConsent({ ...answers, purposes: ['nominate'] }, day('2026-08-02')).ok).toBe(false)
  })

  test.each([
    ['gælder', consent, 'nominate', 'oralOrWritten', '2026-08-04', 'ok'],
    ['trukket tilbage i dag: stopper i dag', withdrawConsent(consent, day('2026-08-04')), 'nominate', 'oralOrWritten', '2026-08-04', 'consent-withdrawn'],
    ['dagen før var det der endnu', withdrawConsent(consent, day('2026-08-04')), 'nominate', 'oralOrWritten', '2026-08-03', 'ok'],
    ['givet til noget andet', consent, 'collectFacts', 'oralOrWritten', '2026-08-04', 'consent-missing'],
    ['mundtligt, hvor der skal skrives', consent, 'nominate', 'written', '2026-08-04', 'consent-must-be-written'],
    ['slet intet', undefined, 'nominate', 'oralOrWritten', '2026-08-04', 'consent-missing'],
  ] as const)('samtykke %s', (_name, given, purpose, form, today, expected) => {
    const answer = consentHolds(given, purpose, form, day(today))
    expect(answer.ok ? 'ok' : answer.whyNot.reason).toBe(expected)
  })
})

test('samme CPR er samme ansøgning; søskende og navnefæller går til et menneske', () => {
  const key = (id: string, childId: string, name: string, birthDay: string): ApplicationKey =>
    ({ id, childId, ordningKey: 'hel-fritid', name, birthDay: day(birthDay), state: 'submitted' })
  const emmaKey = key('1', 'emma', 'Emma Lund', '2016-02-01')
  const twin = key('2', 'elias', 'Elias Lund', '2016-02-01')
  const alike = key('3', 'temporary', 'emma  lund', '2016-02-01')
  const again = key('4', 'emma', 'Emma Lund', '2016-02-01')
  expect(findDuplicates(emmaKey, [emmaKey, twin, alike, again])).toEqual({ same: again, alike: [alike] })
  expect(findDuplicates(emmaKey, [{ ...again, state: 'refused' }]).same).toBeNull()
})

test('hvad nu hvis: nye regler på sidste års ansøgninger ændrer ingenting', () => {
  const { rules: _rules, version: _version, ...input } = emma
  const past = [{ id: 'emma', input, outcome: 'granted' as const, metWhenJudged: ['needs-help'] }]
  const frozen = JSON.stringify(past, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  expect(whatIf(exampleRules, past).counts.all).toBe(1)
  const older = whatIf({ ...exampleRules, age: { kind: 'completedYears', from: 12, to: 17, toIncluded: true, on: { kind: 'application' } } }, past)
  expect(older).toMatchObject({ changed: 1, rows: [{ id: 'emma', after: 'none', because: ['age'] }] })
  const tighter = whatIf({ ...exampleRules, pass: { ...exampleRules.pass, together: { kind: 'amount', amount: kroner(800) } } as typeof exampleRules.pass }, past)
  expect(tighter.rows[0]?.after).toBe('part')
  expect(JSON.stringify(past, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).toBe(frozen)
})
