import { expect, test } from 'vitest'
import { foreningPoints, mayApprove, openPoints, type CheckedPoint } from './checklist.ts'

const all = foreningPoints.map((point): CheckedPoint => ({ point, isMet: true, waivedBecause: null }))
const without = (index: number, waivedBecause: string | null) => all.with(index, { ...all[index]!, isMet: false, waivedBecause })

test('alle krav er opfyldt', () => expect(mayApprove(all)).toEqual({ ok: true }))
test('et krav er ikke opfyldt, og ingen har skrevet hvorfor det fraviges', () => {
  expect(mayApprove(without(3, null))).toEqual({ ok: false, whyNot: { reason: 'forening-points-open', points: ['paying-members'] } })
  expect(openPoints(without(3, '  '))).toEqual(['paying-members'])
})
test('et krav fraviges skriftligt', () => expect(mayApprove(without(3, 'Ny forening, fire medlemmer nu')).ok).toBe(true))
test('et krav, ingen har set på, er ikke opfyldt', () => expect(openPoints(all.slice(1))).toEqual(['purpose']))
