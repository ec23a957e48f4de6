import type { Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dayOf, dayOrNull } from '../days.ts'

/** Sign-ups the forening said yes to, of open courses without a first training; shaped as a plan takes them. */
export async function loadSignupsNotBegun(tx: Tx) {
  const courses = await tx.db.course.findMany({ where: { kommuneId: tx.kommuneId, state: 'open', firstTrainingOn: null }, select: { id: true } })
  const rows = await tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, state: 'confirmed', startedOn: null, courseId: { in: courses.map(({ id }) => id) } }, orderBy: { id: 'asc' },
    select: { id: true, childId: true, courseId: true, state: true, createdAt: true, answeredAt: true, periodFrom: true, startedOn: true, endedOn: true, offer: {
      select: { weekday: true, seasonFrom: true, seasonTo: true, occurrences: { select: { day: true }, orderBy: { day: 'asc' } } },
    } },
  })
  return rows.map(({ offer, ...signup }) => ({
    ...signup, periodFrom: dayOrNull(signup.periodFrom), startedOn: dayOrNull(signup.startedOn), endedOn: dayOrNull(signup.endedOn),
    weekday: offer.weekday, seasonFrom: dayOf(offer.seasonFrom), seasonTo: dayOf(offer.seasonTo), days: offer.occurrences.map(({ day }) => dayOf(day)),
  }))
}

/** Whether the family has answered the question about the first training, by course. */
export async function loadFirstAnswers(tx: Tx, courseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db.followUp.findMany({
    where: { kommuneId: tx.kommuneId, courseId: { in: [...courseIds] }, answeredAt: { not: null } }, select: { courseId: true },
  })
  return new Set(rows.map(({ courseId }) => courseId))
}

/** Passes with money on them, of open courses; `signedUp`: the child holds or has held a place in the course. Øre. */
export async function loadOpenPasses(tx: Tx) {
  const rows = await tx.db.$queryRaw<{ id: string; childId: string; courseId: string; since: Date; validTo: Date; left: bigint; signedUp: boolean }[]>`
    select f.id, f.child_id as "childId", f.course_id as "courseId", greatest(f.valid_from, (f.issued_at at time zone 'Europe/Copenhagen')::date) as since, f.valid_to as "validTo",
      (select coalesce(sum(p.available), 0)::bigint from purse p where p.kommune_id = f.kommune_id and p.fritidspas_id = f.id) as left,
      exists (select 1 from signup s where s.kommune_id = f.kommune_id and s.course_id = f.course_id
        and s.state not in ('declined', 'lapsed', 'not-drawn', 'cancelled-by-family', 'cancelled-by-forening', 'cancelled-by-kommune')) as "signedUp"
    from fritidspas f join course c on c.kommune_id = f.kommune_id and c.id = f.course_id
    where f.kommune_id = ${tx.kommuneId}::uuid and f.state in ('issued', 'active') and c.state = 'open' order by f.id`
  return rows.map(({ since, validTo, left, ...row }) => ({ ...row, since: dayOf(since), validTo: dayOf(validTo), left: left as Ore }))
}

/** Ends the open tasks whose reason is gone: the child came, the forening answered, the pass was used, the course is over. */
export async function closeSettledTasks(tx: Tx): Promise<number> {
  return tx.db.$executeRaw`
    update task t set state = 'done', outcome = 'settled-by-itself', done_at = ${tx.now.at}
    where t.kommune_id = ${tx.kommuneId}::uuid and t.state = 'open' and (
      exists (select 1 from course c where c.kommune_id = t.kommune_id and c.id = t.course_id
        and (c.state = 'closed' or (t.kind = 'first-training-missing' and c.first_training_on is not null)))
      or (t.kind = 'forening-silent' and exists (select 1 from signup s where s.kommune_id = t.kommune_id and s.id = t.signup_id and s.state <> 'requested'))
      or (t.kind = 'pass-unused' and exists (select 1 from signup s where s.kommune_id = t.kommune_id and s.course_id = t.course_id and s.place and s.created_at > t.created_at))
      or (t.kind = 'absent-in-a-row' and exists (
        select 1 from attendance_mark m where m.kommune_id = t.kommune_id and m.signup_id = t.signup_id and m.mark = 'present' and m.day > (t.facts ->> 'since')::date)))`
}
