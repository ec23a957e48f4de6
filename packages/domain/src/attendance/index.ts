/** Attendance: marks, first training and the early signal of a child dropping out. */
export { earlySignal, firstTraining, shownMarks, takeMark } from './marks.ts'
export type { EarlySignal, Mark, Presence, ShownMark } from './marks.ts'
export { teamDays, type TeamPlan } from './team-days.ts'
export type { AttendanceWhyNot } from './why-not.ts'
