/** The front door of the room follow-up: what granting, signing up and marking call, and what the worker does on its own. */
export { watchMinimums } from './desk-tasks.ts'
export { planCourseFollowUps } from './plan-follow-ups.ts'
export { followUpsDue } from './tick-follow-ups.ts'
