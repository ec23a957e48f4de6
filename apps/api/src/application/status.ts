import type { NextAct, StatusStep } from '@medspil/contracts/application'
import type { StoredApplication, StoredCourse, StoredDecision, StoredHearing } from '@medspil/db/application'
import { addMonths, type Day } from '@medspil/domain/day'

/** The four words of a course, and the step it is at. */
export interface Status { status: StatusStep['word']; on: Day; steps: StatusStep[] }

/**
 * Where a course is, in four plain words with their dates: Modtaget, Godkendt, I gang, Efter 3 måneder. A step not taken says
 * what makes it happen.
 */
export function statusOf(application: StoredApplication, decision: StoredDecision | null, course: StoredCourse | null, today: Day): Status {
  const isGranted = application.state === 'granted' || application.state === 'partly-granted'
  const ended = application.state === 'refused' ? 'refused' : decision === null && application.state !== 'granted' && isOver(application.state) ? 'ended' : null
  const grantedOn = isGranted ? decision?.decidedOn ?? null : null
  const startedOn = isGranted ? course?.firstTrainingOn ?? null : null
  const threeMonths = startedOn === null ? null : addMonths(startedOn, 3)
  const keptOn = threeMonths !== null && threeMonths <= today && course?.state !== 'closed' ? threeMonths : null
  const step = (word: StatusStep['word'], on: Day | null, when: StatusStep['when'], expectedOn: Day | null = null): StatusStep =>
    on === null ? { word, on, when: ended ?? when, expectedOn: ended ? null : expectedOn } : { word, on, when: 'done', expectedOn: null }
  const steps = [
    step('received', application.submittedOn, 'done'), step('granted', grantedOn, 'answer-by', application.answerBy),
    step('under-way', startedOn, 'first-training'), step('after-three-months', keptOn, 'three-months', threeMonths),
  ]
  const last = steps.filter(({ on }) => on !== null).at(-1)
  return { status: last?.word ?? 'received', on: (last?.on ?? application.submittedOn) as Day, steps }
}

const isOver = (state: StoredApplication['state']): boolean => ['withdrawn', 'duplicate', 'moved-away'].includes(state)

/** What comes next and whose turn it is. @param signups states of the course's sign-ups */
export function nextActOf(application: StoredApplication, course: StoredCourse | null, heard: StoredHearing | null, signups: readonly string[]): NextAct {
  const next = (act: NextAct['act'], whose: NextAct['whose'], by: Day | null = null): NextAct => ({ act, whose, by })
  switch (application.state) {
    case 'draft': case 'submitted': return next('wait-for-answer', 'kommune', application.answerBy)
    case 'needs-info': return next('answer-question', 'family', application.asked.questions.find(({ answeredOn }) => answeredOn === null)?.by ?? null)
    case 'hearing': return heard?.answeredOn === null ? next('answer-hearing', 'family', heard.deadline) : next('wait-for-answer', 'kommune', application.answerBy)
    case 'waiting-for-pool': return next('wait-for-pool', 'kommune')
    case 'frozen': return next('wait-for-person', 'kommune')
    case 'refused': return next('read-letter', 'family')
    case 'withdrawn': case 'duplicate': case 'moved-away': return next('nothing', 'nobody')
    case 'granted': case 'partly-granted': break
  }
  if (course?.state === 'closed') return next('nothing', 'nobody')
  if (course?.firstTrainingOn) return next('keep-going', 'nobody')
  if (signups.some((state) => state === 'confirmed' || state === 'started')) return next('go-to-first-training', 'family')
  if (signups.some((state) => state === 'requested' || state === 'seat-held')) return next('wait-for-forening', 'forening')
  return next('choose-offer', 'family')
}
