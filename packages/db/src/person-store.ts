import type { Day } from '@medspil/domain/day'
import { Cpr } from './cpr.ts'
import { dateOf } from './days.ts'
import { newId } from './new-id.ts'
import { makePersonKey, open, seal } from './sealed.ts'
import type { Tx } from './as-actor.ts'

/** A human as the person registry tells of them. */
export interface PersonFacts {
  cpr: Cpr
  name: string
  birthDay: Day
  gender: string
  address: string | null
  postcode: string | null
  area: string | null
  school: string | null
  phone: string | null
  mail: string | null
  nameProtected: boolean
  addressProtected: boolean
  livesInKommune: boolean
}

/** A recorded tie between an adult and a child, both already written. */
export interface RelationFacts { adultId: string; childId: string; kind: string; livesWith: boolean; source: string; fromDay: Day; toDay: Day | null }

/** The id of a person with this CPR number in the kommune; null when unknown. Tells nothing else. */
export async function findPersonByCpr(tx: Tx, cpr: Cpr): Promise<string | null> {
  const rows = await tx.db.$queryRaw<{ id: string | null }[]>`select medspil.person_by_cpr(${cpr.index(tx)}::bytea) as id`
  return rows[0]?.id ?? null
}

/** The same for every login of one human, whichever issuer: what "another person" is decided by. */
export function personKeyOf(tx: Tx, cpr: Cpr): string {
  return keyOfIndex(cpr.index(tx))
}

const keyOfIndex = (cprIndex: Uint8Array): string => `cpr:${Buffer.from(cprIndex).toString('hex')}`

/**
 * The keys of some children and of every adult tied to them today or before, for telling who may not handle their cases. No
 * number is opened. Run as one who sees the adults: a caseworker of the child, or the worker.
 */
export async function loadPartyKeys(tx: Tx, childIds: readonly string[]): Promise<string[]> {
  const ties = await tx.db.relation.findMany({ where: { kommuneId: tx.kommuneId, childId: { in: [...childIds] } }, select: { adultId: true } })
  const people = await tx.db.person.findMany({ where: { kommuneId: tx.kommuneId, id: { in: [...childIds, ...ties.map(({ adultId }) => adultId)] } }, select: { cprIndex: true } })
  return people.flatMap(({ cprIndex }) => (cprIndex ? [keyOfIndex(cprIndex)] : []))
}

/**
 * Writes a person as the registry tells of them, CPR and address sealed. Protection rises at once and never falls
 * without a person (law.md 5); a phone or a mail the registry does not know is left as it stands.
 * @returns the person's id, kept from the first time
 */
export async function savePerson(tx: Tx, facts: PersonFacts): Promise<string> {
  const known = await findPersonByCpr(tx, facts.cpr)
  const id = known ?? newId()
  const { cpr, address, birthDay, nameProtected, addressProtected, phone, mail, ...plain } = facts
  const told = { ...plain, birthDay: dateOf(birthDay) }
  if (known) {
    await tx.db.person.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
      ...told, ...(phone && { phone }), ...(mail && { mail }), ...(nameProtected && { nameProtected }), ...(addressProtected && { addressProtected }), addressSealed: await sealAddress(tx, id, address),
    } })
    return id
  }
  // The key points at the person, so the row comes first and is sealed after.
  await tx.db.person.createMany({ data: [{ kommuneId: tx.kommuneId, id, ...told, phone, mail, nameProtected, addressProtected, cprIndex: cpr.index(tx), createdAt: tx.now.at }] })
  await makePersonKey(tx, id)
  await tx.db.person.updateMany({ where: { kommuneId: tx.kommuneId, id }, data: {
    cprSealed: await seal(tx, { personId: id, table: 'person', rowId: id, column: 'cpr_sealed' }, cpr.reveal()),
    addressSealed: await sealAddress(tx, id, address),
  } })
  return id
}

async function sealAddress(tx: Tx, id: string, address: string | null) {
  return address === null ? null : seal(tx, { personId: id, table: 'person', rowId: id, column: 'address_sealed' }, address)
}

/**
 * Writes what the registry says of one adult's or one child's ties, and ends those it no longer tells of.
 * @param about whose ties these all are
 */
export async function saveRelations(tx: Tx, about: string, relations: readonly RelationFacts[]): Promise<void> {
  const standing = await tx.db.relation.findMany({ where: { kommuneId: tx.kommuneId, toDay: null, OR: [{ adultId: about }, { childId: about }] } })
  const keyOf = (tie: { adultId: string; childId: string; kind: string }) => `${tie.adultId}/${tie.childId}/${tie.kind}`
  const told = new Set(relations.map(keyOf))
  const gone = standing.filter((tie) => !told.has(keyOf(tie))).map((tie) => tie.id)
  if (gone.length > 0) await tx.db.relation.updateMany({ where: { kommuneId: tx.kommuneId, id: { in: gone } }, data: { toDay: dateOf(tx.now.day) } })
  for (const { fromDay, toDay, adultId, childId, kind, livesWith, source } of relations) {
    const changed = await tx.db.relation.updateMany({
      where: { kommuneId: tx.kommuneId, adultId, childId, kind, fromDay: dateOf(fromDay) }, data: { livesWith, source, toDay: toDay && dateOf(toDay) },
    })
    if (changed.count === 0) await tx.db.relation.createMany({ data: [{
      kommuneId: tx.kommuneId, id: newId(), adultId, childId, kind, livesWith, source, fromDay: dateOf(fromDay), toDay: toDay && dateOf(toDay),
    }] })
  }
}

/** Who a login or a message is for. */
export async function loadPerson(tx: Tx, id: string) {
  return tx.db.person.findUnique({
    where: { kommuneId_id: { kommuneId: tx.kommuneId, id } },
    select: { id: true, name: true, birthDay: true, phone: true, mail: true, language: true, contactBarred: true },
  })
}

/** The CPR number, for Digital Post and the registry only; null when the person has none. */
export async function openCpr(tx: Tx, id: string): Promise<Cpr | null> {
  const row = await tx.db.person.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { cprSealed: true } })
  if (!row?.cprSealed) return null
  return Cpr.parse(await open(tx, { personId: id, table: 'person', rowId: id, column: 'cpr_sealed' }, row.cprSealed))
}

/** Keeps the class a child is in today. */
export async function saveGrade(tx: Tx, childId: string, grade: number): Promise<void> {
  await tx.db.person.updateMany({ where: { kommuneId: tx.kommuneId, id: childId }, data: { gradeValue: grade, gradeAsOf: dateOf(tx.now.day) } })
}
