import type { MatchView, ProposeInput } from '@medspil/contracts/guide-match'
import { audit } from '@medspil/db'
import { loadChildToMatch, loadGuides, loadMatches, saveMatch } from '@medspil/db/guide-match'
import { firstNameOf } from '@medspil/domain/first-name'
import { matchLines, whyNotPossible } from '@medspil/domain/guide-match'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { guideTermsOf } from './guide-terms.ts'
import { requestOf } from './rank-guides.ts'
import { matchView } from './view.ts'

/**
 * Proposes a guide to a child: the guide is asked first, then the family. One open match per child.
 * @throws Refused when the ordning gives no guide, a match is open, or a hard rule (certificate, hours, area) says no
 */
export async function proposeMatch(shell: Shell, input: ProposeInput): Promise<MatchView> {
  const { childId, guideId, weekday, wishes } = input
  await allow(shell, 'guide-match.propose', { childId })
  const { tx, now } = shell

  const terms = await guideTermsOf(tx, childId)
  const matches = await loadMatches(tx, { childId })
  const child = await loadChildToMatch(tx, childId)
  const guide = (await loadGuides(tx)).find((one) => one.guideId === guideId)
  if (!guide) throw new NotFound()
  if (!terms) throw new Refused({ reason: 'ordning-without-guide' })
  if (matches.some(({ state }) => state !== 'ended')) throw new Refused({ reason: 'match-open-already' })

  const request = requestOf(input, child, matches, now.day)
  const whyNot = whyNotPossible(guide, request)
  if (whyNot) throw new Refused(whyNot)

  await saveMatch(tx, {
    id: input.requestId, guideId, childId, courseId: terms.courseId, weekday, stage: terms.stages[0] ?? 'escorted', wishes, reasons: matchLines(guide, request),
    proposedBy: shell.actor.id ?? '', maxUntil: terms.maxUntil,
  })
  await audit(tx, 'guide-match.proposed', { id: input.requestId, childId }, { guideId })
  const [saved] = await loadMatches(tx, { id: input.requestId })
  if (!saved) throw new NotFound()
  return matchView(saved, firstNameOf(child.name), terms.stages)
}
