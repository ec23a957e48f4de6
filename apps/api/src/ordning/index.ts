/** The front door of the room ordning: the rules of today, and what other rooms say with them. */
export { currentOrdning, publishedOn } from './current-ordning.ts'
export { holidaysFrom } from './holidays.ts'
export { sayAges } from './say-ages.ts'
export { monthsToChoose, supportsOf, togetherOf } from './supports.ts'
