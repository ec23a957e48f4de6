import type { Ore } from '@medspil/ledger'
import { addDays, type Day } from '../day.ts'
import type { TaskReason } from './tasks.ts'

/** An agreed first training: the first day present, null while nobody has said so, and whether the family answered. */
export type FirstTrainingFacts = { plannedOn: Day; firstTraining: Day | null; answered: boolean }

/** The task when the planned first training has passed without a sign of the child; null while there is none to give. */
export const firstTrainingTask = (facts: FirstTrainingFacts, today: Day): TaskReason | null =>
  facts.firstTraining === null && facts.plannedOn < today
    ? { reason: 'first-training-missing', plannedOn: facts.plannedOn, answered: facts.answered } : null

/** A pass: the day it began to be valid, its last day, what is free in øre, and whether the child has signed up. */
export type PassUse = { since: Day; validTo: Day; left: Ore; signedUp: boolean }

/** The task for a pass nobody has used, from so many days after the family could use it until it is over; see product.md 1.3. */
export const passUnusedTask = ({ since, validTo, left, signedUp }: PassUse, afterDays: number, today: Day): TaskReason | null =>
  !signedUp && left > 0n && addDays(since, afterDays) <= today && today <= validTo
    ? { reason: 'pass-unused', since, validTo, left } : null

/** The task when a forening has not answered a sign-up within so many days. */
export const foreningSilentTask = (askedOn: Day, answered: boolean, afterDays: number, today: Day): TaskReason | null =>
  !answered && addDays(askedOn, afterDays) <= today ? { reason: 'forening-silent', askedOn } : null
