import type { ChooseRole, EndSession, SessionView } from '@medspil/contracts/access'
import { audit, type Tx } from '@medspil/db'
import { changeSessionRole, endSession as endOne, loadSessionsOf, loadStaffOf } from '@medspil/db/access'
import { type Action, isStaff, type StaffMember } from '@medspil/domain/access'
import { NotFound } from '../errors.ts'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * Sessions are readable at the gate alone, so that no procedure can list another's. These acts open its transaction
 * themselves, for the logged-in human and nobody else.
 */
async function atTheGate<T>(ctx: Context, action: Action, procedure: string, work: (tx: Tx, personKey: string) => Promise<T>): Promise<T> {
  const now = ctx.clock()
  return ctx.asActor({ kind: 'login', kommuneId: ctx.actor.kommuneId, id: null }, { now, procedure }, async (tx) => {
    await allow({ tx, actor: ctx.actor, now }, action)
    if (!('personKey' in ctx.actor)) throw new NotFound(action)
    return work(tx, ctx.actor.personKey)
  })
}

/** Where this human is logged in now, in this frontend. */
export async function listSessions(ctx: Context): Promise<SessionView[]> {
  const app = isStaff(ctx.actor) || ctx.actor.kind === 'fritidsguide' ? 'desk' : 'family'
  return atTheGate(ctx, 'access.sessions', 'access.sessions', async (tx, personKey) =>
    (await loadSessionsOf(tx, personKey, app, new Date())).map(({ id, createdAt, seenAt, userAgent, tokenHash }) => ({
      id, startedAt: createdAt.toISOString(), seenAt: seenAt.toISOString(), browser: userAgent, isThis: ctx.sessionHash !== null && Buffer.from(tokenHash).equals(ctx.sessionHash),
    })))
}

/**
 * Ends one of this human's logins.
 * @throws NotFound when it is another's, or ended before
 */
export async function endSession(ctx: Context, { sessionId }: EndSession): Promise<{ done: true }> {
  return atTheGate(ctx, 'access.logout', 'access.endSession', async (tx, personKey) => {
    if (!(await endOne(tx, { id: sessionId, personKey }, new Date()))) throw new NotFound()
    await audit(tx, 'access.session-ended', { id: sessionId })
    return { done: true }
  })
}

/**
 * Lets this login act in another role of the same human.
 * @throws NotFound when the role is not theirs
 */
export async function chooseRole(ctx: Context, { staffId }: ChooseRole): Promise<{ done: true }> {
  return atTheGate(ctx, 'access.who-am-i', 'access.chooseRole', async (tx, personKey) => {
    const roles: Pick<StaffMember, 'id'>[] = isStaff(ctx.actor) ? await loadStaffOf(tx, personKey) : []
    if (!ctx.sessionHash || !roles.some(({ id }) => id === staffId)) throw new NotFound('access.choose-role')
    await changeSessionRole(tx, new Uint8Array(ctx.sessionHash), staffId)
    await audit(tx, 'access.role-chosen', { id: staffId })
    return { done: true }
  })
}
