import type { ForChild, OfferDetail, OfferView, PriceView } from '@medspil/contracts/offer'
import type { StoredOffer, StoredRefundStep } from '@medspil/db/offer'
import { addDays, type Day, latest } from '@medspil/domain/day'
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

/** The same with its own words and meetings. @param steps the programme's refund table, empty for a season team */
export function offerDetail(offer: StoredOffer, waiting: number, child: ChildOfView | null, today: Day, steps: readonly StoredRefundStep[] = []): OfferDetail {
  const { description, occurrences, programId, equipment, accessibility, languages, minimum, minimumDecidedOn, admits, firstDay } = offer
  return {
    ...offerView(offer, waiting, child, today), description, occurrences, programId, equipment, accessibility, languages, minimum, minimumDecidedOn,
    grades: admits.kind === 'grade' ? { from: admits.from, to: admits.to } : null,
    refunds: steps.map(({ untilDays, percent }) => ({ lastDay: addDays(firstDay, -untilDays), percent })),
  }
}

// A free place while others wait is on its way to them.
const freePlaces = ({ capacity, taken }: StoredOffer, waiting: number): number => (waiting > 0 ? 0 : Math.max(0, capacity - taken))

function forChild(offer: StoredOffer, waiting: number, child: ChildOfView, today: Day): ForChild {
  const fit = fitsChild({ ...child.facts, days: [], supportNeeds: [], wantsTrial: false }, {
    admits: offer.admits, firstDay: offer.programId === null ? latest(offer.firstDay, today) : offer.firstDay, days: offer.weekday === null ? [] : [offer.weekday],
    support: Object.fromEntries(offer.supportNeeds.map((need) => [need, 'met' as const])), trial: offer.trialFree ? 'yes' : 'unknown', freePlaces: freePlaces(offer, waiting),
  })
  return { fit, price: priceFor(offer, child.passes, today), hasPass: child.passes.length > 0, signupId: child.signupByOffer.get(offer.id) ?? null }
}

/** The price after the pass that pays most, which is also the one that sign-up takes. */
export function priceFor(offer: Pick<StoredOffer, 'price' | 'programId' | 'providerType'>, passes: readonly Fritidspas[], today: Day): PriceView {
  const prices = (passes.length === 0 ? [null] : passes.map((pass) => onDay(pass, today))).map((fritidspas) =>
    priceAfterPass({ fritidspas, price: offer.price, kind: paidKind(offer), providerType: offer.providerType, today }))
  return prices.reduce((best, other) => (other.paidByPass > best.paidByPass ? other : best))
}
