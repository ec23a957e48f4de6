/** The front door of the room attendance: what time brings about in an activity's days. */
export { endActivities, offerMore, remindFamilies, sendDayLists } from './ticks.ts'
