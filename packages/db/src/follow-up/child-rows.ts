import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dayOf } from '../days.ts'

/** The children the actor stands in a relation to and whose name holds `search`, by name. `found` counts all of them. */
export async function searchOwnChildren(tx: Tx, search: string, limit: number) {
  const mine = await tx.db.$queryRaw<{ id: string }[]>`
    select p.id from person p where p.kommune_id = ${tx.kommuneId}::uuid and p.id in (select medspil.my_children())
      and exists (select 1 from course c where c.kommune_id = p.kommune_id and c.child_id = p.id) and p.name ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`} order by p.name, p.id`
  return { ids: mine.slice(0, limit).map(({ id }) => id), found: mine.length }
}

/** Ids of the courses whose application this fagperson sent. Ids alone: what is read of them is logged where it is read. */
export async function loadCoursesGivenBy(tx: Tx, staffId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db.application.findMany({ where: { kommuneId: tx.kommuneId, staffId, state: { not: 'draft' } }, select: { courseId: true } })
  return new Set(rows.flatMap(({ courseId }) => courseId ?? []))
}

/** The next day something is asked about each child, and its open tasks. */
export async function loadNextOf(tx: Tx, childIds: readonly string[]) {
  const where = { kommuneId: tx.kommuneId, childId: { in: [...childIds] } }
  const asks = await tx.db.followUp.findMany({ where: { ...where, state: { in: ['planned', 'due'] } }, orderBy: { dueOn: 'desc' }, select: { childId: true, dueOn: true } })
  const tasks = await tx.db.task.findMany({ where: { ...where, state: 'open' }, select: { childId: true } })
  return {
    nextOn: new Map(asks.map(({ childId, dueOn }) => [childId, dayOf(dueOn)])),
    openTasks: new Map(childIds.map((id) => [id, tasks.filter(({ childId }) => childId === id).length])),
  }
}

/** Everything of a child's courses on one page, logged as read. */
export async function loadChildCourses(tx: Tx, childId: string, why: string) {
  await logRead(tx, [childId], why, ['application', 'decision', 'fritidspas', 'signup', 'attendance', 'follow-up', 'letter-list', 'contact'])
  const where = { kommuneId: tx.kommuneId, childId }
  const courses = await tx.db.course.findMany({ where, orderBy: [{ metOn: 'desc' }, { id: 'asc' }], include: { passes: { orderBy: { issuedAt: 'desc' }, include: { purses: { orderBy: { position: 'asc' } } } } } })
  const ordninger = await tx.db.ordning.findMany({ where: { kommuneId: tx.kommuneId, id: { in: courses.map(({ ordningId }) => ordningId) } }, select: { id: true, key: true, name: true } })
  const applications = await tx.db.application.findMany({
    where: { ...where, state: { not: 'draft' } }, orderBy: { createdAt: 'asc' },
    select: { id: true, courseId: true, reference: true, state: true, submittedAt: true, decisions: {
      orderBy: { decidedAt: 'asc' }, select: { id: true, result: true, decidedOn: true, deciderName: true, automatic: true },
    } },
  })
  const signups = await tx.db.signup.findMany({ where, orderBy: { createdAt: 'asc' }, include: { offer: { select: { title: true, pictogram: true, forening: { select: { name: true } } } } } })
  const followUps = await tx.db.followUp.findMany({ where, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] })
  const guides = await tx.db.guideMatch.findMany({ where, orderBy: { id: 'desc' } })
  const letters = await tx.db.letter.findMany({ where, orderBy: { createdAt: 'desc' }, select: { id: true, title: true, state: true, createdAt: true } })
  return { courses, ordninger, applications, signups, followUps, guides, letters }
}
/** What stands on Barnets forløb, as it is stored. */
export type ChildCourses = Awaited<ReturnType<typeof loadChildCourses>>
