import { AbsenceSaid, Afterwards, AfterwardsOf, CalendarFile, CalendarOf, MarkInput, MarkTaken, OwnDays, SayAbsent, TeamList, TeamListInput } from '@medspil/contracts/attendance'
import { policy } from '@medspil/domain/access'
import { familyMutation, familyQuery, foreningMutation, foreningQuery, outsideMutation, router } from '../trpc/procedure.ts'
import { afterwards } from './afterwards.ts'
import { calendarFile } from './calendar.ts'
import { listTeam } from './list-team.ts'
import { markChild } from './mark-child.ts'
import { ownDays } from './own-days.ts'
import { sayAbsent } from './say-absent.ts'

/** The coach's list and the marks on it, and an activity's days as its families see them. */
export const attendanceRouter = router({
  list: foreningQuery.input(TeamListInput).output(TeamList).query(({ ctx, input }) => listTeam(ctx, input)),
  mark: foreningMutation.input(MarkInput).output(MarkTaken).mutation(({ ctx, input }) => markChild(ctx, input)),
  ownDays: familyQuery.output(OwnDays).query(({ ctx }) => ownDays(ctx)),
  sayAbsent: familyMutation.input(SayAbsent).output(AbsenceSaid).mutation(({ ctx, input }) => sayAbsent(ctx, input)),
  calendar: familyQuery.input(CalendarOf).output(CalendarFile).query(({ ctx, input }) => calendarFile(ctx, input)),
  afterwards: outsideMutation(policy['attendance.afterwards'].kinds).input(AfterwardsOf).output(Afterwards).query(({ ctx, input }) => afterwards(ctx, input)),
})
