import type { NeverCameInput, NeverCameOutcome } from '@medspil/contracts/forening'
import { audit, enqueue, type Tx } from '@medspil/db'
import { findOnTeam } from '@medspil/db/attendance'
import { type AskedSignup, findPassClaim, inKommunesName, lockAskedSignup, saveOver } from '@medspil/db/forening'
import { moveSignup } from '@medspil/domain/signup'
import { ore, zero, type Ore } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import { planCourseFollowUps } from '../follow-up/index.ts'
import { allow, type Shell } from '../shell.ts'
import { noShowRule, settleAbsence } from '../subsidy/index.ts'
import { holderOf, reachesSignup } from './reach.ts'
import { askFritidsvejleder, tellFamily } from './tell.ts'

/**
 * The forening says that the child never came to its team. The place is free again, a person rings the family, and the money follows
 * `afterAbsence` by the rule of the child's ordning: an unpaid claim falls, a paid one is asked back, one on its way waits.
 */
export async function neverCame(shell: Shell, { offerId, rowId }: NeverCameInput): Promise<NeverCameOutcome> {
  await allow(shell, 'attendance.mark')
  const { tx } = shell
  const holder = holderOf(shell.actor, 'team-list', 'forening-desk')
  const signupId = await findOnTeam(tx, offerId, rowId)
  const signup = signupId && await lockAskedSignup(tx, signupId)
  // A holiday activity's list says who stayed away. A place given back by hand would move the public count, or not: on a kept one.
  if (!signup || signup.programId !== null || !reachesSignup(holder, signup)) throw new NotFound('link subject')
  const moved = moveSignup(signup.state, 'no-show')
  if (!moved.ok) throw new Refused(moved.whyNot)
  const outcome = await inKommunesName(tx, async (kommune) => {
    const settled = await endAsNeverCame(kommune, signup)
    await saveOver(kommune, signup.id, { state: 'no-show', because: 'never-came' })
    if (signup.courseId) await planCourseFollowUps({ tx: kommune }, signup.courseId)
    await tellFamily(kommune, signup, 'news')
    return settled
  })
  if (moved.freesPlace) await enqueue(tx, 'promote-from-list', { offerId: signup.offerId })
  await audit(tx, 'signup.never-came', { id: signup.id, childId: signup.childId }, { money: outcome.money, amount: String(outcome.amount) })
  // What follows tells who came on a pass, and how much it paid: the treasurer's to know, not the coach's (promises.md 8.2.3).
  return { rowId, displayName: signup.displayName, ...(holder.purpose === 'team-list' ? untold : outcome) }
}

const untold = { money: 'none', amount: zero } as const

/** What follows for the money, and for a person to do, when a child never came. Run in the kommune's name. */
export async function endAsNeverCame(tx: Tx, signup: Pick<AskedSignup, 'id' | 'childId' | 'courseId' | 'programId'>): Promise<{ money: NeverCameOutcome['money']; amount: Ore }> {
  // A holiday activity kept its place for the child, as the programme's rule said at sign-up: the fee stands, whoever paid it.
  // Another outcome for a pass would tell the organiser which of those who stayed away came on one.
  const settled = signup.programId === null ? await settle(tx, signup.id) : { money: 'fee-stands' as const, amount: zero }
  await askFritidsvejleder(tx, signup, { reason: 'never-came', saidOn: tx.now.day, moneyWaits: settled.money === 'waits' })
  return settled
}

async function settle(tx: Tx, signupId: string): Promise<{ money: NeverCameOutcome['money']; amount: Ore }> {
  const claimId = await findPassClaim(tx, signupId)
  if (!claimId) return { money: 'none', amount: zero }
  const rule = await noShowRule(tx, claimId)
  if (rule === null) return { money: 'waits', amount: zero }
  const follows = await settleAbsence(tx, { claimId, rule, absence: { kind: 'never-came' }, reason: 'Foreningen har skrevet, at barnet aldrig kom.', proposedBy: null })
  if (follows.ok) return { money: follows.act === 'propose-clawback' ? 'asked-back' : 'not-owed', amount: ore(follows.amount) }
  const { reason } = follows.whyNot
  if (reason === 'fee-stands') return { money: 'fee-stands', amount: zero }
  return { money: reason === 'claim-already-ended' ? 'none' : 'waits', amount: zero }
}
