import type { LineView, MySignups, SignupView } from '@medspil/contracts/signup'
import { loadMyChildIds } from '@medspil/db/application'
import { type LineFacts, loadLineHistory, loadLines, loadSignupsOf, type SignupOfChild } from '@medspil/db/signup'
import { extensionsMost, instant, isHeldForPayment, isOver, type LineHistory, type MeetingTimes, oddsOutOfTen, openShare, promoteWaiting, seasonAnswerHours, whyNotAnyMore, whyNotGiveBack, whyNotYet } from '@medspil/domain/signup'
import type { Now } from '@medspil/db'
import type { Day } from '@medspil/domain/day'
import { firstNameOf } from '@medspil/domain/first-name'
import { refundDue } from '@medspil/domain/payment'
import { ore } from '@medspil/ledger'
import { allow } from '../shell.ts'
import type { Context } from '../trpc/procedure.ts'

/**
 * How the actor's children stand: place, offered place, or number in a line with its odds and why not yet. The lines
 * are counted as the sign-up batch, because a family sees no row but its own; only its own figures leave this function.
 */
export async function mySignups(ctx: Context, input: MySignups): Promise<SignupView[]> {
  const now = ctx.clock()
  const call = { now, procedure: 'signup.mine' }
  const { signups, mine } = await ctx.asActor(ctx.actor, call, async (tx) => {
    await allow({ tx, actor: ctx.actor, now }, 'signup.mine')
    const found = await loadSignupsOf(tx, input.childId ?? null)
    return { signups: found, mine: new Set(found.some(({ state }) => state === 'waiting') ? await loadMyChildIds(tx) : []) }
  })
  const lineIds = [...new Set(signups.filter(({ state }) => state === 'waiting').map(({ offer }) => offer.id))]
  if (lineIds.length === 0) return signups.map((signup) => viewOf(signup, null, now))
  const { lines, history } = await ctx.asActor({ kind: 'signup-batch', kommuneId: ctx.actor.kommuneId, id: null }, call,
    async (tx) => ({ lines: await loadLines(tx, lineIds), history: await loadLineHistory(tx) }))
  return signups.map((signup) => {
    const line = lines.find(({ offerId }) => signup.state === 'waiting' && offerId === signup.offer.id)
    return viewOf(signup, line ? lineView(signup, line, { history, mine, now }) : null, now)
  })
}

function lineView({ id: signupId, offer }: SignupOfChild, line: LineFacts, { history, mine, now }: { history: LineHistory; mine: ReadonlySet<string>; now: Now }): LineView | null {
  const rank = line.entries.findIndex((entry) => entry.signupId === signupId)
  if (rank < 0) return null
  const at = instant(now.at.toISOString())
  const { offerId, cancelled, programId, program } = line
  const { capacity, taken } = openShare(line)
  const over = whyNotAnyMore(timesOf(offer), at)
  // The same rule that moves the line says why it does not move.
  const { waiting } = promoteWaiting({
    activities: [{ id: offerId, cancelled, over, capacity, taken, limitGroup: programId }], at, deadline: at, groupTooLarge: program?.groupTooLarge ?? 'pass-over',
    waiting: line.entries.map((entry) => ({ ...entry, activityId: offerId })),
    heldPlaces: (childId) => line.entries.find((entry) => entry.childId === childId)?.heldPlaces ?? 0,
    limits: new Map(program && programId ? [[programId, program.stages]] : []),
  })
  const own = waiting.find((entry) => entry.signupId === signupId)
  return {
    position: rank + 1, waiting: line.entries.length, oddsOutOfTen: oddsOutOfTen(rank + 1, taken, history), answerHours: program?.offerHours ?? seasonAnswerHours,
    whyNotYet: own ? whyNotYet(own, (childId) => !mine.has(childId)) : null,
  }
}

function viewOf(signup: SignupOfChild, line: LineView | null, now: Now): SignupView {
  const { id, childId, childName, state, price, passPays, familyPays, createdAt, startedOn, feeAsked, heldUntil, extended, groupId } = signup
  const { id: offerId, title, foreningName, place, pictogram, weekday, timeFrom, timeTo, firstDay, lastDay, capacity, programId, meetings, equipment, travel, cancelReason } = signup.offer
  const isHeld = isHeldForPayment(state)
  return {
    id, childId, childFirstName: firstNameOf(childName), state, price, passPays, familyPays, createdAt, startedOn, feeAsked, line, groupId,
    heldUntil: isHeld ? heldUntil : null, heldSeconds: isHeld && heldUntil ? Math.max(0, Math.round((Date.parse(heldUntil) - now.at.getTime()) / 1000)) : null, mayExtend: isHeld && extended < extensionsMost,
    offer: { id: offerId, title, foreningName, place, pictogram, weekday, timeFrom, timeTo, firstDay, lastDay, capacity, isHoliday: programId !== null, programId, meetings, equipment, travel, cancelReason },
    answerBy: state === 'offered' ? signup.offerDeadlineAt : null, mayCancel: mayCancel(signup, now), backIfCancelled: backIfCancelled(signup, now.day),
  }
}

const timesOf = (offer: SignupOfChild['offer']): MeetingTimes => ({ ...offer, occurrences: offer.meetings.map(({ day, timeFrom }) => ({ day, from: timeFrom })) })

// The rule the press is answered by, said before it.
function mayCancel(signup: SignupOfChild, { at }: Now): boolean {
  if (isOver(signup.state) || signup.state === 'started') return false
  return signup.offer.cancelReason !== null || whyNotGiveBack(timesOf(signup.offer), signup, instant(at.toISOString())) === null
}

// A season team's own share is paid to the forening, and a held place has not been paid yet.
function backIfCancelled({ state, familyPays, offer, refundRule }: SignupOfChild, today: Day): bigint | null {
  if (offer.programId === null || familyPays === 0n || (state !== 'confirmed' && state !== 'requested')) return null
  const amount = ore(familyPays)
  return refundDue({ amount, left: amount, cause: offer.cancelReason === null ? 'cancelled-by-family' : 'cancelled-by-kommune', rule: refundRule, today, firstDay: offer.firstDay })
}
