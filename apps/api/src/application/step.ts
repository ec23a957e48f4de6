import type { Shell } from '../shell.ts'

/** A part of a verb: what it gets when the verb has asked for leave and keeps the record. */
export type Step = Pick<Shell, 'tx' | 'now' | 'actor'>
