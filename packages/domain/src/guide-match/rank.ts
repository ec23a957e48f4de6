import { completedYears, type Day, type Weekday } from '../day.ts'
import type { GuideState } from './states.ts'
import type { GuideMatchWhyNot } from './why-not.ts'

/** How often a guide can come on a weekday; a weekday that is not named is never. */
export type Availability = 'every-week' | 'even-weeks' | 'odd-weeks'

/** A guide as matching needs it. Never an address: `metres` is the distance to the child, null when unknown. */
export type Guide = {
  guideId: string
  state: GuideState
  /** The last day the børneattest counts, null when none has been seen. Only the fact and dates are kept. */
  certificateValidTo: Day | null
  /** Whole hours left of the guide's ceiling, null when the ordning sets none. */
  hoursLeft: number | null
  children: number
  mostChildren: number
  days: Readonly<Partial<Record<Weekday, Availability>>>
  metres: number | null
  /** Areas the guide goes to; empty is everywhere. */
  areas: readonly string[]
  clearedForProtection: boolean
  birthDay: Day
  gender: string
  languages: readonly string[]
  interests: readonly string[]
}

/** What the child itself wishes, null or empty where it wishes nothing; ages in completed years, both included. */
export type GuideWishes = {
  gender: string | null; languages: readonly string[]; interests: readonly string[]
  age: { from: number; to: number } | null
}

/** The errand: who is matched, for which weekday, and the limits that the ordning sets (metres, whole hours). */
export type MatchRequest = {
  wishes: GuideWishes
  weekday: Weekday
  area: string
  protection: boolean
  /** Guides who declined this child, or whom the child declined. */
  saidNo: readonly string[]
  hoursNeeded: number
  mostMetres: number | null
  nearMetres: number
  today: Day
}

/** One row of the comparison; `unknown` is never counted as met. */
export type MatchLine = {
  about: 'interest' | 'gender' | 'language' | 'age' | 'weekday' | 'near'
  wanted: string
  verdict: 'met' | 'not-met' | 'unknown'
  has: string
}

/** A guide who may be asked: what is met, of how many, and why. `rank` is 1 for the first proposal. */
export type RankedGuide = { guideId: string; rank: number; met: number; of: number; lines: MatchLine[] }

/** The proposals in order, and each guide who cannot be asked with the reason. */
export type Ranking = { ranked: RankedGuide[]; others: { guideId: string; whyNot: GuideMatchWhyNot }[] }

/** Why this guide may not be proposed at all, or null. These rules are never weighed against wishes. */
export const whyNotPossible = (guide: Guide, request: MatchRequest): GuideMatchWhyNot | null => {
  const { state, certificateValidTo, hoursLeft, children, mostChildren, metres } = guide
  const { today, hoursNeeded, mostMetres, weekday, area } = request
  if (state !== 'active') return { reason: 'guide-not-active', state }
  if (certificateValidTo === null) return { reason: 'guide-certificate-missing' }
  if (certificateValidTo < today) return { reason: 'guide-certificate-lapsed', validTo: certificateValidTo }
  if (request.saidNo.includes(guide.guideId)) return { reason: 'guide-said-no-before' }
  if (request.protection && !guide.clearedForProtection) return { reason: 'guide-not-cleared-for-protection' }
  if (guide.days[weekday] === undefined) return { reason: 'guide-cannot-that-day', weekday }
  if (hoursLeft !== null && hoursLeft < hoursNeeded) return { reason: 'guide-hours-used', hoursLeft, hoursNeeded }
  if (children >= mostChildren) return { reason: 'guide-follows-enough-children', children, most: mostChildren }
  if (guide.areas.length > 0 && !guide.areas.includes(area)) return { reason: 'guide-outside-area', area }
  if (mostMetres !== null && metres !== null && metres > mostMetres) {
    return { reason: 'guide-too-far-away', metres, most: mostMetres }
  }
  return null
}

const yesNo = (yes: boolean): 'met' | 'not-met' => (yes ? 'met' : 'not-met')

/** How a guide stands against the child's own wishes, one line per wish, then weekday and distance. */
export const matchLines = (guide: Guide, request: MatchRequest): MatchLine[] => {
  const { wishes, weekday, today, nearMetres } = request
  const years = completedYears(guide.birthDay, today)
  const line = (
    about: MatchLine['about'], wanted: string, verdict: MatchLine['verdict'], has: string,
  ): MatchLine => ({ about, wanted, verdict, has })
  const near = guide.metres === null ? 'unknown' : yesNo(guide.metres <= nearMetres)
  const inAge = wishes.age !== null && years >= wishes.age.from && years <= wishes.age.to
  return [
    ...wishes.interests.map((wanted) =>
      line('interest', wanted, yesNo(guide.interests.includes(wanted)), guide.interests.join(', '))),
    ...(wishes.gender === null ? []
      : [line('gender', wishes.gender, yesNo(guide.gender === wishes.gender), guide.gender)]),
    ...wishes.languages.map((wanted) =>
      line('language', wanted, yesNo(guide.languages.includes(wanted)), guide.languages.join(', '))),
    ...(wishes.age === null ? []
      : [line('age', `${wishes.age.from}–${wishes.age.to}`, yesNo(inAge), String(years))]),
    line('weekday', String(weekday), yesNo(guide.days[weekday] === 'every-week'), guide.days[weekday] ?? 'never'),
    line('near', String(nearMetres), near, String(guide.metres ?? '')),
  ]
}

/**
 * Ranks guides on the child's own wishes: most wishes met, then nearest, then fewest children, then id. The same facts
 * give the same order whatever order the guides come in; need, money and reason for support are no part of it.
 */
export const rankGuides = (guides: readonly Guide[], request: MatchRequest): Ranking => {
  const possible: { guide: Guide; met: number; lines: MatchLine[] }[] = []
  const others: Ranking['others'] = []
  for (const guide of [...guides].sort((a, b) => (a.guideId < b.guideId ? -1 : 1))) {
    const whyNot = whyNotPossible(guide, request)
    if (whyNot) {
      others.push({ guideId: guide.guideId, whyNot })
      continue
    }
    const lines = matchLines(guide, request)
    possible.push({ guide, lines, met: lines.filter(({ verdict }) => verdict === 'met').length })
  }
  const far = (guide: Guide) => guide.metres ?? Number.MAX_SAFE_INTEGER
  possible.sort((a, b) =>
    b.met - a.met || far(a.guide) - far(b.guide) || a.guide.children - b.guide.children
    || (a.guide.guideId < b.guide.guideId ? -1 : 1))
  const ranked = possible.map(({ guide, met, lines }, at) =>
    ({ guideId: guide.guideId, rank: at + 1, met, of: lines.length, lines }))
  return { ranked, others }
}

/** "Why not the others": how many for each reason, the most frequent first. */
export const whyNotOthers = (others: Ranking['others']): { reason: GuideMatchWhyNot['reason']; count: number }[] => {
  const counts = new Map<GuideMatchWhyNot['reason'], number>()
  for (const { whyNot: { reason } } of others) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
