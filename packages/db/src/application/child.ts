import { isStaff } from '@medspil/domain/access'
import type { Day } from '@medspil/domain/day'
import { logRead } from '../audit.ts'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'
import { newId } from '../new-id.ts'

/** What an application needs of a child. Never CPR, address or contact. */
export interface ChildFacts { id: string; name: string; birthDay: Day; area: string | null; school: string | null; livesInKommune: boolean; language: string }

const columns = { id: true, name: true, birthDay: true, area: true, school: true, livesInKommune: true, language: true } as const

/** One child, logged as read; null when it is not the actor's to see. */
export async function loadChild(tx: Tx, childId: string, why: string): Promise<ChildFacts | null> {
  return (await loadChildren(tx, [childId], why))[0] ?? null
}

/** Some children by id, logged as read. */
export async function loadChildren(tx: Tx, ids: readonly string[], why: string): Promise<ChildFacts[]> {
  const rows = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...ids] } }, select: columns })
  await logRead(tx, rows.map(({ id }) => id), why, ['name', 'birth-day', 'school'])
  return rows.map((row) => ({ ...row, birthDay: dayOf(row.birthDay) }))
}

/** Ids of the children the actor stands in a relation to today, itself included. Ids alone: what is read of them is logged where it is read. */
export async function loadMyChildIds(tx: Tx): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`select my_children as id from medspil.my_children()`
  return rows.map(({ id }) => id)
}

/** The children the actor stands in a relation to today, itself included, oldest first. */
export async function loadMyChildren(tx: Tx): Promise<ChildFacts[]> {
  const children = await loadChildren(tx, await loadMyChildIds(tx), 'værge')
  return children.sort((a, b) => (a.birthDay < b.birthDay ? -1 : 1))
}

/** An adult with custody, or a foster parent, of a child today. */
export interface Guardian { id: string; name: string; language: string }

/** Those who decide for the child today, for staff with a relation to it. Nobody else sees the other guardian. */
export async function loadGuardians(tx: Tx, childId: string): Promise<Guardian[]> {
  if (!isStaff(tx.actor) && tx.actor.kind !== 'job') return []
  const today = dateOf(tx.now.day)
  const relations = await tx.db.relation.findMany({ where: {
    kommuneId: tx.kommuneId, childId, kind: { in: ['custody', 'foster'] }, fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }],
  } })
  const rows = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: relations.map(({ adultId }) => adultId) } }, select: { id: true, name: true, language: true }, orderBy: { name: 'asc' } })
  return rows
}

/** The receiver of a letter, by name and language; null when the actor may not see them. */
export async function loadReceiver(tx: Tx, id: string): Promise<Guardian | null> {
  return tx.db.person.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { id: true, name: true, language: true } })
}

/** Lets the desks that work with applications reach a child; once is enough. */
export async function letDesksIn(tx: Tx, childId: string, why: string): Promise<void> {
  await tx.db.childAccess.createMany({ skipDuplicates: true, data: (['caseworker', 'fritidsvejleder'] as const).map((role) => ({
    kommuneId: tx.kommuneId, id: newId(), childId, staffId: null, role, why, fromAt: tx.now.at,
  })) })
}

/** Lets one member of staff reach a child, for a reason that the family's log shows. */
export async function letStaffIn(tx: Tx, childId: string, staffId: string, why: 'found' | 'granted' | 'nominated'): Promise<void> {
  await tx.db.childAccess.createMany({ skipDuplicates: true, data: [{ kommuneId: tx.kommuneId, id: newId(), childId, staffId, role: null, why, fromAt: tx.now.at }] })
}

/** A look-up became an act: the access now rests on that. */
export async function keepStaffIn(tx: Tx, childId: string, staffId: string, why: 'granted' | 'nominated'): Promise<void> {
  await tx.db.childAccess.updateMany({ where: { kommuneId: tx.kommuneId, childId, staffId, endedAt: null }, data: { why } })
}

/** Ends a fagperson's look-ups from before a moment that came to nothing: the child is theirs no longer. */
export async function endLookUps(tx: Tx, staffId: string, before: Date): Promise<void> {
  await tx.db.childAccess.updateMany({ where: { kommuneId: tx.kommuneId, staffId, why: 'found', endedAt: null, fromAt: { lt: before } }, data: { endedAt: tx.now.at } })
}

/** Whether a child's place is kept secret from this adult: the child is sheltered (law.md 5), and the adult lives elsewhere. */
export async function isKeptFrom(tx: Tx, childId: string, adultId: string): Promise<boolean> {
  if (childId === adultId) return false
  const today = dateOf(tx.now.day)
  const home = await tx.db.relation.count({ where: { kommuneId: tx.kommuneId, childId, adultId, livesWith: true, OR: [{ toDay: null }, { toDay: { gte: today } }] } })
  if (home > 0) return false
  const [row] = await tx.db.$queryRaw<{ sheltered: boolean }[]>`select medspil.is_sheltered(${childId}::uuid) as sheltered`
  return row?.sheltered ?? true
}

/** A colleague by name and profession; null when unknown. */
export async function loadStaffMember(tx: Tx, id: string): Promise<{ name: string; profession: string | null } | null> {
  return tx.db.staff.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { name: true, profession: true } })
}
