/** The front door of the room holiday-program: what jobs and ticks may use. */
export { followDraws } from './follow-draws.ts'
export { handOutDraw } from './hand-out-draw.ts'
