import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../day.ts'
import { atRiskOn, kaplanMeier, observe, stayCurves, type Observation, type Stay } from './kaplan-meier.ts'

const observations = (text: string): Observation[] =>
  text.split(' ').map((word) => ({ days: Number.parseInt(word, 10), stopped: !word.endsWith('+') }))

/** Freireich et al. 1963, the 6-MP arm: the textbook example (Kalbfleisch and Prentice; Collett). + is censored. */
const freireich = observations('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')

describe('Freireichs 21 patienter, udregnet i hånden', () => {
  const curve = kaplanMeier(freireich, 1)
  test('med i tallet og andel, trin for trin', () => {
    expect(curve.map(({ days, atRisk, stopped }) => [days, atRisk, stopped]))
      .toEqual([[0, 21, 0], [6, 21, 3], [7, 17, 1], [10, 15, 1], [13, 12, 1], [16, 11, 1], [22, 7, 1], [23, 6, 1]])
    const byHand = [1, 18 / 21, (18 / 21) * (16 / 17), (18 / 21) * (16 / 17) * (14 / 15)]
    byHand.forEach((share, at) => expect(curve[at]!.share).toBeCloseTo(share, 12))
    expect(curve.map(({ share }) => share.toFixed(4))).toEqual(['1.0000', '0.8571', '0.8067', '0.7529', '0.6902', '0.6275', '0.5378', '0.4482'])
  })
  test('95 %-båndet (log-log) som Stata og SAS trykker det', () => {
    expect(curve.slice(1).map(({ lower, upper }) => `${lower.toFixed(4)}–${upper.toFixed(4)}`)).toEqual([
      '0.6197–0.9516', '0.5631–0.9228', '0.5032–0.8894', '0.4316–0.8491', '0.3675–0.8049', '0.2678–0.7468', '0.1881–0.6801'])
  })
  test('kurven ender, hvor færre end 7 er tilbage', () => expect(kaplanMeier(freireich, 7).at(-1)!.days).toBe(22))
})

describe('regler for kurven', () => {
  test('ved samme dag kommer stop før den, der tælles ud', () => {
    expect(kaplanMeier(observations('5 5+'), 1).at(-1)).toMatchObject({ atRisk: 2, share: 0.5 })
  })
  test('stopper alle, er andelen nul, og båndet er den selv', () => {
    expect(kaplanMeier(observations('5 5'), 1).at(-1)).toMatchObject({ share: 0, lower: 0, upper: 0 })
  })
  const any = fc.array(fc.record({ days: fc.nat(30), stopped: fc.boolean() }), { minLength: 1, maxLength: 40 })
  test('uden udtælling er kurven den rene andel, der er tilbage', () => {
    fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), (times) => {
      for (const { days, share } of kaplanMeier(times.map((t) => ({ days: t, stopped: true })), 1).slice(1)) {
        expect(share).toBeCloseTo(times.filter((t) => t > days).length / times.length, 9)
      }
    }))
  })
  test('falder, ligger i båndet, tæller rigtigt og afhænger ikke af rækkefølgen', () => {
    fc.assert(fc.property(any, (list) => {
      const curve = kaplanMeier(list, 5)
      curve.forEach((point, at) => {
        expect(point.lower).toBeLessThanOrEqual(point.share)
        expect(point.upper).toBeGreaterThanOrEqual(point.share)
        if (at > 0) expect(point.share).toBeLessThanOrEqual(curve[at - 1]!.share)
        if (at > 0) expect(point.atRisk).toBe(atRiskOn(list, point.days))
        if (at > 0) expect(point.atRisk).toBeGreaterThanOrEqual(5)
      })
      expect(kaplanMeier([...list].reverse(), 5)).toEqual(curve)
    }))
  })
})

describe('børn og dage', () => {
  const start = day('2026-01-01')
  const asOf = day('2026-07-31')
  const stay = (end: Stay['end']): Stay => ({ firstTraining: start, end })
  const cases: [string, Stay['end'], number, boolean][] = [
    ['stoppet på en sagt dag', { kind: 'stopped', on: day('2026-02-01'), lastSign: day('2026-01-20') }, 31, true],
    ['stoppet uden dag: dagen efter sidste tegn', { kind: 'stopped', on: null, lastSign: day('2026-01-31') }, 31, true],
    ['ukendt tælles ud ved sidste tegn', { kind: 'unknown', lastSign: day('2026-02-01') }, 31, false],
    ['aktiv', { kind: 'active', on: asOf }, 211, false],
    ['flyttet er ikke stoppet', { kind: 'moved', on: day('2026-02-01') }, 31, false],
    ['for gammel er ikke stoppet', { kind: 'aged-out', on: day('2026-02-01') }, 31, false],
    ['et stop efter opgørelsesdagen er ikke sket endnu', { kind: 'stopped', on: addDays(asOf, 1), lastSign: asOf }, 211, false],
  ]
  test.each(cases)('%s', (_name, end, days, stopped) => expect(observe(stay(end), asOf, 'censored')).toEqual({ days, stopped }))

  test('den viste kurve ligger mellem alle ukendte stoppet og alle ukendte aktive', () => {
    const ends = fc.constantFrom('stopped', 'unknown', 'active', 'moved')
    const list = fc.array(fc.record({ kind: ends, after: fc.nat(200) }), { minLength: 5, maxLength: 40 })
    fc.assert(fc.property(list, (children) => {
      const stays = children.map(({ kind, after }): Stay => {
        const on = addDays(start, after)
        return stay(kind === 'stopped' ? { kind, on, lastSign: on } : kind === 'unknown' ? { kind, lastSign: on } : kind === 'active' ? { kind, on: asOf } : { kind: 'moved', on })
      })
      const made = stayCurves(stays, asOf, 5, [30, 90])
      if (!made.ok) throw new Error('enough children were given')
      const at = (curve: typeof made.curve, days: number) => curve.filter((point) => point.days <= days).at(-1)!.share
      const end = Math.min(...[made.curve, made.allUnknownActive, made.allUnknownStopped].map((curve) => curve.at(-1)!.days))
      for (let days = 0; days <= end; days += 1) {
        expect(at(made.allUnknownActive, days)).toBeGreaterThanOrEqual(at(made.curve, days) - 1e-9)
        expect(at(made.allUnknownStopped, days)).toBeLessThanOrEqual(at(made.curve, days) + 1e-9)
      }
      for (const { count } of made.atRisk) expect(count === null || count >= 5).toBe(true)
    }))
  })
  test('fire børn giver ingen kurve', () => {
    expect(stayCurves(Array.from({ length: 4 }, () => stay({ kind: 'active', on: asOf })), asOf, 5, [])).toMatchObject({ ok: false, whyNot: { reason: 'too-few-for-curve' } })
  })
})
