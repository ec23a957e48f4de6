import type { TeamCare } from '@medspil/contracts/care'
import { loadCareOffer, loadTeamNotes, openNotes } from '@medspil/db/care'
import { inKommunesName } from '@medspil/db/forening'
import { careWindow, isCareOpen } from '@medspil/domain/attendance'
import { holderOf } from '../forening/index.ts'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * What an activity's adults must know of its children: for the holder of that activity's day list alone, neither the
 * forening's board nor its other teams, and only in the days the kommune sets. Each child that is read of stands in its log.
 */
export async function teamNotes(shell: Shell): Promise<TeamCare> {
  await allow(shell, 'care.of-team')
  const { tx, now } = shell
  const { id: foreningId, subjectId: offerId } = holderOf(shell.actor, 'team-list')
  const offer = await loadCareOffer(tx, offerId)
  if (offer?.foreningId !== foreningId) throw new NotFound('link subject')
  const { days } = offer
  if (!days) return { isOpen: false, opensOn: null, shredOn: null, notes: [] }
  const { opensOn, closesOn } = careWindow(days)
  const isOpen = isCareOpen(days, now.day)
  const rows = isOpen ? await loadTeamNotes(tx, offerId) : []
  return { isOpen, opensOn, shredOn: closesOn, notes: await inKommunesName(tx, (kommune) => openNotes(kommune, offerId, rows)) }
}
