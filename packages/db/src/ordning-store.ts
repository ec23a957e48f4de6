import { type OrdningTexts, type OrdningVersion, parseOrdningRules, type OrdningRules, rulesToJson } from '@medspil/domain/ordning'
import type { Day } from '@medspil/domain/day'
import type { Tx } from './as-actor.ts'
import { dateOf, dayOf, dayOrNull } from './days.ts'
import type { Prisma } from './prisma-client/client.ts'

/** A version with its place in the house. A draft holds for nobody until it is published. */
export interface StoredVersion extends OrdningVersion {
  id: string
  ordningId: string
  state: 'draft' | 'published'
  draftedBy: string | null
  publishedBy: string | null
  publishedAt: Date | null
}

/** An ordning with every version, newest first. */
export interface StoredOrdning { id: string; key: string; name: string; department: string; versions: StoredVersion[] }

/** All ordninger of the kommune by name. Public: nothing of a person. */
export async function loadOrdninger(tx: Tx): Promise<StoredOrdning[]> {
  const rows = await tx.db.ordning.findMany({ where: { kommuneId: tx.kommuneId }, orderBy: { name: 'asc' }, include: { versions: { orderBy: { number: 'desc' } } } })
  return rows.map(ordningOf)
}

/** One ordning; null when the kommune has none of this id or key. */
export async function loadOrdning(tx: Tx, by: { id: string } | { key: string }): Promise<StoredOrdning | null> {
  const row = await tx.db.ordning.findFirst({ where: { kommuneId: tx.kommuneId, ...by }, include: { versions: { orderBy: { number: 'desc' } } } })
  return row && ordningOf(row)
}

/** The ordning of a version, and the version itself; null when the kommune has no such version. */
export async function loadVersion(tx: Tx, versionId: string): Promise<{ ordning: StoredOrdning; version: StoredVersion } | null> {
  const row = await tx.db.ordningVersion.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id: versionId } }, select: { ordningId: true } })
  const ordning = row && await loadOrdning(tx, { id: row.ordningId })
  const version = ordning?.versions.find(({ id }) => id === versionId)
  return ordning && version ? { ordning, version } : null
}

/** The names of the staff who wrote and published versions, by id. */
export async function loadStaffNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.db.staff.findMany({ where: { kommuneId: tx.kommuneId, id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What an administrator writes into a draft. */
export interface DraftFacts { validFrom: Day; validTo: Day | null; rules: OrdningRules; texts: OrdningTexts; source: string }

/** A new draft under the ordning. */
export async function addDraft(tx: Tx, draft: DraftFacts & { id: string; ordningId: string; number: number; draftedBy: string }): Promise<void> {
  await tx.db.ordningVersion.createMany({ data: [{ kommuneId: tx.kommuneId, state: 'draft', ...draft, ...columnsOf(draft) }] })
}

/** Changes a draft. @returns false when the version is not a draft: what is published stays */
export async function changeDraft(tx: Tx, id: string, draft: DraftFacts): Promise<boolean> {
  const { count } = await tx.db.ordningVersion.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'draft' }, data: { source: draft.source, ...columnsOf(draft) } })
  return count === 1
}

/** Makes a draft the public's. @returns false when it was not a draft any more */
export async function markPublished(tx: Tx, id: string, publishedBy: string): Promise<boolean> {
  const { count } = await tx.db.ordningVersion.updateMany({ where: { kommuneId: tx.kommuneId, id, state: 'draft' }, data: { state: 'published', publishedBy, publishedAt: tx.now.at } })
  return count === 1
}

const columnsOf = ({ rules, texts, validFrom, validTo }: DraftFacts) => ({
  rules: rulesToJson(rules) as Prisma.InputJsonValue, texts: texts as unknown as Prisma.InputJsonValue,
  validFrom: dateOf(validFrom), validTo: validTo && dateOf(validTo),
})

type Row = Prisma.OrdningGetPayload<{ include: { versions: true } }>

function ordningOf({ id, key, name, department, versions }: Row): StoredOrdning {
  return { id, key, name, department, versions: versions.map(versionOf) }
}

function versionOf(row: Row['versions'][number]): StoredVersion {
  const read = parseOrdningRules(row.rules)
  if (!read.ok) throw new Error(`the rules of version ${row.id} cannot be read: ${read.whyNot.faults.map((fault) => JSON.stringify(fault)).join(' ')}`)
  const { id, ordningId, number, source, draftedBy, publishedBy, publishedAt } = row
  return {
    id, ordningId, number, source, draftedBy, publishedBy, publishedAt, state: row.state as StoredVersion['state'],
    validFrom: dayOf(row.validFrom), validTo: dayOrNull(row.validTo), rules: read.rules, texts: row.texts as unknown as OrdningTexts,
  }
}
