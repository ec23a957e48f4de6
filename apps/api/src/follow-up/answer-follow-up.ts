import { audit } from '@medspil/db'
import { type AskedFollowUp, changeFollowUp, loadAskedNames, loadFollowUp, loadOpenQuestions, saveTask, useLink } from '@medspil/db/follow-up'
import { inKommunesName } from '@medspil/db/forening'
import { followUpMoves } from '@medspil/domain/follow-up'
import type { LinkAnswerInput, OwnAnswerInput, QuestionView, SaidText } from '@medspil/contracts/follow-up'
import { firstNameOf } from '@medspil/domain/first-name'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** What stands behind a family's link. Opening it changes nothing. */
export async function readQuestion(shell: Shell): Promise<QuestionView> {
  await allow(shell, 'follow-up.answer')
  const followUp = await linked(shell)
  return { ...questionOf(followUp), firstName: await nameIfNeeded(shell, followUp) }
}

/**
 * Takes the one answer of a link. Saying the same again, or something else later, changes nothing more: what was said
 * stands and is shown.
 */
export async function answerByLink(shell: Shell, { said }: LinkAnswerInput): Promise<QuestionView> {
  await allow(shell, 'follow-up.answer')
  const followUp = await linked(shell)
  const view = await answer(shell, followUp, said, 'family-link')
  if (shell.actor.kind === 'link') await useLink(shell.tx, shell.actor.id)
  return { ...view, firstName: await nameIfNeeded(shell, followUp) }
}

/** The questions that wait for a child of one's own. */
export async function openQuestions(shell: Shell, { childId }: { childId: string }) {
  await allow(shell, 'follow-up.answer-logged-in', { childId })
  const rows = await loadOpenQuestions(shell.tx, childId)
  return rows.map(({ name, ...row }) => ({ ...row, firstName: firstNameOf(name) }))
}

/** The same answer from a family that is logged in. */
export async function answerLoggedIn(shell: Shell, { childId, followUpId, said }: OwnAnswerInput): Promise<QuestionView> {
  await allow(shell, 'follow-up.answer-logged-in', { childId })
  const followUp = await loadFollowUp(shell.tx, followUpId)
  if (followUp?.childId !== childId) throw new NotFound()
  return answer(shell, followUp, said, shell.actor.id === childId ? 'young-person' : 'family')
}

/** A parent who is asked about two children at once must know which; otherwise no name leaves the house. */
async function nameIfNeeded({ tx, actor }: Shell, { childId }: AskedFollowUp): Promise<string | null> {
  if (actor.kind !== 'link') return null
  const names = await inKommunesName(tx, (kommune) => loadAskedNames(kommune, actor.personId))
  const name = names.size > 1 ? names.get(childId) : undefined
  return name === undefined ? null : firstNameOf(name)
}

async function linked({ tx, actor }: Shell): Promise<AskedFollowUp> {
  const followUp = actor.kind === 'link' && actor.purpose === 'follow-up' ? await loadFollowUp(tx, actor.subjectId) : null
  if (!followUp) throw new NotFound()
  return followUp
}

async function answer({ tx, now }: Shell, followUp: AskedFollowUp, said: SaidText, answeredBy: string): Promise<QuestionView> {
  const { id, childId, state } = followUp
  const before = questionOf(followUp)
  if (before.state === 'answered') return before
  if (state === 'planned' || state === 'due') throw new Refused({ reason: 'follow-up-not-asked', state })
  if (!followUpMoves[state].includes('answered')) return before
  const result = said === 'active' ? 'active' : 'stopped'
  const reason = said === 'something-else' ? 'something-else' : null
  if (!await changeFollowUp(tx, id, state, { state: 'answered', result, reason, answeredBy, answeredAt: now.at })) throw new NotFound()
  if (said === 'something-else') await saveTask(tx, {
    key: `wants-something-else:${id}`, childId, courseId: followUp.courseId, followUpId: id, because: { reason: 'wants-something-else', checkId: followUp.checkId, saidOn: now.day },
    dueOn: now.day, ownerRole: 'fritidsvejleder',
  })
  await audit(tx, 'follow-up.answered', { id, childId }, { result, answeredBy })
  return { firstName: null, state: 'answered', said }
}

function questionOf({ state, result, reason, answeredBy }: AskedFollowUp): QuestionView {
  if (state === 'cancelled' || state === 'reached' || state === 'not-reached') return { firstName: null, state: 'over', said: null }
  if (state !== 'answered') return { firstName: null, state: 'open', said: null }
  if (answeredBy === 'marks' || result === null || result === 'unknown') return { firstName: null, state: 'over', said: null }
  return { firstName: null, state: 'answered', said: reason === 'something-else' ? 'something-else' : result }
}
