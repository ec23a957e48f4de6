import type { Tx } from './as-actor.ts'

/** A login on one browser. Only the SHA-256 of its token is kept. */
export interface NewSession {
  id: string
  tokenHash: Uint8Array<ArrayBuffer>
  app: string
  personKey: string
  personId: string | null
  staffId: string | null
  guideId: string | null
  level: string
  name: string
  /** When MitID was last shown. */
  authAt: Date
  createdAt: Date
  expiresAt: Date
  userAgent: string
}

/** Saves a new login. */
export async function saveSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.db.session.createMany({ data: [{ kommuneId: tx.kommuneId, seenAt: session.createdAt, ...session }] })
}

/** Open logins of one human, newest first. */
export async function loadSessionsOf(tx: Tx, personKey: string, app: string, at: Date) {
  return tx.db.session.findMany({ where: { kommuneId: tx.kommuneId, personKey, app, endedAt: null, expiresAt: { gt: at } }, orderBy: { createdAt: 'desc' } })
}

/** Ends one login of a human. @returns whether one was ended */
export async function endSession(tx: Tx, which: { id: string; personKey: string } | { tokenHash: Uint8Array<ArrayBuffer> }, endedAt: Date): Promise<boolean> {
  const ended = await tx.db.session.updateMany({ where: { kommuneId: tx.kommuneId, ...which, endedAt: null }, data: { endedAt } })
  return ended.count > 0
}

/** Lets a login act in another role of the same human. */
export async function changeSessionRole(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>, staffId: string): Promise<void> {
  await tx.db.session.updateMany({ where: { kommuneId: tx.kommuneId, tokenHash, endedAt: null }, data: { staffId } })
}

/** What stands of a login that was begun, until the broker sends the browser back. */
export interface NewLoginAttempt {
  id: string
  cookieHash: Uint8Array<ArrayBuffer>
  issuer: string
  state: string
  nonce: string
  codeVerifier: string
  app: string
  returnTo: string
  expiresAt: Date
}

/** Saves a login that was begun. */
export async function saveLoginAttempt(tx: Tx, attempt: NewLoginAttempt): Promise<void> {
  await tx.db.loginAttempt.createMany({ data: [{ kommuneId: tx.kommuneId, ...attempt }] })
}

/** Takes a login that was begun: once, by the browser that began it, in time. Null otherwise. */
export async function takeLoginAttempt(tx: Tx, id: string, cookieHash: Uint8Array<ArrayBuffer>, at: Date) {
  const taken = await tx.db.loginAttempt.updateMany({ where: { kommuneId: tx.kommuneId, id, cookieHash, usedAt: null, expiresAt: { gt: at } }, data: { usedAt: at } })
  return taken.count === 1 ? tx.db.loginAttempt.findUnique({ where: { kommuneId_id: { kommuneId: tx.kommuneId, id } } }) : null
}
