import type { AcceptFeeInput, AnswerSignupInput, ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import { audit, enqueue } from '@medspil/db'
import { type AskedSignup, inKommunesName, loadAskedSignup, lockAskedSignup, saveAnswer, saveConfirmed, saveOver, useLink } from '@medspil/db/forening'
import { day } from '@medspil/domain/day'
import { moveSignup } from '@medspil/domain/signup'
import { ore } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import { planCourseFollowUps } from '../follow-up/index.ts'
import { type Agreed, askFritidsvejleder, holderOf, payFromPass, questionOf, reachesSignup, releaseHeld, stateOf, tellFamily } from '../forening/index.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * A forening's word about one child: yes with fee and period, full, or a question. One answer counts: the sign-up is locked,
 * and whoever comes after it is told that the link is used (promise 16).
 * @throws Refused when it is answered already, over, or the money's time has run out
 */
export async function answerSignup(shell: Shell, { signupId, answer, requestId }: AnswerSignupInput): Promise<SignupQuestion> {
  await allow(shell, 'signup.answer')
  const { tx } = shell
  const holder = holderOf(shell.actor, 'signup-answer', 'forening-desk')
  const signup = await lockAskedSignup(tx, signupId)
  if (!signup || !reachesSignup(holder, signup)) throw new NotFound('link subject')
  const state = stateOf(signup)
  if (state === 'answered' || (state === 'asked' && answer.kind === 'asks')) throw new Refused({ reason: 'link-used-up' })
  if (state === 'over') throw new Refused({ reason: 'signup-move-impossible', from: signup.state, to: 'confirmed' })

  if (answer.kind === 'yes') await sayYes(shell, signup, answer, requestId)
  if (answer.kind === 'full') await sayFull(shell, signup)
  if (answer.kind === 'asks') await ask(shell, signup, answer.question)
  if (holder.purpose === 'signup-answer' && answer.kind !== 'asks') await useLink(tx, holder.linkId)
  return questionOf(await again(shell, signupId))
}

/**
 * The family's new yes to a higher fee. The pass pays as much of it as it can; the family pays the rest to the forening.
 * @throws Refused when no such question is open
 */
export async function acceptFee(shell: Shell, { childId, signupId, requestId }: AcceptFeeInput): Promise<SignupQuestion> {
  await allow(shell, 'signup.accept-fee', { childId })
  const signup = await lockAskedSignup(shell.tx, signupId)
  if (!signup || signup.childId !== childId) throw new NotFound('signup')
  const { answer, confirmedFee: fee, periodFrom: firstDay, periodTo: lastDay, state } = signup
  if (answer !== 'yes' || state !== 'requested' || fee === null || !firstDay || !lastDay) throw new Refused({ reason: 'signup-move-impossible', from: state, to: 'confirmed' })
  await confirm(shell, signup, { fee, firstDay, lastDay, claimId: requestId }, true)
  return questionOf(await again(shell, signupId))
}

async function sayYes(shell: Shell, signup: AskedSignup, { fee: wanted, periodFrom, periodTo }: Extract<ForeningAnswer, { kind: 'yes' }>, claimId: string): Promise<void> {
  const { tx } = shell
  const [fee, firstDay, lastDay] = [ore(wanted), day(periodFrom), day(periodTo)]
  // The family has paid the programme's price already: another one would leave money with nobody.
  if (signup.programId !== null && fee !== signup.price) throw new Refused({ reason: 'holiday-price-stands', price: signup.price })
  await saveAnswer(tx, signup.id, { answer: 'yes', fee, firstDay, lastDay })
  if (fee <= signup.price) return confirm(shell, signup, { fee, firstDay, lastDay, claimId })
  // The family said yes to another price: the place and the money stay set aside until it has been asked.
  await inKommunesName(tx, async (kommune) => {
    await askFritidsvejleder(kommune, signup, { reason: 'fee-higher', fee, agreed: signup.price })
    await tellFamily(kommune, signup, 'news')
  })
  await audit(tx, 'signup.answered', { id: signup.id, childId: signup.childId }, { answer: 'yes', fee: String(fee), agreed: String(signup.price) })
}

async function confirm({ tx }: Shell, signup: AskedSignup, agreed: Agreed, mayGrow = false): Promise<void> {
  const moved = moveSignup(signup.state, 'confirmed')
  if (!moved.ok) throw new Refused(moved.whyNot)
  const passPays = await inKommunesName(tx, async (kommune) => {
    const paid = await payFromPass(kommune, signup, agreed, mayGrow)
    await saveConfirmed(kommune, signup.id, { fee: agreed.fee, passPays: paid })
    if (signup.courseId) await planCourseFollowUps({ tx: kommune }, signup.courseId)
    await tellFamily(kommune, signup, 'receipt')
    return paid
  })
  await audit(tx, 'signup.confirmed', { id: signup.id, childId: signup.childId }, { fee: String(agreed.fee), passPays: String(passPays) })
}

async function sayFull({ tx }: Shell, signup: AskedSignup): Promise<void> {
  const moved = moveSignup(signup.state, 'declined')
  if (!moved.ok) throw new Refused(moved.whyNot)
  await saveAnswer(tx, signup.id, { answer: 'full' })
  await inKommunesName(tx, async (kommune) => {
    await releaseHeld(kommune, signup.id, 'declined')
    await saveOver(kommune, signup.id, { state: 'declined', because: 'forening-full' })
    await askFritidsvejleder(kommune, signup, { reason: 'forening-full', saidOn: tx.now.day })
    await tellFamily(kommune, signup, 'news')
  })
  if (moved.freesPlace) await enqueue(tx, 'promote-from-list', { offerId: signup.offerId })
  // A share that the family has paid goes back; whether there is one is no business of the forening's.
  await enqueue(tx, 'refund-ended', { signupId: signup.id })
  await audit(tx, 'signup.declined', { id: signup.id, childId: signup.childId })
}

async function ask({ tx }: Shell, signup: AskedSignup, question: string): Promise<void> {
  await saveAnswer(tx, signup.id, { answer: 'asks', question })
  await inKommunesName(tx, async (kommune) => {
    await askFritidsvejleder(kommune, signup, { reason: 'forening-asks', question, askedOn: tx.now.day })
    if (signup.courseId === null) await tellFamily(kommune, signup, 'news')
  })
  await audit(tx, 'signup.question-asked', { id: signup.id, childId: signup.childId })
}

async function again({ tx }: Shell, signupId: string): Promise<AskedSignup> {
  const signup = await loadAskedSignup(tx, signupId)
  if (!signup) throw new Error('a locked sign-up is gone')
  return signup
}
