import type { OfferForm } from '@medspil/contracts/forening'
import { clockFromText, dayFromParts, noDate, partsFromDay } from '@medspil/ui'
import type { DateParts } from '@medspil/ui'
import { kronerFromOre, oreFromKroner } from '../../frame/kroner.ts'

/** The activities we have a drawing for; the word is what families search by. */
export const activities = [
  ['fodbold', 'Fodbold'], ['svoemning', 'Svømning'], ['gymnastik', 'Gymnastik'], ['dans', 'Dans'], ['klatring', 'Klatring'], ['spejder', 'Spejder'],
  ['musik', 'Musik'], ['kreativ', 'Kreativt værksted'], ['ude', 'Friluftsliv'], ['kajak', 'Kajak og vand'],
] as const

/** An offer as typed, not yet judged. */
export interface OfferDraft {
  title: string; pictogram: string; description: string; ageFrom: string; ageTo: string; weekday: string; timeFrom: string; timeTo: string
  place: string; area: string; travel: string; price: string; seasonFrom: DateParts; seasonTo: DateParts; capacity: string; trialFree: boolean; supportNeeds: string[]
}

/** The form of a new offer, or of one that stands. */
export function draftOf(offer: OfferForm | null): OfferDraft {
  if (!offer) return {
    title: '', pictogram: 'fodbold', description: '', ageFrom: '', ageTo: '', weekday: '1', timeFrom: '', timeTo: '', place: '', area: '', travel: '', price: '',
    seasonFrom: noDate, seasonTo: noDate, capacity: '', trialFree: true, supportNeeds: [],
  }
  const { title, pictogram, description, timeFrom, timeTo, place, area, travel, trialFree, supportNeeds } = offer
  return {
    title, pictogram, description, timeFrom, timeTo, place, area, travel, trialFree, supportNeeds, ageFrom: String(offer.ageFrom), ageTo: String(offer.ageTo), weekday: String(offer.weekday ?? 1),
    price: kronerFromOre(offer.price), seasonFrom: partsFromDay(offer.seasonFrom), seasonTo: partsFromDay(offer.seasonTo), capacity: String(offer.capacity),
  }
}

const whole = (typed: string, lowest: number, highest: number) => (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= lowest && Number(typed) <= highest ? Number(typed) : null)

/** Reads a draft. @returns the offer to send, or what is to be mended, by field */
export function readDraft(draft: OfferDraft) {
  const [ageFrom, ageTo, capacity] = [whole(draft.ageFrom, 0, 99), whole(draft.ageTo, 0, 99), whole(draft.capacity, 1, 999)]
  const [price, seasonFrom, seasonTo] = [oreFromKroner(draft.price), dayFromParts(draft.seasonFrom), dayFromParts(draft.seasonTo)]
  const [timeFrom, timeTo] = [clockFromText(draft.timeFrom), clockFromText(draft.timeTo)]
  const problems = Object.entries({
    titel: draft.title.trim() === '' && 'Skriv, hvad holdet hedder',
    'alder-fra': ageFrom === null && 'Skriv den yngste alder i hele år',
    'alder-til': (ageTo === null || (ageFrom !== null && ageTo < ageFrom)) && 'Skriv den ældste alder, mindst lige så høj som den yngste',
    begynder: timeFrom === null && 'Skriv, hvornår træningen begynder, fx 16.30',
    slutter: (timeTo === null || (timeFrom !== null && timeTo <= timeFrom)) && 'Skriv, hvornår træningen slutter, efter den er begyndt, fx 17.30',
    sted: draft.place.trim() === '' && 'Skriv, hvor I mødes',
    pris: price === null && 'Skriv prisen i kroner, 0 hvis det er gratis',
    pladser: capacity === null && 'Skriv, hvor mange pladser der er',
    'saeson-fra': seasonFrom === null && 'Skriv en dag, der findes',
    'saeson-til': (seasonTo === null || (seasonFrom !== null && seasonTo < seasonFrom)) && 'Skriv en dag efter sæsonens første',
  }).flatMap(([id, text]) => (text ? [{ id, text }] : []))
  if (problems.length > 0 || ageFrom === null || ageTo === null || capacity === null || price === null || !timeFrom || !timeTo || !seasonFrom || !seasonTo) return { problems, offer: null }
  const { pictogram, description, trialFree, supportNeeds } = draft
  const activity = (activities.find(([name]) => name === pictogram)?.[1] ?? pictogram).toLowerCase()
  return {
    problems, offer: {
      title: draft.title.trim(), activity, pictogram, description: description.trim(), ageFrom, ageTo, weekday: Number(draft.weekday), timeFrom, timeTo,
      place: draft.place.trim(), area: draft.area.trim(), travel: draft.travel.trim(), price, seasonFrom, seasonTo, capacity, trialFree, supportNeeds,
    },
  }
}
