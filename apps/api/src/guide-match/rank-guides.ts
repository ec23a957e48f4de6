import type { RankInput, RankView } from '@medspil/contracts/guide-match'
import { loadChildToMatch, loadGuides, loadMatches } from '@medspil/db/guide-match'
import { completedYears, type Weekday } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { type MatchRequest, rankGuides, whyNotOthers } from '@medspil/domain/guide-match'
import { allow, type Shell } from '../shell.ts'
import { guideTermsOf } from './guide-terms.ts'
import { guideRow, matchView } from './view.ts'

/**
 * Ranks the guides for one child on its own wishes, with the reasons, and says why not the others. Distances are not
 * known without an address service: they are shown as unknown and rule nobody out.
 */
export async function rankForChild(shell: Shell, input: RankInput): Promise<RankView> {
  await allow(shell, 'guide-match.rank', { childId: input.childId })
  const { tx, now } = shell
  const child = await loadChildToMatch(tx, input.childId)
  const matches = await loadMatches(tx, { childId: input.childId })
  const terms = await guideTermsOf(tx, input.childId)
  const guides = await loadGuides(tx)
  const byId = new Map(guides.map((guide) => [guide.guideId, guide]))
  const { ranked, others } = rankGuides(guides, requestOf(input, child, matches, now.day))
  const firstName = firstNameOf(child.name)
  return {
    childId: input.childId, childFirstName: firstName, childAge: completedYears(child.birthDay, now.day), area: child.area, wishes: input.wishes, weekday: input.weekday,
    ranked: ranked.flatMap(({ guideId, rank, met, of, lines }) => {
      const guide = byId.get(guideId)
      return guide ? [{ guide: guideRow(guide, now.day), rank, met, of, lines }] : []
    }),
    others: whyNotOthers(others), matches: matches.map((match) => matchView(match, firstName, terms?.stages ?? [])),
  }
}

/** The errand as the rule takes it. A guide who declined this child, or whom the child declined, is not asked again. */
export function requestOf(
  input: Pick<RankInput, 'weekday' | 'wishes'>, child: { area: string | null; protection: boolean }, matches: readonly { guideId: string; declinedBy: string | null }[], today: MatchRequest['today'],
): MatchRequest {
  const { gender, languages, interests, ageFrom, ageTo } = input.wishes
  return {
    wishes: { gender, languages, interests, age: ageFrom === null && ageTo === null ? null : { from: ageFrom ?? 0, to: ageTo ?? 99 } },
    weekday: input.weekday as Weekday, area: child.area ?? '', protection: child.protection, saidNo: matches.filter(({ declinedBy }) => declinedBy !== null).map(({ guideId }) => guideId),
    hoursNeeded: 2, mostMetres: null, nearMetres: 2000, today,
  }
}
