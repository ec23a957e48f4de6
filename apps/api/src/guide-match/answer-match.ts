import type { MatchAnswerInput } from '@medspil/contracts/guide-match'
import { audit, enqueue } from '@medspil/db'
import { loadGuardianIds, loadMatches, lockMatch, type StoredMatch, updateMatch } from '@medspil/db/guide-match'
import { moveMatch } from '@medspil/domain/guide-match'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** The guide says yes or no to a child. A no needs no reason, and the guide is not asked about this child again. */
export async function answerAsGuide(shell: Shell, input: MatchAnswerInput): Promise<{ done: true }> {
  await allow(shell, 'guide-match.answer-as-guide')
  const match = await lockedMatch(shell, input.matchId)
  if (match.guideId !== shell.actor.id) throw new NotFound('guide-match.answer-as-guide')
  if (input.says === 'no') return decline(shell, match, 'guide')
  const moved = moveMatch(match.state, 'accepted-by-guide')
  if (!moved.ok) throw new Refused(moved.whyNot)
  await updateMatch(shell.tx, match.id, { state: moved.state, guideSaidYes: true })
  await audit(shell.tx, 'guide-match.accepted-by-guide', { id: match.id, childId: match.childId })
  for (const personId of await loadGuardianIds(shell.tx, match.childId)) await enqueue(shell.tx, 'tell-family', { personId, childId: match.childId, purpose: 'news', subjectId: match.id })
  return { done: true }
}

/**
 * The child and its guardian say yes or no. Their yes is also the permission to go along, so the match becomes active;
 * a young person from 15 answers alone.
 */
export async function answerAsFamily(shell: Shell, input: MatchAnswerInput): Promise<{ done: true }> {
  const match = await lockedMatch(shell, input.matchId)
  await allow(shell, 'guide-match.answer-as-family', { childId: match.childId })
  if (input.says === 'no') return decline(shell, match, 'family')
  const accepted = moveMatch(match.state, 'accepted-by-child')
  if (!accepted.ok) throw new Refused(accepted.whyNot)
  const active = moveMatch(accepted.state, 'active')
  if (!active.ok) throw new Refused(active.whyNot)
  await updateMatch(shell.tx, match.id, { state: active.state, childSaidYesBy: shell.actor.id ?? '' })
  await audit(shell.tx, 'guide-match.accepted-by-child', { id: match.id, childId: match.childId })
  return { done: true }
}

/** Loads a match under lock: two answers at once give one outcome. */
async function lockedMatch({ tx }: Shell, matchId: string): Promise<StoredMatch> {
  await lockMatch(tx, matchId)
  const [match] = await loadMatches(tx, { id: matchId })
  if (!match) throw new NotFound()
  return match
}

async function decline({ tx }: Shell, match: StoredMatch, who: 'guide' | 'family'): Promise<{ done: true }> {
  if (match.state !== 'proposed' && match.state !== 'accepted-by-guide') throw new Refused({ reason: 'match-move-impossible', from: match.state, to: 'ended' })
  await updateMatch(tx, match.id, { state: 'ended', declinedBy: who, endedAs: 'declined' })
  await audit(tx, 'guide-match.declined', { id: match.id, childId: match.childId }, { who })
  return { done: true }
}
