import { MarkInput, MarkTaken, TeamList, TeamListInput } from '@medspil/contracts/attendance'
import { foreningMutation, foreningQuery, router } from '../trpc/procedure.ts'
import { listTeam } from './list-team.ts'
import { markChild } from './mark-child.ts'

/** The coach's list and the marks on it. */
export const attendanceRouter = router({
  list: foreningQuery.input(TeamListInput).output(TeamList).query(({ ctx, input }) => listTeam(ctx, input)),
  mark: foreningMutation.input(MarkInput).output(MarkTaken).mutation(({ ctx, input }) => markChild(ctx, input)),
})
