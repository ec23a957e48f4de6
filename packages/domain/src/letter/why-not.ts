/** Every reason for which a letter cannot be sent. */
export type { LetterWhyNot } from './lint.ts'
