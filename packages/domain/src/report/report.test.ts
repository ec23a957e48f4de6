import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countFunnel, funnelStages, type CheckState, type FunnelCourse } from './funnel.ts'
import { largestRemainder, wholePercentages } from './largest-remainder.ts'

describe('hele børn: største rest', () => {
  test('9, 77 og 14 % af 1.450: den større gruppe først ved lige rest', () => {
    expect(largestRemainder([9, 77, 14], 1450)).toEqual([130, 1117, 203])
  })
  test('tre lige store: den første', () => expect(wholePercentages([1, 1, 1])).toEqual([34, 33, 33]))
  test('201, 44 og 41 af 286 giver 70, 15 og 14 — og 1 til den største rest', () => {
    expect(wholePercentages([201, 44, 41])).toEqual([70, 16, 14])
  })
  test('ingen at tælle', () => expect(wholePercentages([0, 0])).toEqual([0, 0]))
  test('delene summer altid og ligger under 1 fra den nøjagtige andel', () => {
    fc.assert(fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 8 }), fc.nat(5000), (weights, total) => {
      const whole = weights.reduce((a, b) => a + b, 0)
      const parts = largestRemainder(weights, total)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(whole === 0 ? 0 : total)
      if (whole > 0) parts.forEach((part, at) => expect(Math.abs(part - (weights[at]! * total) / whole)).toBeLessThan(1))
    }))
  })
})

const course = (childId: string, part: Partial<FunnelCourse> = {}): FunnelCourse =>
  ({ childId, guidance: false, pass: true, reached: ['met', 'granted', 'signed-up', 'redeemed', 'first-training'], checks: {}, ...part })

describe('tragten', () => {
  test('et barn med to forløb tæller én gang pr. trin, som begge dele', () => {
    const report = countFunnel([course('A'), course('A', { guidance: true, pass: false, reached: ['met'] })], ['3-months'])
    expect(report.all.stages).toEqual({ met: 1, granted: 1, 'signed-up': 1, redeemed: 1, 'first-training': 1 })
    expect(report.kinds.both.stages.met).toBe(1)
    expect(report.kinds['pass-only'].stages.met).toBe(0)
  })
  test('vejledning uden pas har intet indløst', () => {
    const report = countFunnel([course('A', { guidance: true, pass: false, reached: ['met', 'granted', 'signed-up', 'first-training'] })], [])
    expect(report.kinds['guidance-only'].stages).toEqual({ met: 1, granted: 1, 'signed-up': 1, redeemed: null, 'first-training': 1 })
    expect(report.all.stages.redeemed).toBe(0)
  })
  test('er barnet aktivt ét sted, er det aktivt', () => {
    const report = countFunnel([course('A', { checks: { '3m': 'stopped' } }), course('A', { checks: { '3m': 'active' } })], ['3m'])
    expect(report.all.checks[0]).toEqual({ checkId: '3m', of: 1, active: 1, stopped: 0, unknown: 0, notYetDue: 0 })
  })
  const states: CheckState[] = ['active', 'stopped', 'unknown', 'not-yet-due']
  const courses = fc.array(fc.record({
    childId: fc.integer({ min: 1, max: 8 }).map(String), what: fc.constantFrom([true, false], [false, true], [true, true]),
    far: fc.integer({ min: 1, max: 5 }), check: fc.constantFrom(...states),
  }).map(({ childId, what, far, check }) => course(childId, {
    guidance: what[0]!, pass: what[1]!, checks: far === 5 ? { '3m': check } : {},
    reached: funnelStages.slice(0, far).filter((stage) => stage !== 'redeemed' || what[1]!),
  })))
  test('slagsene summer til alle, trinene falder, og tjekkets fire tal summer til første træning', () => {
    fc.assert(fc.property(courses, (list) => {
      const { all, kinds } = countFunnel(list, ['3m'])
      for (const stage of funnelStages) {
        expect(Object.values(kinds).reduce((sum, kind) => sum + (kind.stages[stage] ?? 0), 0)).toBe(all.stages[stage])
      }
      expect(all.stages.met).toBe(new Set(list.map((c) => c.childId)).size)
      for (const funnel of Object.values(kinds)) {
        // A child that began through guidance may have a pass it never redeemed, so redeeming is held against signing up.
        const { redeemed, ...others } = funnel.stages
        const counts = Object.values(others).map((count) => count!)
        expect([...counts].sort((a, b) => b - a)).toEqual(counts)
        expect(redeemed ?? 0).toBeLessThanOrEqual(funnel.stages['signed-up']!)
        const [check] = funnel.checks
        expect(check!.active + check!.stopped + check!.unknown + check!.notYetDue).toBe(funnel.stages['first-training'])
      }
    }))
  })
  test('rød tvilling: forløb i stedet for børn summer forkert', () => {
    const list = [course('A'), course('A', { guidance: true })]
    expect(list.filter((c) => c.reached.includes('met')).length).not.toBe(countFunnel(list, []).all.stages.met)
  })
})
