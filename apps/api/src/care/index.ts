/** The front door of the room care: what time erases. */
export { eraseCareNotes } from './erase-notes.ts'
