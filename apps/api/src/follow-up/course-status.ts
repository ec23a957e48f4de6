import type { z } from 'zod/mini'
import type { StatusWord } from '@medspil/contracts/application'
import { addMonths, type Day } from '@medspil/domain/day'

/** One of the four plain words. */
export type CourseStatus = z.infer<typeof StatusWord>

/** Where a course stands in the four plain words that families and desks share (design 03 and 10). */
export function courseStatus({ grantedOn, firstTrainingOn }: { grantedOn: Day | null; firstTrainingOn: Day | null }, today: Day): CourseStatus {
  if (firstTrainingOn) return addMonths(firstTrainingOn, 3) <= today ? 'after-three-months' : 'under-way'
  return grantedOn ? 'granted' : 'received'
}
