/** Attendance: marks, first training, the early signal of a child dropping out, and the days of an activity. */
export { earlySignal, firstTraining, shownMarks, takeMark } from './marks.ts'
export type { EarlySignal, Mark, Presence, ShownMark } from './marks.ts'
export { careWindow, isCareDue, isCareOpen, mayWriteCare, type CareDays } from './care.ts'
export { endOfPlace, lastKeptDay, listDays, maySayAbsent, meetingId, meetingShown, remindedDays, type Meeting } from './meetings.ts'
export { teamDays, type TeamPlan } from './team-days.ts'
export type { AttendanceWhyNot } from './why-not.ts'
