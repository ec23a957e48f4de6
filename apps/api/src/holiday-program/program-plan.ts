import type { PlanText } from '@medspil/contracts/holiday-program/desk'
import type { DeskProgram } from '@medspil/db/holiday-program'
import { day } from '@medspil/domain/day'
import { instantOf, localOf } from './program-clock.ts'

/** A plan as the rules take it: clock times in Denmark become moments. An opening minute has no wish phase, whatever a form kept. */
export function planOf(text: PlanText): DeskProgram['plan'] {
  const isDraw = text.way === 'draw'
  return {
    ...text, fromDay: day(text.fromDay), toDay: day(text.toDay), opensAt: instantOf(text.opensAt), closesAt: instantOf(text.closesAt), answerBy: text.answerBy === null ? null : day(text.answerBy),
    wishesOpenAt: isDraw && text.wishesOpenAt ? instantOf(text.wishesOpenAt) : null, wishesCloseAt: isDraw && text.wishesCloseAt ? instantOf(text.wishesCloseAt) : null,
    publicChance: isDraw && text.publicChance ? text.publicChance : null, stages: text.stages.map(({ from, ...limits }) => ({ from: instantOf(from), ...limits })),
  }
}

/** The same as a form shows it. */
export function planText(plan: DeskProgram['plan']): PlanText {
  return {
    ...plan, opensAt: localOf(plan.opensAt), closesAt: localOf(plan.closesAt), wishesOpenAt: plan.wishesOpenAt && localOf(plan.wishesOpenAt), wishesCloseAt: plan.wishesCloseAt && localOf(plan.wishesCloseAt),
    stages: plan.stages.map(({ from, ...limits }) => ({ from: localOf(from), ...limits })), refundRule: [...plan.refundRule],
  }
}
