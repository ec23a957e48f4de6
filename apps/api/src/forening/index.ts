/** The front door of the room forening: what a forening's word by link may reach, and what its yes costs. */
export { claimHeld } from './claim-held.ts'
export { endAsNeverCame } from './never-came.ts'
export { type Agreed, payFromPass, releaseHeld } from './pay-from-pass.ts'
export { describerOf, holderOf, reachesSignup } from './reach.ts'
export { questionOf, stateOf } from './signup-question.ts'
export { askFritidsvejleder, tellFamily } from './tell.ts'
export { remindForeninger, sendTeamLists } from './ticks.ts'
