import type { Tx } from '../as-actor.ts'

/** Sign-ups that no forening has answered, for the worker. */
export async function loadUnanswered(tx: Tx) {
  return tx.db.signup.findMany({ where: { kommuneId: tx.kommuneId, state: 'requested', answer: null }, select: { id: true, childId: true, courseId: true, createdAt: true }, orderBy: { id: 'asc' } })
}

/** Published season teams that have children, with what tells their days, for the worker. */
export async function loadTeams(tx: Tx) {
  const rows = await tx.db.offer.findMany({
    where: { kommuneId: tx.kommuneId, programId: null, state: 'published', cancelledAt: null, signups: { some: { state: { in: ['confirmed', 'started'] } } } },
    select: { id: true, foreningId: true, weekday: true, seasonFrom: true, seasonTo: true, occurrences: { select: { day: true } } }, orderBy: { id: 'asc' },
  })
  return rows
}
