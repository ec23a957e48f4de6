import { addDays } from '@medspil/domain/day'
import type { Ore } from '@medspil/ledger'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf, dayOrNull } from '../days.ts'

/** Sign-ups that wait for their forening's answer. */
export async function loadUnansweredSignups(tx: Tx) {
  return tx.db.signup.findMany({
    where: { kommuneId: tx.kommuneId, state: 'requested', answeredAt: null }, orderBy: { id: 'asc' },
    select: { id: true, childId: true, courseId: true, createdAt: true },
  })
}

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
    select f.id, f.child_id as "childId", f.course_id as "courseId", f.valid_from as since, f.valid_to as "validTo",
      (select coalesce(sum(p.available), 0)::bigint from purse p where p.kommune_id = f.kommune_id and p.fritidspas_id = f.id) as left,
      exists (select 1 from signup s where s.kommune_id = f.kommune_id and s.course_id = f.course_id
        and s.state not in ('declined', 'lapsed', 'not-drawn', 'cancelled-by-family', 'cancelled-by-forening', 'cancelled-by-kommune')) as "signedUp"
    from fritidspas f join course c on c.kommune_id = f.kommune_id and c.id = f.course_id
    where f.kommune_id = ${tx.kommuneId}::uuid and f.state in ('issued', 'active') and c.state = 'open' order by f.id`
  return rows.map(({ since, validTo, left, ...row }) => ({ ...row, since: dayOf(since), validTo: dayOf(validTo), left: left as Ore }))
}

/** Days in which an absence still matters; older ones were found before. */
const absenceDays = 28

/** The marks of sign-ups with an absence lately, all of them, oldest first. */
export async function loadMarksWithAbsence(tx: Tx) {
  const rows = await tx.db.$queryRaw<{ signupId: string; childId: string; courseId: string | null; markId: string; day: Date; presence: string; markedAt: Date; source: string }[]>`
    select m.signup_id as "signupId", m.child_id as "childId", s.course_id as "courseId", m.id as "markId", m.day, m.mark as presence, m.marked_at as "markedAt", m.source
    from attendance_mark m join signup s on s.kommune_id = m.kommune_id and s.id = m.signup_id
    where m.kommune_id = ${tx.kommuneId}::uuid and s.state = 'started' and exists (
      select 1 from attendance_mark a where a.kommune_id = m.kommune_id and a.signup_id = m.signup_id and a.mark = 'absent' and a.day >= ${dateOf(addDays(tx.now.day, -absenceDays))})
    order by m.signup_id, m.day, m.marked_at, m.id`
  return rows.map((row) => ({ ...row, day: dayOf(row.day) }))
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
