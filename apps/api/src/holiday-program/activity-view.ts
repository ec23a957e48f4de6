import type { ActivityView } from '@medspil/contracts/holiday-program'
import type { ListedActivity } from '@medspil/db/offer'
import type { Day } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { activityState } from '@medspil/domain/holiday-program'
import { whyNotAdmitted } from '@medspil/domain/signup'
import { type ChildOfView, priceFor } from '../offer/index.ts'

/** Whether the forening behind an activity may be listed today; one that may not is left out, as on every list. */
export const isListed = (one: ListedActivity, today: Day): boolean => mayList({
  state: one.approval as never, since: one.approvedOn ?? one.firstDay, limitedTo: null, providerType: one.providerType, declaredOn: one.declaredOn,
  payment: { rail: 'nemkonto', cvr: null, namedReceiver: null },
}, one.id, today).ok

/** An activity in a list, for everybody or for a child. Free places are none while somebody waits: they are on their way to the line. */
export function activityView(one: ListedActivity, waiting: number, child: ChildOfView | null, today: Day): ActivityView {
  const { id, title, foreningName, pictogram, activity, ageFrom, ageTo, admits, days, timeFrom, timeTo, place, area, price, supportNeeds, languages, capacity, taken } = one
  return {
    id, title, foreningName, pictogram, activity, ageFrom, ageTo, days, timeFrom, timeTo, place, area, price, supportNeeds, languages, waiting,
    grades: admits.kind === 'grade' ? { from: admits.from, to: admits.to } : null,
    freePlaces: waiting > 0 ? 0 : Math.max(0, capacity - taken),
    state: activityState({ ...one, published: true }, today),
    forChild: child && {
      whyNot: whyNotAdmitted(admits, child.facts, one.firstDay), paidByPass: priceFor(one, child.passes, today).paidByPass, signupId: child.signupByOffer.get(id) ?? null,
    },
  }
}
