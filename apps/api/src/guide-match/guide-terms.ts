import type { Tx } from '@medspil/db'
import { loadOpenCourses } from '@medspil/db/guide-match'
import { loadVersion } from '@medspil/db/ordning'
import { given, type GuideRule } from '@medspil/domain/ordning'
import { addDays, addMonths, type Day } from '@medspil/domain/day'
import type { FadingStage } from '@medspil/domain/guide-match'

/** The guide rule a child's open course was granted under. */
export interface GuideTermsOfCourse { courseId: string; stages: FadingStage[]; maxUntil: Day | null }

/**
 * Finds the open course whose ordning gives a fritidsguide, and the last day of the match by that ordning's limit
 * (Esbjerg guldpas: up to a year). @returns null when no open course has a guide
 */
export async function guideTermsOf(tx: Tx, childId: string): Promise<GuideTermsOfCourse | null> {
  for (const course of await loadOpenCourses(tx, childId)) {
    const guide = (await loadVersion(tx, course.ordningVersionId))?.version.rules.guide
    if (guide && guide.kind !== 'none') return { courseId: course.id, stages: guide.fading, maxUntil: limitOf(guide, tx.now.day) }
  }
  return null
}

function limitOf(guide: Exclude<GuideRule, { kind: 'none' }>, from: Day): Day | null {
  const months = given(guide.longestMonths)
  return months === null ? null : addDays(addMonths(from, months), -1)
}
