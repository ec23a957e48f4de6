import type { CourseView } from '@medspil/contracts/follow-up'

/** How a course ended. */
export const closedWords: Record<string, string> = {
  kept: 'Fastholdt', stopped: 'Stoppet', unknown: 'Ukendt', moved: 'Flyttet', 'aged-out': 'Blevet 18', withdrawn: 'Trukket tilbage', 'child-said-no': 'Barnet sagde nej',
}

/** What a decision gave. */
export const decisionWords: Record<string, string> = { granted: 'Godkendt', 'partly-granted': 'Godkendt for en del', refused: 'Afslag', withdrawn: 'Trukket tilbage' }

/** Where a sign-up stands. */
export const signupWords: Record<string, string> = {
  'seat-held': 'plads holdt', requested: 'venter på foreningen', confirmed: 'bekræftet', started: 'i gang', ended: 'slut', wished: 'ønsket', waiting: 'på venteliste', offered: 'tilbudt plads',
  'awaiting-payment': 'venter på betaling', 'not-drawn': 'ikke trukket', lapsed: 'frist overskredet', declined: 'foreningen sagde nej', 'no-show': 'kom ikke',
  'cancelled-by-family': 'afmeldt af familien', 'cancelled-by-forening': 'aflyst af foreningen', 'cancelled-by-kommune': 'aflyst af kommunen',
}

/** Who said it. */
export const answeredWords: Record<string, string> = {
  'family-link': 'familien, med link', family: 'familien', 'young-person': 'den unge selv', marks: 'krydserne', desk: 'noteret af en medarbejder', forening: 'foreningen', 'earlier-answer': 'et tidligere svar',
}

/** What is known at a check. */
export const resultWords: Record<string, string> = { active: 'Er med', stopped: 'Er stoppet', unknown: 'Ukendt' }

/** What came of a task. */
export const outcomeWords: Record<string, string> = { active: 'er med', stopped: 'er stoppet', 'not-reached': 'blev ikke nået', done: 'klaret', 'settled-by-itself': 'løste sig selv' }

/** What the course gives: guidance, a pass or both. */
export const sayKind = ({ hasGuidance, hasPass }: Pick<CourseView, 'hasGuidance' | 'hasPass'>): string =>
  hasGuidance && hasPass ? 'Vejledning og pas' : hasPass ? 'Pas' : 'Vejledning'
