import type { Now, Tx } from '@medspil/db'
import { findLink, findLogin, loadForeningName, touchLogin } from '@medspil/db/access'
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
  const now = parts.clock()
  if (link) {
    const actor = await parts.database.asActor({ kind: 'login', kommuneId, id: null }, { now, procedure: 'access.resolve' }, (tx) => holderOf(tx, link))
    return { actor: actor ?? visitor.actor, sessionHash: null }
  }
  const sessionHash = hashOf(mine?.token ?? '')
  const actor = app && (await loggedIn(parts, { app, kommuneId, sessionHash, now }))
  return actor ? { actor, sessionHash } : visitor
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

interface Knocking { app: AppName; kommuneId: string; sessionHash: Uint8Array; now: Now }

/** The actor of an open login; null when it ended, idled too long, or the right behind it is gone. */
async function loggedIn({ database, securityClock }: AppParts, { app, kommuneId, sessionHash, now }: Knocking): Promise<Actor | null> {
  const login = await findLogin(database.pool, { kommuneId, tokenHash: sessionHash, now })
  const { at } = securityClock()
  const idleMs = login ? at.getTime() - login.seenAt.getTime() : 0
  if (!login || login.app !== app || login.endedAt || login.expiresAt <= at || idleMs > idleMinutes[app] * 60_000) return null
  if (idleMs > touchSeconds * 1000) await touchLogin(database.pool, { kommuneId, id: login.id, now, seenAt: at })
  const { personKey, person, staff } = login
  if (login.staffId) {
    if (!staff || staff.personKey !== personKey) return null
    const { id, name, role, profession, workplace, capOre } = staff
    const proofAge = Math.floor((at.getTime() - login.authAt.getTime()) / 1000)
    return { kind: role as StaffRole, kommuneId, id, name, personKey, profession, workplace, capOre, proofAge }
  }
  if (login.guideId) return login.guideName === null ? null : { kind: 'fritidsguide', kommuneId, id: login.guideId, name: login.guideName, personKey }
  return person && { kind: 'family', kommuneId, id: person.id, name: person.name, birthDay: person.birthDay, personKey }
}
