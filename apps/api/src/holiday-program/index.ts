/** The front door of the room holiday-program: what jobs and ticks may use. */
export { followDraws } from './follow-draws.ts'
export { followPrograms } from './follow-programs.ts'
export { remindOrganisers } from './remind-organisers.ts'
export { handOutDraw } from './hand-out-draw.ts'
export { endCancelled } from './cancel-activity.ts'
