import * as z from 'zod/mini'
import { StatusWord } from './application/answers.ts'
import { CallView, MeetingView } from './follow-up/call.ts'
import { TaskReasonView } from './follow-up/task-reason.ts'
import { DayText, Id, mutationInput, OreSum } from './shared.ts'

export * from './follow-up/call.ts'
export * from './follow-up/child.ts'
export * from './follow-up/desk-task.ts'
export * from './follow-up/task-reason.ts'

/** One task: who, why, by when, and whom to ring. `overdueBy` in days: negative is to come. `left` on the pass, øre. */
export const TaskView = z.strictObject({
  taskId: Id, childId: Id, childName: z.string(), firstName: z.string(), age: z.number(), ordningName: z.nullable(z.string()),
  activity: z.nullable(z.strictObject({ title: z.string(), name: z.string(), pictogram: z.string(), foreningName: z.string(), foreningPhone: z.nullable(z.string()) })),
  dueOn: DayText, overdueBy: z.number(), because: TaskReasonView, call: z.nullable(CallView), left: z.nullable(OreSum),
  /** The last eight meetings, oldest first. */
  meetings: z.array(MeetingView),
})
export type TaskView = z.infer<typeof TaskView>

/** What happens without anybody's help. `childName` null when it is about several children. */
export const UpcomingView = z.strictObject({
  on: DayText, hour: z.nullable(z.number()), what: z.enum(['ask', 'first-training']), checkId: z.nullable(z.string()), children: z.number(),
  childName: z.nullable(z.string()), activity: z.nullable(z.string()),
})
export type UpcomingView = z.infer<typeof UpcomingView>

/** The day's work, the first task being the one to begin with. */
export const TodayView = z.strictObject({
  day: DayText, ordningNames: z.array(z.string()), tasks: z.array(TaskView), overdue: z.number(),
  /** Open courses by the four plain words. */
  counts: z.record(StatusWord, z.number()),
  upcoming: z.array(UpcomingView),
})
export type TodayView = z.infer<typeof TodayView>

/** Why a child stopped, as it was said; never a diagnosis. */
export const stopReasons = ['not-the-right-thing', 'time-or-way', 'friends', 'health', 'money', 'moved', 'other'] as const

const Note = z.nullable(z.string().check(z.trim(), z.maxLength(500)))

/** What came of a task. */
export const RecordInput = mutationInput({
  taskId: Id, note: Note,
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('active') }),
    z.strictObject({ kind: z.literal('stopped'), why: z.enum(stopReasons) }),
    z.strictObject({ kind: z.literal('not-reached') }),
    /** Done without news of the child: the forening was rung, offers were sent. */
    z.strictObject({ kind: z.literal('done') }),
  ]),
})
export type RecordInput = z.infer<typeof RecordInput>

/** After a stop: the places the child still holds. What else could fit is `offer.list` with the child. */
export const Recorded = z.strictObject({
  taskId: Id, childId: Id, places: z.array(z.strictObject({ signupId: Id, title: z.string() })),
})
export type Recorded = z.infer<typeof Recorded>

export const TaskInput = z.strictObject({ taskId: Id })
export type TaskInput = z.infer<typeof TaskInput>
/** Takes back what was recorded by mistake, on the same day and by the same person. */
export const ReopenInput = mutationInput({ taskId: Id })
export type ReopenInput = z.infer<typeof ReopenInput>
export const HandOverInput = mutationInput({ taskId: Id, toStaffId: Id, note: Note })
export type HandOverInput = z.infer<typeof HandOverInput>
/** Those who may take the task: fritidsvejledere, and fagpersoner who hold the child's file. */
export const Colleagues = z.array(z.strictObject({ staffId: Id, name: z.string(), workplace: z.string() }))

/** The family's three answers. */
export const SaidText = z.enum(['active', 'stopped', 'something-else'])
export type SaidText = z.infer<typeof SaidText>
/** The one question. `firstName` only where the one who is asked could not know which child is meant. */
export const QuestionView = z.strictObject({ firstName: z.nullable(z.string()), state: z.enum(['open', 'answered', 'over']), said: z.nullable(SaidText) })
export type QuestionView = z.infer<typeof QuestionView>
export const LinkAnswerInput = mutationInput({ said: SaidText })
export type LinkAnswerInput = z.infer<typeof LinkAnswerInput>

/** A question that waits for a family that is logged in. */
export const OpenQuestion = z.strictObject({ followUpId: Id, childId: Id, firstName: z.string(), askedOn: DayText })
export const OpenQuestions = z.array(OpenQuestion)
export const OwnAnswerInput = mutationInput({ childId: Id, followUpId: Id, said: SaidText })
export type OwnAnswerInput = z.infer<typeof OwnAnswerInput>
