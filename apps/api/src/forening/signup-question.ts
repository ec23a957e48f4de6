import type { ForeningAnswer, SignupQuestion } from '@medspil/contracts/forening'
import type { AskedSignup } from '@medspil/db/forening'
import { nowAt } from '../clock.ts'

/** What the one behind a link sees of a sign-up. Built from named fields, so that nothing more can slip in. */
export function questionOf(signup: AskedSignup): SignupQuestion {
  const { id, displayName, foreningName, offerTitle, weekday, timeFrom, place, seasonFrom, seasonTo, price, answeredAt, state } = signup
  return {
    signupId: id, displayName, foreningName, offerTitle, weekday, timeFrom, place, seasonFrom, seasonTo, price, state: stateOf(signup),
    waitsForFamily: signup.answer === 'yes' && state === 'requested', answer: answerOf(signup), answeredOn: answeredAt && nowAt(answeredAt).day,
  }
}

/** Whether a sign-up still takes an answer. */
export function stateOf({ answer, state }: Pick<AskedSignup, 'answer' | 'state'>): SignupQuestion['state'] {
  if (answer === 'yes' || answer === 'full') return 'answered'
  if (state !== 'requested') return 'over'
  return answer === 'asks' ? 'asked' : 'open'
}

function answerOf({ answer, confirmedFee, periodFrom, periodTo, question }: AskedSignup): ForeningAnswer | null {
  if (answer === 'full') return { kind: 'full' }
  if (answer === 'asks') return { kind: 'asks', question: question ?? '' }
  return answer === 'yes' && confirmedFee !== null && periodFrom && periodTo ? { kind: 'yes', fee: confirmedFee, periodFrom, periodTo } : null
}
