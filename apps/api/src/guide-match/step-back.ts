import type { EndMatchInput, StepBackInput } from '@medspil/contracts/guide-match'
import { audit, enqueue } from '@medspil/db'
import { loadGuardianIds, loadMatches, loadTrips, lockMatch, updateMatch, updateTrip } from '@medspil/db/guide-match'
import { moveMatch, nextFading } from '@medspil/domain/guide-match'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { guideTermsOf } from './guide-terms.ts'

/** The guide steps back one stage: escorted → met there → phoned → alone, as the ordning names them. */
export async function stepBack(shell: Shell, input: StepBackInput): Promise<{ done: true }> {
  await allow(shell, 'guide-match.step-back', { childId: input.childId })
  const match = await openMatch(shell, input)
  const terms = await guideTermsOf(shell.tx, input.childId)
  const next = nextFading(terms?.stages ?? [], match.stage)
  if (!next.ok) throw new Refused(next.whyNot)
  if (match.state !== 'active' && match.state !== 'fading') throw new Refused({ reason: 'match-not-active', state: match.state })
  await updateMatch(shell.tx, match.id, { state: 'fading', stage: next.stage })
  await audit(shell.tx, 'guide-match.stepped-back', { id: match.id, childId: input.childId }, { stage: next.stage })
  return { done: true }
}

/** Ends a match with its named end, cancels the trips that have not set out, and tells the family. */
export async function endMatch(shell: Shell, input: EndMatchInput): Promise<{ done: true }> {
  await allow(shell, 'guide-match.step-back', { childId: input.childId })
  const match = await openMatch(shell, input)
  const moved = moveMatch(match.state, { ended: input.as })
  if (!moved.ok) throw new Refused(moved.whyNot)
  await updateMatch(shell.tx, match.id, { state: moved.state, endedAs: moved.endedAs })
  for (const { id, state } of await loadTrips(shell.tx, [match.id]))
    if (state === 'planned' || state === 'late') await updateTrip(shell.tx, id, { state: 'cancelled', whyCancelled: 'match-ended' })
  await audit(shell.tx, 'guide-match.ended', { id: match.id, childId: input.childId }, { as: input.as })
  for (const personId of await loadGuardianIds(shell.tx, input.childId)) await enqueue(shell.tx, 'tell-family', { personId, childId: input.childId, purpose: 'news', subjectId: match.id })
  return { done: true }
}

async function openMatch({ tx }: Shell, { matchId, childId }: { matchId: string; childId: string }) {
  await lockMatch(tx, matchId)
  const match = (await loadMatches(tx, { id: matchId })).find((one) => one.childId === childId)
  if (!match) throw new NotFound()
  return match
}
