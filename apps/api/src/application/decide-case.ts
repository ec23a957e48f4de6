import type { Decided, DecideInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { loadOpenApplications, saveApplication, type StoredApplication } from '@medspil/db/application'
import { isEnded } from '@medspil/domain/application'
import { promiseInOrder } from '@medspil/domain/pool'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { barOwnInterest } from './bar-own-interest.ts'
import { type Case, openCase } from './open-case.ts'
import { moved, takeApplication } from './own-application.ts'
import { moneyOf, recordDecision } from './record-decision.ts'
import { weighDraft } from './weigh-draft.ts'

/**
 * Decides a case; the outcome follows from what is given. Money is promised by the pool in the same act; an empty pool stops
 * the grant or puts it in the line, as the ordning says. A written decision is never changed.
 * @throws Refused with the rule that says no: facts, judgement, hearing, reasons, ceilings, pool, letter
 */
export async function decideCase(shell: Shell, input: DecideInput): Promise<Decided> {
  const before = await takeApplication(shell, input.applicationId, 'sagsbehandling')
  await allow(shell, 'application.decide', before)
  await barOwnInterest(shell, [before.childId])
  if (isEnded(before.state)) throw new Refused({ reason: 'application-not-there', state: before.state, act: 'grant' })
  const opened = await openCase(shell, before, 'sagsbehandling')
  const { told, verdict } = weighDraft(shell, opened, input)
  if (!verdict.ok) {
    const { whyNot } = verdict
    if (whyNot.reason === 'grant-above-pool' && whyNot.then === 'queue') return waitForPool(shell, before)
    throw new Refused(whyNot)
  }
  if (before.state === 'waiting-for-pool') await keepTheLine(shell, opened)
  const application = readyToDecide(before)
  if (told.result === 'withdrawn') throw new NotFound()
  const { state } = moved(application, ({ granted: 'grant', 'partly-granted': 'grant-partly', refused: 'refuse' } as const)[told.result])
  const { decisionId, fritidspasId, letterIds } = await recordDecision(shell, { ...opened, application }, told, { decisionId: input.requestId })
  return { applicationId: application.id, decisionId, result: told.result, state, fritidspasId, letterIds }
}

/** A heard or waiting case comes back to the desk first; whether the hearing is over the rules have said already. */
function readyToDecide(application: StoredApplication): StoredApplication {
  if (application.state === 'hearing') return moved(application, 'end-hearing')
  return application.state === 'waiting-for-pool' ? moved(application, 'pool-opened') : application
}

async function waitForPool({ tx }: Shell, before: StoredApplication): Promise<Decided> {
  const application = before.state === 'waiting-for-pool' ? before : moved(readyToDecide(before), 'wait-for-pool')
  await saveApplication(tx, application)
  await audit(tx, 'application.waits-for-pool', { id: application.id, childId: application.childId })
  return { applicationId: application.id, decisionId: null, result: 'waiting-for-pool', state: application.state, fritidspasId: null, letterIds: [] }
}

/** Money goes strictly down the line: nobody who waited longer is passed over. */
async function keepTheLine({ tx }: Shell, { pool, application, ordning }: Case): Promise<void> {
  if (!pool) return
  const waiting = (await loadOpenApplications(tx, ordning.id)).filter(({ state }) => state === 'waiting-for-pool')
  const line = waiting.map(({ id, asked }) => ({ id, amount: moneyOf(asked.request.supports) }))
  const { promisedIds } = promiseInOrder(pool, line)
  if (!promisedIds.includes(application.id)) throw new Refused({ reason: 'waiting-for-pool', poolId: pool.id, asked: moneyOf(application.asked.request.supports), free: pool.free })
}
