import { whyNotAdmitted, type AdmissionFacts, type AdmissionRule } from '../admission.ts'
import type { Day, Weekday } from '../day.ts'
import type { OfferWhyNot } from './why-not.ts'

/** Whether an offer meets a need such as 'step-free'. Unsaid is unknown, never no (product.md 5 row 38). */
export type SupportAnswer = 'met' | 'not-met' | 'unknown'

/** What fitting asks of an offer. `trial` is unknown when the forening has not said. */
export type FittingOffer = {
  admits: AdmissionRule
  firstDay: Day
  days: readonly Weekday[]
  support: Readonly<Record<string, 'met' | 'not-met'>>
  trial: 'yes' | 'no' | 'unknown'
  /** Free places, null when the offer has no limit on places. */
  freePlaces: number | null
}

/** What the family asked for. Empty lists and `wantsTrial: false` ask for nothing. */
export type ChildWishes = AdmissionFacts & {
  days: readonly Weekday[]; supportNeeds: readonly string[]; wantsTrial: boolean
}

/** One line of the reason, in the order in which it is shown. */
export type FitLine =
  | { about: 'age'; verdict: 'met' | 'not-met' | 'unknown'; whyNot: OfferWhyNot | null }
  | { about: 'days'; verdict: 'met' | 'not-met'; days: readonly Weekday[] }
  | { about: 'support'; verdict: SupportAnswer; need: string }
  | { about: 'trial'; verdict: 'met' | 'not-met' | 'unknown' }
  | { about: 'places'; verdict: 'met' | 'waiting-list'; free: number | null }

/** Whether the offer fits, with every line; `whyNot` is the first thing that does not. Unknown never says no. */
export type Fit = { ok: true; because: FitLine[] } | { ok: false; whyNot: OfferWhyNot; because: FitLine[] }

/** Says line by line why an offer fits a child and why not. A full offer still fits: it has a waiting list. */
export const fitsChild = (child: ChildWishes, offer: FittingOffer): Fit => {
  const because = [
    ageLine(child, offer), ...daysLine(child, offer), ...supportLines(child, offer), ...trialLine(child, offer),
    placesLine(offer),
  ]
  const whyNot = because.map((line) => whyNotOf(line, child)).find((found) => found !== null)
  return whyNot ? { ok: false, whyNot, because } : { ok: true, because }
}

const ageLine = (child: ChildWishes, offer: FittingOffer): FitLine => {
  const whyNot = whyNotAdmitted(offer.admits, child, offer.firstDay)
  const verdict = whyNot === null ? 'met' : whyNot.reason === 'grade-unknown' ? 'unknown' : 'not-met'
  return { about: 'age', verdict, whyNot }
}

const daysLine = (child: ChildWishes, { days }: FittingOffer): FitLine[] =>
  child.days.length === 0 ? []
    : [{ about: 'days', verdict: days.some((day) => child.days.includes(day)) ? 'met' : 'not-met', days }]

const supportLines = (child: ChildWishes, offer: FittingOffer): FitLine[] =>
  child.supportNeeds.map((need) => ({ about: 'support', need, verdict: offer.support[need] ?? 'unknown' }))

const trialLine = (child: ChildWishes, { trial }: FittingOffer): FitLine[] =>
  child.wantsTrial ? [{ about: 'trial', verdict: trial === 'yes' ? 'met' : trial === 'no' ? 'not-met' : 'unknown' }] : []

const placesLine = ({ freePlaces }: FittingOffer): FitLine =>
  ({ about: 'places', verdict: freePlaces === null || freePlaces > 0 ? 'met' : 'waiting-list', free: freePlaces })

const whyNotOf = (line: FitLine, child: ChildWishes): OfferWhyNot | null => {
  if (line.verdict !== 'not-met') return null
  switch (line.about) {
    case 'age': return line.whyNot
    case 'days': return { reason: 'offer-on-other-days', days: line.days, wanted: child.days }
    case 'support': return { reason: 'support-need-not-met', need: line.need }
    case 'trial': return { reason: 'offer-without-trial' }
  }
}
