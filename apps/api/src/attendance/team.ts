import type { Tx } from '@medspil/db'
import { loadTeam } from '@medspil/db/attendance'
import type { ForeningLink } from '@medspil/domain/access'
import { listDays, type Meeting, teamDays } from '@medspil/domain/attendance'
import { addDays, type Day } from '@medspil/domain/day'
import { nowAt } from '../clock.ts'
import { NotFound } from '../errors.ts'

/** Local hour of the day after a training until which a coach may set and change marks. */
const closingHour = 12

/**
 * The team that a link reaches, its own one or any of the forening's when the link is for all, with the meetings whose list
 * may be looked at: of a season team the last ones, of a holiday activity all, also those to come, from the day its list is
 * sent. Until then nobody reads names as they come in: beside the public count of free places they would tell which child
 * came on a place that was kept for it (product.md 3c).
 */
export async function reachedTeam(tx: Tx, holder: ForeningLink, offerId: string) {
  const team = await loadTeam(tx, offerId)
  if (!team || team.foreningId !== holder.id || (holder.purpose === 'team-list' && holder.subjectId !== offerId)) throw new NotFound('link subject')
  const { past, next } = teamDays(team, tx.now.day)
  const isHoliday = team.programId !== null
  const isSent = tx.now.day >= (listDays(team.meetings.map(({ day }) => day))[0] ?? tx.now.day)
  const meetings: Meeting[] = isHoliday ? (isSent ? team.meetings : []) : past.toReversed().map((day) => ({ day, timeFrom: team.timeFrom, timeTo: team.timeTo, place: team.place }))
  return { ...team, isHoliday, meetings, past, next }
}

/** Whether marks are taken for a day now. */
export const isOpenAt = (on: Day, { now }: Pick<Tx, 'now'>): boolean => on <= now.day && now.at <= closesAt(on)

/** The moment a day's list closes: noon of the next day in Copenhagen, also across a change of clocks. */
export function closesAt(on: Day): Date {
  const next = addDays(on, 1)
  const noons = [10, 11].map((hour) => new Date(`${next}T${hour}:00:00.000Z`))
  return noons.find((noon) => nowAt(noon).hour === closingHour) ?? new Date(`${next}T11:00:00.000Z`)
}
