import {
  ChildInput, ChildrenInput, ChildrenView, ChildView, CloseDeskTask, Colleagues, DeskTaskList, HandOverInput, LinkAnswerInput, OpenQuestions, OwnAnswerInput, QuestionView, RecordInput, Recorded, ReopenInput,
  TaskInput, TodayView,
} from '@medspil/contracts/follow-up'
import { Done } from '@medspil/contracts/shared'
import { familyMutation, familyQuery, kommuneMutation, kommuneQuery, linkMutation, linkQuery, router } from '../trpc/procedure.ts'
import { answerByLink, answerLoggedIn, openQuestions, readQuestion } from './answer-follow-up.ts'
import { endDeskTask, readDeskTasks } from './desk-tasks.ts'
import { readChild } from './read-child.ts'
import { readChildren } from './read-children.ts'
import { readToday } from './read-today.ts'
import { handOver, readColleagues, recordOutcome, reopenOwnTask } from './record-outcome.ts'

const desk = {
  today: kommuneQuery.output(TodayView).query(({ ctx }) => readToday(ctx)),
  children: kommuneQuery.input(ChildrenInput).output(ChildrenView).query(({ ctx, input }) => readChildren(ctx, input)),
  course: kommuneQuery.input(ChildInput).output(ChildView).query(({ ctx, input }) => readChild(ctx, input)),
  record: kommuneMutation.input(RecordInput).output(Recorded).mutation(({ ctx, input }) => recordOutcome(ctx, input)),
  reopen: kommuneMutation.input(ReopenInput).output(Done).mutation(({ ctx, input }) => reopenOwnTask(ctx, input)),
  colleagues: kommuneQuery.input(TaskInput).output(Colleagues).query(({ ctx, input }) => readColleagues(ctx, input)),
  deskTasks: kommuneQuery.output(DeskTaskList).query(({ ctx }) => readDeskTasks(ctx)),
  closeDeskTask: kommuneMutation.input(CloseDeskTask).output(Done).mutation(({ ctx, input }) => endDeskTask(ctx, input)),
  handOver: kommuneMutation.input(HandOverInput).output(Done).mutation(({ ctx, input }) => handOver(ctx, input)),
}

const family = {
  question: linkQuery.output(QuestionView).query(({ ctx }) => readQuestion(ctx)),
  answer: linkMutation.input(LinkAnswerInput).output(QuestionView).mutation(({ ctx, input }) => answerByLink(ctx, input)),
  openQuestions: familyQuery.input(ChildInput).output(OpenQuestions).query(({ ctx, input }) => openQuestions(ctx, input)),
  answerLoggedIn: familyMutation.input(OwnAnswerInput).output(QuestionView).mutation(({ ctx, input }) => answerLoggedIn(ctx, input)),
}

/** What is asked, of whom, what came of it, and who does what today. */
export const followUpRouter = router({ ...desk, ...family })
