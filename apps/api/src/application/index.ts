/** The front door of the room application: who may not handle what concerns a child. */
export { barOwnInterest } from './bar-own-interest.ts'
