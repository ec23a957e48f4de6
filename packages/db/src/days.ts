import { type Day, day } from '@medspil/domain/day'

/** A calendar day as PostgreSQL's `date` travels through Prisma: midnight UTC. */
export function dateOf(d: Day): Date {
  return new Date(`${d}T00:00:00.000Z`)
}

/** Back from Prisma. */
export function dayOf(date: Date): Day {
  return day(date.toISOString().slice(0, 10))
}

/** Back from Prisma, where the column may be empty. */
export function dayOrNull(date: Date | null): Day | null {
  return date && dayOf(date)
}
