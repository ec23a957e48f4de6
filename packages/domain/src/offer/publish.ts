import type { Ore } from '@medspil/ledger'
import type { Day } from '../day.ts'
import type { OfferWhyNot } from './why-not.ts'

/** An offer's way to the public. Foreninger publish themselves; the kommune moderates first (product.md 3e, row 37). */
export type OfferState = 'draft' | 'in-moderation' | 'published' | 'sent-back' | 'withdrawn'

/** Where each state may go. A changed offer goes through moderation again. */
export const offerMoves: Readonly<Record<OfferState, readonly OfferState[]>> = {
  draft: ['in-moderation', 'withdrawn'],
  'in-moderation': ['published', 'sent-back', 'withdrawn'],
  'sent-back': ['in-moderation', 'withdrawn'],
  published: ['in-moderation', 'withdrawn'],
  withdrawn: ['in-moderation'],
}

/** The facts a family must have before an offer may be shown; null or empty is missing. Amounts in øre. */
export type OfferText = {
  title: string; place: string; contact: string; price: Ore | null; capacity: number | null
  dayCount: number; firstDay: Day | null; lastDay: Day | null
}

const missingIn = (text: OfferText): string[] => [
  ...(['title', 'place', 'contact'] as const).filter((field) => text[field].trim() === ''),
  ...(['price', 'capacity', 'firstDay', 'lastDay'] as const).filter((field) => text[field] === null),
  ...(text.dayCount === 0 ? ['days'] : []),
]

/** The answer of `forening/mayList`; its refusal is passed on unchanged. */
export type Listing<W> = { ok: true } | { ok: false; whyNot: W }

/** Whether an offer may enter moderation: its forening may be listed, nothing is missing, the season is not over. */
export const mayAskToPublish = <W>(
  text: OfferText, listing: Listing<W>, today: Day,
): { ok: true } | { ok: false; whyNot: W | OfferWhyNot } => {
  if (!listing.ok) return listing
  const missing = missingIn(text)
  if (missing.length > 0) return { ok: false, whyNot: { reason: 'offer-incomplete', missing } }
  const { lastDay } = text
  return lastDay !== null && lastDay < today
    ? { ok: false, whyNot: { reason: 'offer-season-over', lastDay } } : { ok: true }
}

/**
 * Whether the public may see the offer today: moderated, season not over, and a forening that may be listed *now* — a
 * declaration that ran out takes the offer away at New Year without anybody touching it.
 */
export const isPublic = <W>(
  offer: { state: OfferState; lastDay: Day }, listing: Listing<W>, today: Day,
): { ok: true } | { ok: false; whyNot: W | OfferWhyNot } => {
  if (offer.state !== 'published') return { ok: false, whyNot: { reason: 'offer-not-moderated', state: offer.state } }
  if (offer.lastDay < today) return { ok: false, whyNot: { reason: 'offer-season-over', lastDay: offer.lastDay } }
  return listing
}

/** Moves an offer along `offerMoves`. */
export const moveOffer = (
  from: OfferState, to: OfferState,
): { ok: true; state: OfferState } | { ok: false; whyNot: OfferWhyNot } =>
  offerMoves[from].includes(to)
    ? { ok: true, state: to } : { ok: false, whyNot: { reason: 'offer-move-impossible', from, to } }
