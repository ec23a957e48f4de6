import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../day.ts'
import { certificateValidTo, matchLimit, mayTravel, moveMatch, moveTrip, nextFading, tripsToStop, type TripFacts } from './escort.ts'
import { rankGuides, whyNotOthers, whyNotPossible, type Guide, type MatchRequest } from './rank.ts'
import { matchMoves, tripMoves, type MatchState, type TripState } from './states.ts'

const today = day('2026-09-03')
const guide = (guideId: string, part: Partial<Guide> = {}): Guide => ({
  guideId, state: 'active', certificateValidTo: day('2027-01-31'), hoursLeft: 20, children: 0, mostChildren: 3,
  days: { 1: 'every-week' }, metres: 1000, areas: [], clearedForProtection: false, birthDay: day('2000-01-01'),
  gender: 'mand', languages: ['da'], interests: ['fodbold'], ...part,
})
const hamza: MatchRequest = {
  wishes: { gender: 'mand', languages: ['ar'], interests: ['fodbold'], age: null }, weekday: 1, area: 'midt',
  protection: false, saidNo: [], hoursNeeded: 2, mostMetres: 5000, nearMetres: 2000, today,
}
const karim = guide('Karim', { children: 1, metres: 1100, languages: ['ar', 'da'] })
const bent = guide('Bent', { children: 2, metres: 2000, languages: ['da', 'de'] })
const mathias = guide('Mathias', { metres: 600, languages: ['da', 'en'], days: { 1: 'even-weeks' } })

describe('tre guider til Hamza', () => {
  const cannot = ['1', '2', '3', '4', '5'].map((id) => guide(id, { days: { 2: 'every-week' } }))
  const tired = ['6', '7'].map((id) => guide(id, { hoursLeft: 1 }))
  const lapsed = guide('8', { certificateValidTo: day('2026-09-02') })
  const all = [mathias, ...cannot, bent, ...tired, karim, lapsed]

  test('rækkefølgen på skærmen: passer på 5, 4 og 3 af 5', () => {
    expect(rankGuides(all, hamza).ranked.map(({ guideId, met, of }) => `${guideId} ${met}/${of}`)).toEqual(['Karim 5/5', 'Bent 4/5', 'Mathias 3/5'])
  })
  test('hvorfor ikke de andre 8', () => {
    expect(whyNotOthers(rankGuides(all, hamza).others)).toEqual([
      { reason: 'guide-cannot-that-day', count: 5 }, { reason: 'guide-hours-used', count: 2 }, { reason: 'guide-certificate-lapsed', count: 1 }])
  })
  test('samme oplysninger giver altid samme rækkefølge', () => {
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(rankGuides(shuffled, hamza)).toEqual(rankGuides(all, hamza))
    }))
  })
  test('lige gode ønsker: den nærmeste først, så den med færrest børn', () => {
    const order = rankGuides([guide('a', { metres: 900 }), guide('b', { metres: 800, children: 1 }), guide('c', { metres: 800 }), guide('d', { metres: null })], hamza)
    expect(order.ranked.map((r) => r.guideId)).toEqual(['c', 'b', 'a', 'd'])
  })
})

describe('hårde regler vejes aldrig mod ønsker', () => {
  const cases: [string, Partial<Guide>, Partial<MatchRequest>, string | null][] = [
    ['alt i orden', {}, {}, null],
    ['på pause', { state: 'paused' }, {}, 'guide-not-active'],
    ['attest aldrig set', { certificateValidTo: null }, {}, 'guide-certificate-missing'],
    ['attest gælder til og med i dag', { certificateValidTo: today }, {}, null],
    ['attest udløb i går', { certificateValidTo: addDays(today, -1) }, {}, 'guide-certificate-lapsed'],
    ['netop timer nok', { hoursLeft: 2 }, {}, null],
    ['for få timer', { hoursLeft: 1 }, {}, 'guide-hours-used'],
    ['ingen grænse for timer', { hoursLeft: null }, {}, null],
    ['følger nok børn', { children: 3 }, {}, 'guide-follows-enough-children'],
    ['for langt væk', { metres: 5001 }, {}, 'guide-too-far-away'],
    ['afstand ukendt udelukker ikke', { metres: null }, {}, null],
    ['uden for området', { areas: ['nord'] }, {}, 'guide-outside-area'],
    ['beskyttet barn', {}, { protection: true }, 'guide-not-cleared-for-protection'],
    ['beskyttet barn og godkendt guide', { clearedForProtection: true }, { protection: true }, null],
    ['har sagt nej før', {}, { saidNo: ['G'] }, 'guide-said-no-before'],
  ]
  test.each(cases)('%s', (_name, part, asked, reason) => {
    expect(whyNotPossible(guide('G', part), { ...hamza, ...asked })?.reason ?? null).toBe(reason)
  })
})

describe('følgeskab', () => {
  const facts: TripFacts = { guideState: 'active', certificateValidTo: today, matchState: 'active', endsOn: null, parentPermission: true }
  const trips = [
    { tripId: 'i går', day: addDays(today, -1), state: 'planned' as const }, { tripId: 'i dag', day: today, state: 'planned' as const },
    { tripId: 'undervejs', day: today, state: 'collected' as const }, { tripId: 'næste uge', day: addDays(today, 7), state: 'planned' as const }]
  test('attesten gælder i dag: ingen ture stoppes', () => expect(tripsToStop(trips, facts, today)).toEqual([]))
  test('udløbet i går: alle ture fra i dag stoppes, men et barn undervejs bringes frem', () => {
    const stopped = tripsToStop(trips, { ...facts, certificateValidTo: addDays(today, -1) }, today)
    expect(stopped.map((s) => s.tripId)).toEqual(['i dag', 'næste uge'])
    expect(stopped[0]!.whyNot.reason).toBe('guide-certificate-lapsed')
  })
  test.each([
    ['uden forælderens ja', { parentPermission: false }, 'escort-permission-missing'], ['ikke sagt ja af barnet', { matchState: 'accepted-by-guide' as const }, 'match-not-active'],
    ['året er gået', { endsOn: addDays(today, -1) }, 'match-time-over'], ['under aftrapning må der følges', { matchState: 'fading' as const }, 'ja'],
  ])('%s', (_name, part, expected) => {
    const verdict = mayTravel({ ...facts, ...part }, today)
    expect(verdict.ok ? 'ja' : verdict.whyNot.reason).toBe(expected)
  })
  test('attest set 2. februar med 12 måneder gælder til 1. februar', () => expect(certificateValidTo(day('2026-02-02'), 12)).toBe('2027-02-01'))
  test('aftrapning: fulgt, mødt der, ringet op, alene — og så ikke længere', () => {
    const stages = ['escorted', 'metThere', 'phoned', 'alone'] as const
    expect(nextFading(stages, 'escorted')).toEqual({ ok: true, stage: 'metThere' })
    expect(nextFading(stages, 'alone')).toMatchObject({ ok: false, whyNot: { reason: 'no-further-fading' } })
    expect(nextFading(['escorted', 'alone'], 'escorted')).toEqual({ ok: true, stage: 'alone' })
  })
  test('Esbjerg: op til et år, med varsel 30 dage før', () => {
    const limit = (on: string) => matchLimit(day('2026-09-03'), 12, 30, day(on))
    expect([limit('2027-08-02').warn, limit('2027-08-03').warn, limit('2027-09-02').over, limit('2027-09-03').over]).toEqual([false, true, false, true])
  })
  test('begge siger ja, før noget er i gang', () => {
    expect(moveMatch('proposed', 'active').ok).toBe(false)
    expect(moveMatch('accepted-by-guide', 'active').ok).toBe(false)
    expect(moveMatch('fading', { ended: 'independent' })).toEqual({ ok: true, state: 'ended', endedAs: 'independent' })
  })
  test('veje følger tabellerne', () => {
    const ends = Object.keys(matchMoves) as MatchState[]
    for (const from of ends) for (const to of ends) expect(moveMatch(from, to === 'ended' ? { ended: 'stopped' } : to).ok).toBe(matchMoves[from].includes(to))
    const trip = Object.keys(tripMoves) as TripState[]
    for (const from of trip) for (const to of trip) expect(moveTrip(from, to).ok).toBe(tripMoves[from].includes(to))
  })
})
