/** The draw of a holiday programme: pure, and small enough to be run again in the family's own browser. */
export type { DrawAnswer, DrawWaiting } from './answers.ts'
export { drawPlaces, resultText, verifyDraw, type DrawCheck, type DrawPlace, type DrawResult } from './draw.ts'
export { drawFaults, type DrawFault } from './faults.ts'
export type { DrawOutcome } from './outcome.ts'
export { drawBytes, drawRule, drawText } from './record.ts'
export type { DrawActivity, DrawChild, DrawMeeting, DrawRecord, DrawWish, TravelMinutes } from './record.ts'
export { commitmentOf, ticketOf } from './ticket.ts'
export { unitsOf } from './units.ts'
