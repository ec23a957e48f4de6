import type { ForeningWhyNot } from './why-not.ts'

/** What folkeoplysningsloven § 4 stk. 3 asks of a forening: purpose, board, democracy, at least five active paying members, open to all, home in the kommune, of general benefit, continuous. */
export const foreningPoints = ['purpose', 'board', 'democratic', 'paying-members', 'open', 'home', 'general-benefit', 'continuous'] as const
export type ForeningPoint = (typeof foreningPoints)[number]

/** One point as somebody has looked at it; a point that is not met may be waived with a written reason. */
export type CheckedPoint = { point: ForeningPoint; isMet: boolean; waivedBecause: string | null }

/** Points that block an approval: neither met nor waived in writing, or never looked at. In the law's order. */
export const openPoints = (checklist: readonly CheckedPoint[]): ForeningPoint[] => foreningPoints.filter((point) => {
  const checked = checklist.find((one) => one.point === point)
  return !checked || (!checked.isMet && (checked.waivedBecause ?? '').trim() === '')
})

/** Whether the checklist lets a forening be approved (law.md 6: each unmet point blocks or is waived in writing). */
export const mayApprove = (checklist: readonly CheckedPoint[]): { ok: true } | { ok: false; whyNot: ForeningWhyNot } => {
  const points = openPoints(checklist)
  return points.length === 0 ? { ok: true } : { ok: false, whyNot: { reason: 'forening-points-open', points } }
}
