import type { OneProgram, ProgramOverview } from '@medspil/contracts/holiday-program/desk'
import { loadActivities, loadAreas, loadDeskProgram } from '@medspil/db/holiday-program'
import { clashesIn, holesIn, offerByCell, overviewAges } from '@medspil/domain/holiday-program'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'

/** An area with at most so many activities in the programme has nothing else to choose from at the same time (eksempel). */
const smallArea = 10

/**
 * Where the programme has holes and where it trips over itself: places per day, age group and area, empty cells, and
 * activities in each other's way. Drafts count along, since the overview is for planning; cancelled and withdrawn ones do not.
 */
export async function readOverview(shell: Shell, { programId }: OneProgram): Promise<ProgramOverview> {
  await allow(shell, 'holiday-program.desk')
  const { tx } = shell
  const program = await loadDeskProgram(tx, programId)
  if (!program) throw new NotFound('program')
  const stored = (await loadActivities(tx, { programId })).filter(({ isCancelled }) => !isCancelled)
  const activities = stored.map(({ id, title, foreningId: organiserId, ageFrom, ageTo, area, capacity, taken, sessions }) =>
    ({ id, title, organiserId, ageFrom, ageTo, area, capacity, free: Math.max(0, capacity - taken), sessions }))
  const areas = [...new Set([...(await loadAreas(tx)), ...activities.map(({ area }) => area)])].sort((a, b) => a.localeCompare(b, 'da'))
  const cells = offerByCell(activities, program.plan, areas)
  return {
    ages: overviewAges.map((group) => ({ ...group })), areas, days: [...new Set(cells.map(({ day }) => day))], smallArea, cells, holes: holesIn(cells, program.plan), clashes: clashesIn(activities, smallArea),
    titles: stored.map(({ id: offerId, title, foreningName: organiserName }) => ({ offerId, title, organiserName })),
  }
}
