import { addYears } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dateOf } from '../days.ts'

/** Somebody who answers for a child, or the young person itself. */
export interface Contact {
  childId: string
  personId: string
  name: string
  gender: string | null
  phone: string | null
  mail: string | null
  language: string
  contactBarred: boolean
  isSelf: boolean
}

/** From this age a young person is asked itself. */
const asksSelfFrom = 15

/**
 * Whom to ask about children, the first being the one to ask: a young person itself, else the adult it lives with. Only
 * adults with custody, and foster parents.
 */
export async function loadContacts(tx: Tx, childIds: readonly string[]): Promise<Map<string, Contact[]>> {
  const ids = [...new Set(childIds)]
  const rows = await tx.db.$queryRaw<Contact[]>`
    select p.id as "childId", p.id as "personId", p.name, p.gender, p.phone, p.mail, p.language, p.contact_barred as "contactBarred", true as "isSelf", 0 as place
    from person p where p.kommune_id = ${tx.kommuneId}::uuid and p.id = any(${ids}::uuid[]) and p.birth_day <= ${dateOf(addYears(tx.now.day, -asksSelfFrom))}
    union all
    select r.child_id, a.id, a.name, a.gender, a.phone, a.mail, a.language, a.contact_barred or c.contact_barred, false, case when r.lives_with then 1 else 2 end
    from relation r join person a on a.kommune_id = r.kommune_id and a.id = r.adult_id join person c on c.kommune_id = r.kommune_id and c.id = r.child_id
    where r.kommune_id = ${tx.kommuneId}::uuid and r.child_id = any(${ids}::uuid[]) and r.kind in ('custody', 'foster')
      and r.from_day <= ${dateOf(tx.now.day)} and (r.to_day is null or r.to_day >= ${dateOf(tx.now.day)})
    order by 1, 10, 2`
  const contacts = new Map<string, Contact[]>()
  for (const row of rows) contacts.set(row.childId, [...(contacts.get(row.childId) ?? []), row])
  return contacts
}

/** Whether a contact can be written to. */
export const isReachable = ({ phone, mail, contactBarred }: Contact): boolean => !contactBarred && Boolean(phone ?? mail)

/** Children whose file says that nobody may write or ring. */
export async function loadBarred(tx: Tx, childIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...new Set(childIds)] }, contactBarred: true }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}
