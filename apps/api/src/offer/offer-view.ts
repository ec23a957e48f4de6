import type { ForChild, OfferDetail, OfferView } from '@medspil/contracts/offer'
import type { StoredOffer } from '@medspil/db/offer'
import { type Day, latest } from '@medspil/domain/day'
import { onDay, priceAfterPass, type Fritidspas } from '@medspil/domain/fritidspas'
import { fitsChild } from '@medspil/domain/offer'
import { type AdmissionFacts, paidKind } from '@medspil/domain/signup'

/** A child as offers are shown to it. */
export interface ChildOfView { facts: AdmissionFacts; signupByOffer: ReadonlyMap<string, string>; passes: readonly Fritidspas[] }

/** An offer as a view. @param waiting children in its line */
export function offerView(offer: StoredOffer, waiting: number, child: ChildOfView | null, today: Day): OfferView {
  const { id, title, foreningName, activity, pictogram, ageFrom, ageTo, weekday, timeFrom, timeTo, place, area, travel, price, priceKind, firstDay, lastDay, trialFree, supportNeeds, capacity } = offer
  return {
    id, title, foreningName, activity, pictogram, ageFrom, ageTo, weekday, timeFrom, timeTo, place, area, travel, price, priceKind, firstDay, lastDay, trialFree, supportNeeds,
    capacity, waiting, freePlaces: freePlaces(offer, waiting), forChild: child && forChild(offer, waiting, child, today),
  }
}

/** The same with its own words and meetings. */
export function offerDetail(offer: StoredOffer, waiting: number, child: ChildOfView | null, today: Day): OfferDetail {
  return { ...offerView(offer, waiting, child, today), description: offer.description, occurrences: offer.occurrences, programId: offer.programId }
}

// A free place while others wait is on its way to them.
const freePlaces = ({ capacity, taken }: StoredOffer, waiting: number): number => (waiting > 0 ? 0 : Math.max(0, capacity - taken))

function forChild(offer: StoredOffer, waiting: number, child: ChildOfView, today: Day): ForChild {
  const fit = fitsChild({ ...child.facts, days: [], supportNeeds: [], wantsTrial: false }, {
    admits: offer.admits, firstDay: offer.programId === null ? latest(offer.firstDay, today) : offer.firstDay, days: offer.weekday === null ? [] : [offer.weekday],
    support: Object.fromEntries(offer.supportNeeds.map((need) => [need, 'met' as const])), trial: offer.trialFree ? 'yes' : 'unknown', freePlaces: freePlaces(offer, waiting),
  })
  const prices = (child.passes.length === 0 ? [null] : child.passes.map((pass) => onDay(pass, today))).map((fritidspas) =>
    priceAfterPass({ fritidspas, price: offer.price, kind: paidKind(offer), providerType: offer.providerType, today }))
  // A child with two passes is shown the one that pays most, which is also the one that sign-up takes.
  const price = prices.reduce((best, other) => (other.paidByPass > best.paidByPass ? other : best))
  return { fit, price, hasPass: child.passes.length > 0, signupId: child.signupByOffer.get(offer.id) ?? null }
}
