import * as z from 'zod/mini'
import { StatusWord } from '../application/answers.ts'
import { FritidspasStateText, PurseView } from '../fritidspas.ts'
import { Key } from '../ordning/support.ts'
import { DayText, Id, Moment, OreSum } from '../shared.ts'
import { CallView, MeetingView } from './call.ts'
import { TaskReasonView } from './task-reason.ts'

export const ChildrenInput = z.strictObject({ search: z.string().check(z.trim(), z.maxLength(80)) })
export type ChildrenInput = z.infer<typeof ChildrenInput>
/** A child of one's own, with where its newest course stands. */
export const ChildRow = z.strictObject({
  childId: Id, name: z.string(), age: z.number(), ordningName: z.string(), status: StatusWord, closedAs: z.nullable(z.string()),
  activity: z.nullable(z.string()), nextOn: z.nullable(DayText), openTasks: z.number(),
})
export type ChildRow = z.infer<typeof ChildRow>
/** By name; at most a hundred. `found` counts all. */
export const ChildrenView = z.strictObject({ rows: z.array(ChildRow), found: z.number() })
export type ChildrenView = z.infer<typeof ChildrenView>

export const ChildInput = z.strictObject({ childId: Id })
export type ChildInput = z.infer<typeof ChildInput>

/** A sign-up inside a course, with every meeting as it was marked. Øre. */
export const CourseSignup = z.strictObject({
  signupId: Id, offerTitle: z.string(), foreningName: z.string(), pictogram: z.string(), state: z.string(), createdAt: Moment, answeredAt: z.nullable(Moment),
  startedOn: z.nullable(DayText), endedOn: z.nullable(DayText), endReason: z.nullable(z.string()), passPays: OreSum, familyPays: OreSum,
  meetings: z.array(MeetingView),
})
export type CourseSignup = z.infer<typeof CourseSignup>

export const CourseFollowUp = z.strictObject({
  followUpId: Id, checkId: z.string(), dueOn: DayText, state: z.string(), result: z.nullable(z.string()), reason: z.nullable(z.string()),
  answeredBy: z.nullable(z.string()), answeredAt: z.nullable(Moment), askedAt: z.nullable(Moment), ownerRole: z.string(),
})
export type CourseFollowUp = z.infer<typeof CourseFollowUp>

export const CourseTask = z.strictObject({
  taskId: Id, because: TaskReasonView, dueOn: DayText, state: z.enum(['open', 'done']), outcome: z.nullable(z.string()), note: z.nullable(z.string()),
  doneAt: z.nullable(Moment),
})
export type CourseTask = z.infer<typeof CourseTask>

/** All a child got under one ordning, from met to still there. */
export const CourseView = z.strictObject({
  courseId: Id, ordningKey: Key, ordningName: z.string(), state: z.enum(['open', 'paused', 'closed']), status: StatusWord,
  hasGuidance: z.boolean(), hasPass: z.boolean(), metOn: DayText, grantedOn: z.nullable(DayText), firstTrainingOn: z.nullable(DayText),
  closedOn: z.nullable(DayText), closedAs: z.nullable(z.string()),
  applications: z.array(z.strictObject({
    applicationId: Id, reference: z.string(), state: z.string(), submittedOn: z.nullable(DayText),
    decisions: z.array(z.strictObject({ decisionId: Id, result: z.string(), on: DayText, by: z.string(), automatic: z.boolean() })),
  })),
  passes: z.array(z.strictObject({ fritidspasId: Id, state: FritidspasStateText, validFrom: DayText, validTo: DayText, purses: z.array(PurseView) })),
  signups: z.array(CourseSignup), followUps: z.array(CourseFollowUp), tasks: z.array(CourseTask),
  guide: z.nullable(z.strictObject({ state: z.string(), since: DayText })),
})
export type CourseView = z.infer<typeof CourseView>

/** Barnets forløb: the child and its courses, the newest first. */
export const ChildView = z.strictObject({
  childId: Id, name: z.string(), firstName: z.string(), age: z.number(), school: z.nullable(z.string()), language: z.string(), contactBarred: z.boolean(),
  call: z.nullable(CallView),
  courses: z.array(CourseView),
  letters: z.array(z.strictObject({ letterId: Id, title: z.string(), state: z.string(), createdAt: Moment })),
})
export type ChildView = z.infer<typeof ChildView>
