import type { ChooseRole, EndSession, SessionView } from '@medspil/contracts/access'
import { audit } from '@medspil/db'
import { changeSessionRole, endSession as endOne, loadSessionsOf, loadStaffOf } from '@medspil/db/access'
import { isStaff, type StaffMember } from '@medspil/domain/access'
import { NotFound } from '../errors.ts'
import { atTheGate } from './at-the-gate.ts'
import type { Context } from '../trpc/procedure.ts'

/** The human behind a login. @throws NotFound for those without one */
function personOf(ctx: Context): string {
  if (!('personKey' in ctx.actor)) throw new NotFound('access.sessions')
  return ctx.actor.personKey
}

/** Where this human is logged in now, in this frontend. */
export async function listSessions(ctx: Context): Promise<SessionView[]> {
  const app = isStaff(ctx.actor) || ctx.actor.kind === 'fritidsguide' ? 'desk' : 'family'
  return atTheGate(ctx, 'access.sessions', 'access.sessions', async (tx) =>
    (await loadSessionsOf(tx, personOf(ctx), app, new Date())).map(({ id, createdAt, seenAt, userAgent, tokenHash }) => ({
      id, startedAt: createdAt.toISOString(), seenAt: seenAt.toISOString(), browser: userAgent, isThis: ctx.sessionHash !== null && Buffer.from(tokenHash).equals(ctx.sessionHash),
    })))
}

/**
 * Ends one of this human's logins.
 * @throws NotFound when it is another's, or ended before
 */
export async function endSession(ctx: Context, input: EndSession): Promise<{ done: true }> {
  const { sessionId } = input
  return atTheGate(ctx, 'access.logout', 'access.endSession', async (tx, asAsker) => {
    if (!(await endOne(tx, { id: sessionId, personKey: personOf(ctx) }, new Date()))) throw new NotFound()
    await audit(asAsker, 'access.session-ended', { id: sessionId })
    return { done: true }
  }, input)
}

/**
 * Lets this login act in another role of the same human.
 * @throws NotFound when the role is not theirs
 */
export async function chooseRole(ctx: Context, input: ChooseRole): Promise<{ done: true }> {
  const { staffId } = input
  return atTheGate(ctx, 'access.who-am-i', 'access.chooseRole', async (tx, asAsker) => {
    const roles: Pick<StaffMember, 'id'>[] = isStaff(ctx.actor) ? await loadStaffOf(tx, personOf(ctx)) : []
    if (!ctx.sessionHash || !roles.some(({ id }) => id === staffId)) throw new NotFound('access.choose-role')
    await changeSessionRole(tx, new Uint8Array(ctx.sessionHash), staffId)
    await audit(asAsker, 'access.role-chosen', { id: staffId })
    return { done: true }
  }, input)
}
