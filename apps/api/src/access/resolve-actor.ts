import type { Tx } from '@medspil/db'
import { findLink, findSession, loadActiveStaff, loadForeningName, loadGuideName, touchSession } from '@medspil/db/access'
import { loadPerson } from '@medspil/db/person'
import { dayOf } from '@medspil/db'
import type { Actor, LinkPurpose, StaffRole } from '@medspil/domain/access'
import type { AppParts } from '../app.ts'
import { appOf, type AppName } from '../http/which-app.ts'
import { readCookie, sessionCookie, splitSession } from './cookies.ts'
import { kommuneIdOf } from './kommune-ids.ts'
import { hashOf } from './secrets.ts'

/** Minutes without use after which a login ends (ASVS 7.3.1). */
export const idleMinutes: Record<AppName, number> = { family: 30, desk: 15 }

/** Seen-at is written at most this often, so that reading stays cheap. */
const touchSeconds = 60

/** Who sends a request; the hash of the session's secret when it is a login. */
export interface Resolved { actor: Actor; sessionHash: Uint8Array<ArrayBuffer> | null }

/**
 * Finds out who asks: a link's holder by its secret, else a login by its cookie, else a visitor. A secret of another kommune
 * than the page's is no secret here. Never throws for a wrong one: a visitor simply may less.
 */
export async function resolveActor(parts: AppParts, request: Request): Promise<Resolved> {
  const app = appOf(parts.env, request.headers.get('host'))
  const session = app && splitSession(readCookie(request.headers.get('cookie'), sessionCookie(app)))
  const kommuneKey = request.headers.get('medspil-kommune') ?? session?.kommuneKey
  const kommuneId = kommuneKey ? await kommuneIdOf(parts.database, kommuneKey) : null
  const visitor: Resolved = { actor: { kind: 'visitor', kommuneId: kommuneId ?? '', id: null }, sessionHash: null }
  if (!kommuneId) return visitor

  const link = request.headers.get('medspil-link')
  const mine = session?.kommuneKey === kommuneKey ? session : null
  if (!link && !mine) return visitor
  const call = { now: parts.clock(), procedure: 'access.resolve' }
  return parts.database.asActor({ kind: 'login', kommuneId, id: null }, call, async (tx) => {
    if (link) return { actor: (await holderOf(tx, link)) ?? visitor.actor, sessionHash: null }
    const sessionHash = hashOf(mine?.token ?? '')
    const actor = app && (await loggedIn(tx, app, sessionHash, parts.securityClock().at))
    return actor ? { actor, sessionHash } : visitor
  })
}

/**
 * The holder of a link that was neither ended nor left to expire. A used one still tells who it is, so that a lost answer
 * can be asked for again; what it may do after is for the verb to say.
 */
async function holderOf(tx: Tx, token: string): Promise<Actor | null> {
  const link = await findLink(tx, hashOf(token))
  if (!link || link.revokedAt || link.expiresAt <= tx.now.at) return null
  const purpose = link.purpose as LinkPurpose
  if (link.foreningId) {
    const name = await loadForeningName(tx, link.foreningId)
    return name === null ? null : { kind: 'forening', kommuneId: tx.kommuneId, id: link.foreningId, name, linkId: link.id, purpose, subjectId: link.subjectId }
  }
  return link.personId ? { kind: 'link', kommuneId: tx.kommuneId, id: link.id, personId: link.personId, purpose, subjectId: link.subjectId } : null
}

/** The actor of an open login; null when it ended, idled too long, or the right behind it is gone. */
async function loggedIn(tx: Tx, app: AppName, tokenHash: Uint8Array<ArrayBuffer>, at: Date): Promise<Actor | null> {
  const session = await findSession(tx, tokenHash)
  const idleMs = session ? at.getTime() - session.seenAt.getTime() : 0
  if (!session || session.app !== app || session.endedAt || session.expiresAt <= at || idleMs > idleMinutes[app] * 60_000) return null
  if (idleMs > touchSeconds * 1000) await touchSession(tx, session.id, at)
  const { kommuneId } = tx
  const { personKey } = session
  if (session.staffId) {
    const staff = await loadActiveStaff(tx, session.staffId)
    if (!staff || staff.personKey !== personKey) return null
    const { id, name, profession, workplace, capOre } = staff
    const proofAge = Math.floor((at.getTime() - session.authAt.getTime()) / 1000)
    return { kind: staff.role as StaffRole, kommuneId, id, name, personKey, profession, workplace, capOre, proofAge }
  }
  if (session.guideId) {
    const name = await loadGuideName(tx, session.guideId)
    return name === null ? null : { kind: 'fritidsguide', kommuneId, id: session.guideId, name, personKey }
  }
  const person = session.personId ? await loadPerson(tx, session.personId) : null
  return person && { kind: 'family', kommuneId, id: person.id, name: person.name, birthDay: dayOf(person.birthDay), personKey }
}
