/** Holiday programmes: states, opening, activities and the price after the pass. */
export { gradeOn, whyNotAdmitted } from '../admission.ts'
export type { AdmissionFacts, AdmissionRule, AdmissionWhyNot } from '../admission.ts'
export { activityState, isSignupOpen, mayPublishActivity, moveProgram, priceAfterPass } from './program.ts'
export type { ActivityFacts, ActivityNotice, HolidayProgram, ProgramVerdict } from './program.ts'
export { programMoves, type ActivityState, type ProgramState } from './states.ts'
export type { HolidayProgramWhyNot } from './why-not.ts'
export { clashWithTravel, commitmentOf, drawBytes, drawFaults, drawPlaces, drawRule, drawText, resultText, ticketOf, unitsOf, verifyDraw } from './draw/index.ts'
export type {
  DrawActivity, DrawAnswer, DrawCheck, DrawChild, DrawFault, DrawMeeting, DrawOutcome, DrawPlace, DrawRecord, DrawResult, DrawWaiting, DrawWish,
} from './draw/index.ts'
export { mostTogether, recordOf, whyNotWish, type ChildWishes, type DrawFacts, type WishedActivity, type WishPhase, type WishWhyNot } from './wishes.ts'
export { holidayKinds, planFaults, refundPercent } from './plan.ts'
export type { HolidayKind, PlanFault, ProgramPlan, RefundStep } from './plan.ts'
export { activityFaults, admitsOf, agesOf, audienceOf, mayChange, mayDescribe } from './activity.ts'
export type { ActivityFault, ActivityText, Audience, Session } from './activity.ts'
export { copyShift, shiftLocal, shiftSession } from './copy.ts'
export { clashesIn, holesIn, offerByCell, overviewAges } from './overview.ts'
export type { Hole, OverviewActivity, OverviewCell, OverviewClash } from './overview.ts'
