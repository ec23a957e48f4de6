import type { ModerateOfferInput, ModerationList, OfferForm, OfferFormInput, OfferSaved, SaveOfferInput } from '@medspil/contracts/forening'
import { audit } from '@medspil/db'
import { addOffer, loadForening, loadInModeration, loadWrittenOffer, saveModeration, saveOffer, type WrittenOffer } from '@medspil/db/forening'
import { day, yearOf } from '@medspil/domain/day'
import { mayList } from '@medspil/domain/forening'
import { mayAskToPublish, moveOffer } from '@medspil/domain/offer'
import { ore } from '@medspil/ledger'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { holderOf } from './reach.ts'

type Stored = NonNullable<Awaited<ReturnType<typeof loadWrittenOffer>>>

function formOf({ id: offerId, foreningId: _foreningId, foreningName: _foreningName, programId: _programId, taken: _taken, ...offer }: Stored): OfferForm {
  return { offerId, ...offer }
}

/** One of the forening's own season teams, as it stands in the form. */
export async function readOffer(shell: Shell, { offerId }: OfferFormInput): Promise<OfferForm> {
  await allow(shell, 'offer.of-my-forening')
  const { id } = holderOf(shell.actor, 'forening-desk')
  const offer = await loadWrittenOffer(shell.tx, offerId)
  if (!offer || offer.foreningId !== id || offer.programId) throw new NotFound('offer')
  return formOf(offer)
}

/**
 * Saves a season team and asks the kommune to publish it. A changed one is read again before the public sees it.
 * @throws Refused when the forening may not list, facts are missing or the season is over
 */
export async function writeOffer(shell: Shell, { offerId, requestId, ...input }: SaveOfferInput): Promise<OfferSaved> {
  await allow(shell, 'offer.save')
  const { tx } = shell
  const holder = holderOf(shell.actor, 'forening-desk')
  const forening = await loadForening(tx, holder.id)
  const known = offerId && (await loadWrittenOffer(tx, offerId))
  if (!forening || (offerId && (!known || known.foreningId !== holder.id || known.programId))) throw new NotFound('offer')
  const offer: WrittenOffer = { ...input, price: ore(input.price), seasonFrom: day(input.seasonFrom), seasonTo: day(input.seasonTo) }
  const id = offerId ?? requestId
  const { title, place, price, capacity, seasonFrom: firstDay, seasonTo: lastDay } = offer
  const contact = forening.contacts.find(({ role }) => role === 'chair') ?? forening.contacts[0]
  const asked = mayAskToPublish({ title, place, contact: contact?.mail ?? '', price, capacity, dayCount: firstDay <= lastDay ? 1 : 0, firstDay, lastDay }, mayList(forening.rules, id, tx.now.day), tx.now.day)
  if (!asked.ok) throw new Refused(asked.whyNot)
  // A place that a child has cannot be taken away by a smaller number.
  if (known && capacity < known.taken) throw new Refused({ reason: 'fewer-places-than-children', children: known.taken })
  if (known) {
    const moved = known.state === 'in-moderation' ? { ok: true as const } : moveOffer(known.state, 'in-moderation')
    if (!moved.ok) throw new Refused(moved.whyNot)
    await saveOffer(tx, id, offer, 'in-moderation')
  } else await addOffer(tx, id, holder.id, offer, 'in-moderation')
  await audit(tx, 'offer.written', { id }, { season: yearOf(firstDay), price: String(price), isNew: !known })
  return { offerId: id, state: 'in-moderation' }
}

/** Offers that wait for the kommune to read them. */
export async function listInModeration(shell: Shell): Promise<ModerationList> {
  await allow(shell, 'offer.moderate')
  const { tx } = shell
  const waiting = await loadInModeration(tx)
  return Promise.all(waiting.map(async (offer) => {
    const forening = await loadForening(tx, offer.foreningId)
    return { ...formOf(offer), foreningId: offer.foreningId, foreningName: offer.foreningName, mayList: forening !== null && mayList(forening.rules, offer.id, tx.now.day).ok }
  }))
}

/** Publishes an offer, or sends it back with what is to be changed. @throws Refused when the forening may not list now */
export async function moderateOffer(shell: Shell, { offerId, verdict }: ModerateOfferInput): Promise<OfferSaved> {
  await allow(shell, 'offer.moderate')
  const { tx, actor } = shell
  const offer = await loadWrittenOffer(tx, offerId)
  const forening = offer && (await loadForening(tx, offer.foreningId))
  if (!offer || !forening || !actor.id) throw new NotFound('offer')
  const listing = mayList(forening.rules, offerId, tx.now.day)
  if (verdict.kind === 'publish' && !listing.ok) throw new Refused(listing.whyNot)
  const moved = moveOffer(offer.state, verdict.kind === 'publish' ? 'published' : 'sent-back')
  if (!moved.ok) throw new Refused(moved.whyNot)
  await saveModeration(tx, offerId, { state: moved.state, by: actor.id, note: verdict.kind === 'send-back' ? verdict.note : null })
  await audit(tx, 'offer.moderated', { id: offerId }, { state: moved.state })
  return { offerId, state: moved.state }
}
