import type { Day } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dayOf } from '../days.ts'

/** The ordning version of the course that a claim belongs to; null for a claim without a course. */
export async function loadVersionOfClaim(tx: Tx, claimId: string): Promise<string | null> {
  const claim = await tx.db.claim.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: claimId } }, select: { courseId: true } })
  if (!claim?.courseId) return null
  const course = await tx.db.course.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: claim.courseId } }, select: { ordningVersionId: true } })
  return course?.ordningVersionId ?? null
}

/** A pass's claim for a sign-up that was taken back after the forening's yes. */
export interface Withdrawal { claimId: string; lastDay: Day }

/** What `Effect` notes when the money of a withdrawal is settled. */
export const withdrawalKey = (claimId: string): string => `withdrawal-settled:${claimId}`

/** Withdrawals whose money nobody has settled, oldest first. For the worker. @param limit most that one round takes */
export async function loadWithdrawals(tx: Tx, limit: number): Promise<Withdrawal[]> {
  const rows = await tx.db.$queryRaw<{ claimId: string; lastDay: Date }[]>`
    select c.id as "claimId", s.ended_on as "lastDay" from claim c join signup s on s.kommune_id = c.kommune_id and s.id = c.signup_id
    where c.kommune_id = ${tx.kommuneId}::uuid and c.source_kind = 'fritidspas' and c.state in ('confirmed', 'checked', 'disputed', 'in-payout', 'paid')
      and s.state in ('cancelled-by-family', 'cancelled-by-kommune') and s.ended_on is not null
      and not exists (select 1 from effect e where e.kommune_id = c.kommune_id and e.key = 'withdrawal-settled:' || c.id)
    order by c.id limit ${limit}`
  return rows.map((row) => ({ ...row, lastDay: dayOf(row.lastDay) }))
}
