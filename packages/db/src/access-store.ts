import type { Tx } from './as-actor.ts'

export { findLogin, touchLogin } from './login-lookup.ts'
export * from './session-store.ts'

/** The kommuner of this installation, by name. Public: nothing of a person. */
export async function loadKommuner(tx: Tx) {
  return tx.db.kommune.findMany({ orderBy: { name: 'asc' } })
}

/** The transaction's own kommune. */
export async function loadKommune(tx: Tx) {
  return tx.db.kommune.findUniqueOrThrow({ where: { id: tx.kommuneId } })
}

/** What the gate needs of a link to make an actor of its holder; null when unknown here. */
export async function findLink(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>) {
  return tx.db.link.findFirst({ where: { kommuneId: tx.kommuneId, tokenHash } })
}

/** A link by id, as far as the actor may see it. */
export async function loadLink(tx: Tx, id: string) {
  return tx.db.link.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } })
}

/** A link as it is kept: never the token, only its SHA-256. */
export interface NewLink {
  id: string
  tokenHash: Uint8Array<ArrayBuffer>
  purpose: string
  foreningId: string | null
  personId: string | null
  subjectId: string
  expiresAt: Date
}

/**
 * Saves a link and ends an older open one for the same purpose and subject.
 * @returns false when this very link stands already, as after a job that ran twice
 */
export async function saveLink(tx: Tx, link: NewLink): Promise<boolean> {
  const known = await findLink(tx, link.tokenHash)
  if (known) return false
  await tx.db.link.updateMany({
    // A payout has several receivers: each has a link of its own to the same subject.
    where: { kommuneId: tx.kommuneId, purpose: link.purpose, subjectId: link.subjectId, foreningId: link.foreningId, personId: link.personId, revokedAt: null, usedAt: null },
    data: { revokedAt: tx.now.at },
  })
  await tx.db.link.createMany({ data: [{ kommuneId: tx.kommuneId, createdAt: tx.now.at, ...link }] })
  return true
}

/** Ends a link now. @returns whether there was one to end */
export async function revokeLink(tx: Tx, id: string): Promise<boolean> {
  const ended = await tx.db.link.updateMany({ where: { kommuneId: tx.kommuneId, id, revokedAt: null }, data: { revokedAt: tx.now.at } })
  return ended.count > 0
}

/** The name of a forening, for the actor that a link makes. */
export async function loadForeningName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.forening.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { name: true } })
  return row?.name ?? null
}

/** The active roles of one human at this kommune. */
export async function loadStaffOf(tx: Tx, personKey: string) {
  return tx.db.staff.findMany({ where: { kommuneId: tx.kommuneId, personKey, active: true }, orderBy: [{ role: 'asc' }, { id: 'asc' }] })
}

/** An issuer's subject; null when never seen here. */
export async function findIdentity(tx: Tx, issuer: string, subject: string) {
  return tx.db.identity.findUnique({ where: { kommuneId_issuer_subject: { kommuneId: tx.kommuneId, issuer, subject } } })
}

/** Ties an issuer's subject to a person, at the first login. */
export async function saveIdentity(tx: Tx, identity: { id: string; issuer: string; subject: string; personKey: string; personId: string }): Promise<void> {
  await tx.db.identity.createMany({ data: [{ kommuneId: tx.kommuneId, ...identity }] })
}

/** The name of a fritidsguide; null when unknown. */
export async function loadGuideName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.fritidsguide.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } }, select: { name: true } })
  return row?.name ?? null
}

/** Whether this member of staff already holds the child's file. */
export async function holdsChild(tx: Tx, childId: string, staffId: string): Promise<boolean> {
  return (await tx.db.childAccess.count({ where: { kommuneId: tx.kommuneId, childId, staffId, endedAt: null } })) > 0
}

/**
 * Gives a member of staff a child's file, with the reason they wrote.
 * @returns false when there is no such child here; the transaction is then over
 */
export async function saveChildAccess(tx: Tx, access: { id: string; childId: string; staffId: string; why: string; reason: string }): Promise<boolean> {
  // Whoever opens a file may not yet see the child, so only the foreign key can tell whether there is one.
  return tx.db.childAccess.createMany({ data: [{ kommuneId: tx.kommuneId, ...access, fromAt: tx.now.at }] })
    .then(() => true, (error: { code?: string }) => { if (error.code === 'P2003') return false; throw error })
}

/** Notes an event of security: logins, refusals. Facts carry ids and words, never a name or a number. */
export async function noteSecurity(tx: Tx, id: string, event: string, facts: Record<string, string | null>): Promise<void> {
  await tx.db.securityEvent.createMany({ data: [{ kommuneId: tx.kommuneId, id, at: tx.now.at, event, actorKind: tx.actor.kind, actorId: tx.actor.id, facts }] })
}

/** Everybody who looked at a child, newest first. Readable for the family itself and for a leader. */
export async function loadReadsOf(tx: Tx, childId: string, limit: number) {
  return tx.db.readLog.findMany({ where: { kommuneId: tx.kommuneId, childId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit })
}

/** Looks at children since a moment, in an order that is the same all day and tells nothing: for the spot check. */
export async function sampleReads(tx: Tx, since: Date, limit: number) {
  return tx.db.$queryRaw<{ id: string; at: Date; actorName: string; actorKind: string; why: string; fields: string[]; procedure: string; childId: string }[]>`
    select id, at, actor_name as "actorName", actor_kind as "actorKind", why, fields, procedure, child_id as "childId"
    from read_log where kommune_id = ${tx.kommuneId}::uuid and at >= ${since} and actor_kind in ('fagperson', 'caseworker', 'fritidsvejleder', 'payer', 'administrator')
    order by md5(id::text || ${tx.now.day}) limit ${limit}`
}
