import { FriendInvitation, FriendsView, InviteFriend, JoinFriends, LeaveFriends, MakeFriendGroup, OpenFriendCode, ProgramDetail, ProgramView, RejoinFriends, ShowFriends, ShowProgram } from '@medspil/contracts/holiday-program'
import { ActivityForm, ActivitySaved, EditActivity, OneActivity, OrganiserPage, SaveActivity, WithdrawActivity } from '@medspil/contracts/holiday-program/activity'
import { CancelActivity, CancelProgress, ReadCancel } from '@medspil/contracts/holiday-program/cancel'
import { CopyProgram, HoldAnyway, InviteOrganisers, MoveProgram, OneProgram, ProgramCopied, ProgramDesk, ProgramFile, ProgramOverview, ProgramSaved, SaveProgram, SaveSchoolHoliday, SchoolHolidayList } from '@medspil/contracts/holiday-program/desk'
import { ChildsProgram, FindForChild } from '@medspil/contracts/holiday-program/for-child'
import { Done } from '@medspil/contracts/shared'
import { DrawProgress, DrawRecordView, DrawView, HoldDraw, SaveWishes, ShowWishes, WishesView } from '@medspil/contracts/draw'
import { policy } from '@medspil/domain/access'
import * as z from 'zod/mini'
import { familyMutation, familyQuery, foreningMutation, foreningQuery, kommuneMutation, kommuneQuery, outsideMutation, publicQuery, router } from '../trpc/procedure.ts'
import { cancelActivity, readCancel } from './cancel-activity.ts'
import { findForChild } from './find-for-child.ts'
import { copyProgram } from './copy-program.ts'
import { joinFriends, openFriendCode, rejoinFriends } from './friends/join-friends.ts'
import { leaveFriendGroup } from './friends/leave-friends.ts'
import { inviteFriend, makeFriendGroup } from './friends/make-group.ts'
import { readFriends } from './friends/read-friends.ts'
import { holdDraw } from './hold-draw.ts'
import { inviteOrganisers } from './invite-organisers.ts'
import { readOrganiserPage } from './organiser-page.ts'
import { listDeskPrograms, readProgram } from './program-desk.ts'
import { readOverview } from './program-overview.ts'
import { readDraw, readDrawProgress, readDrawRecord } from './read-draw.ts'
import { readWishes } from './read-wishes.ts'
import { editActivity, holdAnyway, readActivity, saveActivity, takeActivityBack } from './save-activity.ts'
import { moveProgramTo, saveProgram } from './save-program.ts'
import { saveFamilyWishes } from './save-wishes.ts'
import { listSchoolHolidays, setSchoolHoliday } from './school-holiday.ts'
import { listPrograms, showProgram } from './show-programs.ts'

/** Holiday programmes and what there is to do in them. */
export const holidayProgramRouter = router({
  list: publicQuery.output(z.array(ProgramView)).query(({ ctx }) => listPrograms(ctx)),
  wishes: familyQuery.input(ShowWishes).output(WishesView).query(({ ctx, input }) => readWishes(ctx, input)),
  saveWishes: familyMutation.input(SaveWishes).output(WishesView).mutation(({ ctx, input }) => saveFamilyWishes(ctx, input)),
  friends: familyQuery.input(ShowFriends).output(FriendsView).query(({ ctx, input }) => readFriends(ctx, input)),
  makeFriendGroup: familyMutation.input(MakeFriendGroup).output(Done).mutation(({ ctx, input }) => makeFriendGroup(ctx, input)),
  inviteFriend: familyMutation.input(InviteFriend).output(Done).mutation(({ ctx, input }) => inviteFriend(ctx, input)),
  openFriendCode: familyQuery.input(OpenFriendCode).output(FriendInvitation).query(({ ctx, input }) => openFriendCode(ctx, input)),
  joinFriends: familyMutation.input(JoinFriends).output(Done).mutation(({ ctx, input }) => joinFriends(ctx, input)),
  rejoinFriends: familyMutation.input(RejoinFriends).output(Done).mutation(({ ctx, input }) => rejoinFriends(ctx, input)),
  leaveFriends: familyMutation.input(LeaveFriends).output(Done).mutation(({ ctx, input }) => leaveFriendGroup(ctx, input)),
  drawRecord: publicQuery.input(ShowWishes).output(DrawRecordView).query(({ ctx, input }) => readDrawRecord(ctx, input)),
  draw: publicQuery.input(ShowWishes).output(DrawView).query(({ ctx, input }) => readDraw(ctx, input)),
  drawProgress: outsideMutation(policy['holiday-program.draw'].kinds).input(ShowWishes).output(DrawProgress).query(({ ctx, input }) => readDrawProgress(ctx, input)),
  holdDraw: outsideMutation(policy['holiday-program.draw'].kinds).input(HoldDraw).output(DrawProgress).mutation(({ ctx, input }) => holdDraw(ctx, input)),
  show: outsideMutation(policy['holiday-program.read'].kinds).input(ShowProgram).output(ProgramDetail).query(({ ctx, input }) => showProgram(ctx, input)),
  forChild: outsideMutation(policy['signup.request-reserved'].kinds).input(FindForChild).output(ChildsProgram).query(({ ctx, input }) => findForChild(ctx, input)),
  schoolHolidays: kommuneQuery.output(SchoolHolidayList).query(({ ctx }) => listSchoolHolidays(ctx)),
  setSchoolHoliday: kommuneMutation.input(SaveSchoolHoliday).output(SchoolHolidayList).mutation(({ ctx, input }) => setSchoolHoliday(ctx, input)),
  desk: kommuneQuery.output(ProgramDesk).query(({ ctx }) => listDeskPrograms(ctx)),
  file: kommuneQuery.input(OneProgram).output(ProgramFile).query(({ ctx, input }) => readProgram(ctx, input)),
  save: kommuneMutation.input(SaveProgram).output(ProgramSaved).mutation(({ ctx, input }) => saveProgram(ctx, input)),
  move: kommuneMutation.input(MoveProgram).output(ProgramSaved).mutation(({ ctx, input }) => moveProgramTo(ctx, input)),
  copy: kommuneMutation.input(CopyProgram).output(ProgramCopied).mutation(({ ctx, input }) => copyProgram(ctx, input)),
  inviteOrganisers: kommuneMutation.input(InviteOrganisers).output(Done).mutation(({ ctx, input }) => inviteOrganisers(ctx, input)),
  overview: kommuneQuery.input(OneProgram).output(ProgramOverview).query(({ ctx, input }) => readOverview(ctx, input)),
  organiserPage: foreningQuery.output(OrganiserPage).query(({ ctx }) => readOrganiserPage(ctx)),
  activity: publicQuery.input(OneActivity).output(ActivityForm).query(({ ctx, input }) => readActivity(ctx, input)),
  saveActivity: foreningMutation.input(SaveActivity).output(ActivitySaved).mutation(({ ctx, input }) => saveActivity(ctx, input)),
  withdrawActivity: foreningMutation.input(WithdrawActivity).output(Done).mutation(({ ctx, input }) => takeActivityBack(ctx, input)),
  editActivity: kommuneMutation.input(EditActivity).output(ActivitySaved).mutation(({ ctx, input }) => editActivity(ctx, input)),
  cancelActivity: kommuneMutation.input(CancelActivity).output(CancelProgress).mutation(({ ctx, input }) => cancelActivity(ctx, input)),
  cancelProgress: kommuneQuery.input(ReadCancel).output(CancelProgress).query(({ ctx, input }) => readCancel(ctx, input)),
  holdAnyway: kommuneMutation.input(HoldAnyway).output(Done).mutation(({ ctx, input }) => holdAnyway(ctx, input)),
})
