import { newId, type Tx } from '@medspil/db'
import { endSession, findIdentity, loadGuideName, loadStaffOf, noteSecurity, saveIdentity, saveSession } from '@medspil/db/access'
import { Cpr } from '@medspil/db/cpr'
import { personKeyOf, savePerson, saveRelations } from '@medspil/db/person'
import { completedYears } from '@medspil/domain/day'
import type { IDToken } from 'openid-client'
import type { AppParts } from '../app.ts'
import type { PersonRegistry, RegisteredPerson } from '../gateways/person-registry.ts'
import type { AppName } from '../http/which-app.ts'
import { levelOf, reaches } from './issuers.ts'
import type { Errand } from './login-routes.ts'
import { LoginRefused, type LoginWhyNot } from './login-refused.ts'
import type { Resolved } from './resolve-actor.ts'
import { newToken, hashOf } from './secrets.ts'

/** A login lasts at most eight hours, used or not (ASVS 7.3.2). */
export const sessionSeconds = 8 * 3600

/** Young people log in themselves from this age. */
const youngestToLogIn = 15

interface Proven {
  app: AppName
  kommuneId: string
  kommuneKey: string
  errand: Errand
  issuer: string
  claims: IDToken
  /** The login this browser had before. */
  before: Resolved
  userAgent: string
}

type LookedUp = NonNullable<Awaited<ReturnType<PersonRegistry['lookUp']>>>
interface Who { personKey: string; name: string; personId: string | null; staffId: string | null; guideId: string | null }

/**
 * Turns a checked ID token into a session: level, then whom it stands for here. Looks a family up in the person registry
 * before the transaction, so that guardianship and protection are today's. The old session of this browser ends.
 * @returns the secret for the cookie
 * @throws LoginRefused
 */
export async function startSession(parts: AppParts, proven: Proven): Promise<string> {
  const { app, kommuneId, kommuneKey, claims, before } = proven
  const level = levelOf(claims)
  const { at } = parts.securityClock()
  const inGate = <T>(work: (tx: Tx) => Promise<T>) => parts.database.asActor({ kind: 'login', kommuneId, id: null }, { now: parts.clock(), procedure: 'login.callback' }, work)
  const noted = async (why: LoginWhyNot): Promise<never> => {
    await inGate((tx) => noteSecurity(tx, newId(), 'login-refused', { app, why }))
    throw new LoginRefused(why)
  }
  if (!reaches(level, 'Substantial')) return noted('level-too-low')

  const cpr = typeof claims['cpr'] === 'string' ? Cpr.parse(claims['cpr']) : null
  const isFamily = app === 'family'
  const found = isFamily && cpr ? await parts.gateways.personRegistry.lookUp(cpr, 'login') : null
  if (isFamily && (!found || !belongsHere(found, kommuneKey))) return noted('not-known-here')
  if (found && completedYears(found.person.birthDay, parts.clock().day) < youngestToLogIn) return noted('too-young-to-log-in')

  const token = newToken()
  await inGate(async (tx) => {
    const who = found ? await family(tx, proven, found, kommuneKey) : await known(tx, proven)
    if (!who) throw new LoginRefused('not-known-here')
    const { actor, sessionHash } = before
    if (proven.errand === 'step-up' && 'personKey' in actor && actor.personKey !== who.personKey) throw new LoginRefused('other-person')
    if (sessionHash) await endSession(tx, { tokenHash: sessionHash }, at)
    // A step-up keeps the role that was chosen.
    const staffId = 'capOre' in actor && actor.personKey === who.personKey ? actor.id : who.staffId
    await saveSession(tx, {
      id: newId(), tokenHash: hashOf(token), app, ...who, staffId, level: level ?? '', authAt: new Date((claims.auth_time ?? claims.iat) * 1000),
      createdAt: at, expiresAt: new Date(at.getTime() + sessionSeconds * 1000), userAgent: proven.userAgent,
    })
    await noteSecurity(tx, newId(), 'logged-in', { app, personId: who.personId, staffId, guideId: who.guideId })
  }).catch((error: unknown) => { if (error instanceof LoginRefused) return noted(error.whyNot); throw error })
  return token
}

/** Lives here, or stands in a relation to a child or an adult who does: others have no errand, and we keep no row of them. */
function belongsHere({ person, relations }: LookedUp, kommuneKey: string): boolean {
  return person.kommuneKey === kommuneKey || relations.some(({ child }) => child.kommuneKey === kommuneKey)
}

/** Writes the person, their children here and the ties between them, as the registry tells today. */
async function family(tx: Tx, { issuer, claims }: Proven, { person, relations }: LookedUp, kommuneKey: string): Promise<Who | null> {
  const save = (one: RegisteredPerson) => savePerson(tx, factsOf(one, kommuneKey))
  const personKey = personKeyOf(tx, person.cpr)
  const identity = await findIdentity(tx, issuer, claims.sub)
  if (identity && identity.personKey !== personKey) return null
  const personId = await save({ ...person, addressProtected: person.addressProtected || claims['name_and_address_protection'] === true })
  const here = relations.filter(({ child }) => child.kommuneKey === kommuneKey)
  const isMe = (one: RegisteredPerson) => one.cpr.reveal() === person.cpr.reveal()
  const ties = []
  for (const { adult, child, kind, livesWith, source, fromDay, toDay } of here) {
    const adultId = isMe(adult) ? personId : await save(adult)
    ties.push({ adultId, childId: isMe(child) ? personId : await save(child), kind, livesWith, source, fromDay, toDay })
  }
  await saveRelations(tx, personId, ties)
  if (!identity) await saveIdentity(tx, { id: newId(), issuer, subject: claims.sub, personKey, personId })
  return { personKey, name: person.name, personId, staffId: null, guideId: null }
}

function factsOf({ kommuneKey: livesIn, ...person }: RegisteredPerson, kommuneKey: string) {
  return { ...person, livesInKommune: livesIn === kommuneKey }
}

/** Staff and guides are known beforehand: the kommune has tied their subject to a person here. */
async function known(tx: Tx, { issuer, claims }: Proven): Promise<Who | null> {
  const identity = await findIdentity(tx, issuer, claims.sub)
  if (!identity) return null
  const { personKey } = identity
  if (identity.guideId) {
    const name = await loadGuideName(tx, identity.guideId)
    return name === null ? null : { personKey, name, personId: null, staffId: null, guideId: identity.guideId }
  }
  // A parent's own MitID has the same person behind it, and opens no desk: only what the kommune tied to an employee does.
  if (!identity.staffId) return null
  const roles = await loadStaffOf(tx, personKey)
  const staff = roles.find(({ id }) => id === identity.staffId) ?? roles[0]
  return staff ? { personKey, name: staff.name, personId: null, staffId: staff.id, guideId: null } : null
}
