import type { ActivityForm } from '@medspil/contracts/holiday-program/activity'
import { activityFaults, type ActivityText } from '@medspil/domain/holiday-program'
import { addDays, type Day } from '@medspil/domain/day'
import { clockFromText } from '@medspil/ui'
import { kronerFromOre, oreFromKroner } from '../../frame/kroner.ts'
import { noClock } from '../../frame/no-clock.ts'
import { faultWords, kinds } from './activity-words.ts'

/** One dated meeting as typed; `day` is chosen among the holiday's days. */
export interface SessionDraft { day: string; timeFrom: string; timeTo: string; place: string }

/** An activity as typed, not yet judged. */
export interface ActivityDraft {
  title: string; pictogram: string; description: string; equipment: string; audience: 'ages' | 'grades'; from: string; to: string; sessions: SessionDraft[]
  area: string; otherArea: string; travel: string; price: string; capacity: string; hasMinimum: boolean; minimum: string; minimumDecidedOn: string; supportNeeds: string[]; languages: string[]; accessibility: string
}

/** What a holiday programme gives its activities: its days, and the areas to choose among. */
export interface Ground { fromDay: string; toDay: string; areas: readonly string[] }

/** Another place than those on the list. */
export const elsewhere = 'andet'

// A week before the holiday (eksempel): the first day itself may be the activity's own, and families must hear of it before.
const usualDecision = (fromDay: string): string => addDays(fromDay as Day, -7)

/** A form without a word in it, the first meeting on the holiday's first day. */
export function emptyDraft({ fromDay, areas }: Ground): ActivityDraft {
  return {
    title: '', pictogram: 'fodbold', description: '', equipment: '', audience: 'ages', from: '', to: '', sessions: [{ day: fromDay, timeFrom: '10:00', timeTo: '12:00', place: '' }], area: areas[0] ?? elsewhere, otherArea: '',
    travel: '', price: '', capacity: '', hasMinimum: false, minimum: '', minimumDecidedOn: usualDecision(fromDay), supportNeeds: [], languages: ['da'], accessibility: '',
  }
}

/** The form of an activity that stands. */
export function draftOf(activity: ActivityForm, ground: Ground): ActivityDraft {
  const { title, pictogram, description, equipment, audience, sessions, area, travel, price, capacity, minimum, minimumDecidedOn, supportNeeds, languages, accessibility } = activity
  const isKnown = ground.areas.includes(area)
  return {
    title, pictogram, description, equipment, travel, supportNeeds, languages, accessibility, audience: audience.kind, from: String(audience.from), to: String(audience.to), sessions: sessions.map((one) => ({ ...one })),
    area: isKnown ? area : elsewhere, otherArea: isKnown ? '' : area, price: kronerFromOre(price), capacity: String(capacity), hasMinimum: minimum !== null, minimum: minimum === null ? '' : String(minimum),
    minimumDecidedOn: minimumDecidedOn ?? usualDecision(ground.fromDay),
  }
}

/** What was kept in the browser of a form, if it is still one of today's forms. */
export function keptDraft(text: string | null, empty: ActivityDraft): ActivityDraft | null {
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Record<string, unknown>
    const fits = (key: keyof ActivityDraft) => typeof kept[key] === typeof empty[key] && Array.isArray(kept[key]) === Array.isArray(empty[key])
    return (Object.keys(empty) as (keyof ActivityDraft)[]).every(fits) ? kept as unknown as ActivityDraft : null
  } catch {
    return null
  }
}

const whole = (typed: string, lowest: number, highest: number) => (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= lowest && Number(typed) <= highest ? Number(typed) : null)

/** Reads a draft. @returns what to send, or what is to be mended, by field */
export function readDraft(draft: ActivityDraft, ground: Ground) {
  const oldest = draft.audience === 'ages' ? 25 : 10
  const [from, to, capacity, price] = [whole(draft.from, 0, oldest), whole(draft.to, 0, oldest), whole(draft.capacity, 1, 999), oreFromKroner(draft.price)]
  const minimum = draft.hasMinimum ? whole(draft.minimum, 1, 999) : null
  const area = (draft.area === elsewhere ? draft.otherArea : draft.area).trim()
  const word = draft.audience === 'ages' ? 'alder i hele år' : 'klasse fra 0 til 10'
  const sessions = draft.sessions.map((one) => ({ ...one, day: one.day as Day, timeFrom: clockFromText(one.timeFrom), timeTo: clockFromText(one.timeTo) }))
  const missing = Object.entries({
    ...Object.fromEntries(sessions.flatMap(({ timeFrom, timeTo }, at) => [[`gang-${at}-fra`, timeFrom === null && noClock], [`gang-${at}-til`, timeTo === null && noClock]])),
    'for-fra': from === null && `Skriv den yngste ${word}`, 'for-til': to === null && `Skriv den ældste ${word}`, omraade: area === '' && 'Vælg, hvor i kommunen det er', pris: price === null && 'Skriv prisen i kroner, 0 hvis det er gratis',
    pladser: capacity === null && 'Skriv, hvor mange pladser der er', mindst: draft.hasMinimum && minimum === null && 'Skriv, hvor mange børn der mindst skal være',
  }).flatMap(([id, text]) => (text ? [{ id, text }] : []))
  // A clock that cannot be read is said at its own field, and is not judged against the other one.
  const clocked = sessions.map((one) => ({ ...one, timeFrom: one.timeFrom ?? '00:00', timeTo: one.timeTo ?? '23:59' }))
  const text: Omit<ActivityText, 'price'> = {
    title: draft.title, description: draft.description, audience: { kind: draft.audience, from: from ?? 0, to: to ?? oldest }, sessions: clocked, area, capacity: capacity ?? 999,
    minimum, minimumDecidedOn: minimum === null ? null : draft.minimumDecidedOn as Day, accessibility: draft.accessibility,
  }
  const faults = activityFaults(text, { fromDay: ground.fromDay as Day, toDay: ground.toDay as Day }).map((fault) => ({ ...faultWords[fault], id: sessionField(fault, clocked) ?? faultWords[fault].id }))
  const problems = [...faults, ...missing].sort((a, b) => fieldOrder(a.id) - fieldOrder(b.id))
  const { pictogram, equipment, travel, supportNeeds, languages, accessibility } = draft
  const activity = {
    title: draft.title.trim(), activity: (kinds.find(([name]) => name === pictogram)?.[1] ?? 'aktivitet').toLowerCase(), pictogram, description: draft.description.trim(), audience: text.audience,
    sessions: clocked.map((one) => ({ ...one, place: one.place.trim() })), area, travel: travel.trim(), price: price ?? 0n, capacity: text.capacity, minimum, minimumDecidedOn: text.minimumDecidedOn,
    equipment: equipment.trim(), accessibility: accessibility.trim(), supportNeeds, languages,
  }
  return { problems, activity: problems.length === 0 ? activity : null }
}

const fields = ['titel', 'beskrivelse', 'medbring', 'for-fra', 'for-til', 'gang', 'omraade', 'pris', 'pladser', 'mindst', 'afgoeres', 'adgang']
const fieldOrder = (id: string) => fields.findIndex((field) => id.startsWith(field))

/** The field of the very meeting that is wrong. */
function sessionField(fault: string, sessions: readonly SessionDraft[]): string | null {
  const turned = sessions.findIndex(({ timeFrom, timeTo }) => timeTo <= timeFrom)
  const nowhere = sessions.findIndex(({ place }) => place.trim() === '')
  const times = sessions.map(({ day, timeFrom }) => `${day} ${timeFrom}`)
  const twice = times.findIndex((time, at) => times.indexOf(time) < at)
  if (fault === 'session-times-turned' && turned >= 0) return `gang-${turned}-til`
  if (fault === 'session-place-missing' && nowhere >= 0) return `gang-${nowhere}-sted`
  return fault === 'session-twice' && twice >= 0 ? `gang-${twice}-dag` : null
}
