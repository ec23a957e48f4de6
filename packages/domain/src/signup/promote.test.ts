import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { instant } from '../instant.ts'
import { cancelSignup, hasLapsed, moveSignup, whyNotAnswer } from './move.ts'
import { promoteWaiting, type Promotion, type WaitingEntry } from './promote.ts'
import { isOver, signupMoves, takesPlace, type SignupState } from './states.ts'
import { limitOf, noon } from './worlds.test-kit.ts'

const deadline = instant('2026-06-03T10:00:00.000Z')
const entry = (signupId: string, part: Partial<WaitingEntry> = {}): WaitingEntry =>
  ({ signupId, childId: signupId, activityId: 'kajak', groupId: null, ...part })
const promotion = (waiting: WaitingEntry[], part: Partial<Promotion> = {}): Promotion => ({
  activities: [{ id: 'kajak', cancelled: false, over: null, capacity: 16, taken: 15, limitGroup: 'sommer' }], waiting,
  heldPlaces: () => 0, limits: new Map(), groupTooLarge: 'line-waits', at: noon, deadline, ...part,
})
const free = (count: number) => [{ id: 'kajak', cancelled: false, over: null, capacity: 16, taken: 16 - count, limitGroup: 'sommer' }]
const shown = (p: Promotion) => {
  const { offers, waiting } = promoteWaiting(p)
  return [...offers.map((o) => `${o.signupId} tilbud`), ...waiting.map((w) => `${w.signupId} ${w.position} ${w.whyNot.reason}`)]
}

describe('når en plads bliver ledig', () => {
  test('én plads giver netop ét tilbud, og de andre rykker frem uden huller', () => {
    expect(shown(promotion(['A', 'B', 'C'].map((id) => entry(id)))))
      .toEqual(['A tilbud', 'B 1 no-free-place', 'C 2 no-free-place'])
  })
  test('uden ledige pladser ser hver familie, hvor mange der er foran', () => {
    const { waiting } = promoteWaiting(promotion([entry('A'), entry('B')], { activities: free(0) }))
    expect(waiting.map((w) => w.whyNot)).toEqual([{ reason: 'no-free-place', ahead: 0 }, { reason: 'no-free-place', ahead: 1 }])
  })
  test('gruppen på tre venter på tre pladser, og køen venter med den', () => {
    const waiting = [...['A', 'B', 'C'].map((id) => entry(id, { groupId: 'g' })), entry('D')]
    expect(shown(promotion(waiting, { activities: free(2) }))).toEqual([
      'A 1 group-needs-more-places', 'B 2 group-needs-more-places', 'C 3 group-needs-more-places', 'D 4 line-waits-for-group'])
  })
  test('eller køen går forbi gruppen, når programmet har sagt det', () => {
    const waiting = [...['A', 'B', 'C'].map((id) => entry(id, { groupId: 'g' })), entry('D')]
    expect(shown(promotion(waiting, { activities: free(2), groupTooLarge: 'pass-over' }))[0]).toBe('D tilbud')
  })
  test('gruppen rykker samlet', () => {
    expect(shown(promotion([entry('A', { groupId: 'g' }), entry('B', { groupId: 'g' })], { activities: free(2) })))
      .toEqual(['A tilbud', 'B tilbud'])
  })
  test('barnet, der har nået sin grænse, beholder sit nummer, og den næste får tilbuddet', () => {
    expect(shown(promotion([entry('A'), entry('B')], { limits: limitOf(1, null), heldPlaces: (child) => (child === 'A' ? 1 : 0) })))
      .toEqual(['B tilbud', 'A 1 waits-child-limit-reached'])
  })
  test('før den første grænse træder i kraft, gælder den alligevel', () => {
    const ahead = new Map([['sommer', [{ from: deadline, places: 1, waiting: null }]]])
    expect(shown(promotion([entry('A'), entry('B')], { limits: ahead, heldPlaces: (child) => (child === 'A' ? 1 : 0) })))
      .toEqual(['B tilbud', 'A 1 waits-child-limit-reached'])
  })
  test('to ledige pladser i hver sin aktivitet giver ikke samme barn to, når grænsen er én', () => {
    const activities = ['a', 'b'].map((id) => ({ id, cancelled: false, over: null, capacity: 1, taken: 0, limitGroup: 'sommer' }))
    const waiting = [entry('1', { childId: 'A', activityId: 'a' }), entry('2', { childId: 'A', activityId: 'b' }), entry('3', { childId: 'B', activityId: 'b' })]
    expect(shown(promotion(waiting, { activities, limits: limitOf(1, null) })))
      .toEqual(['1 tilbud', '3 tilbud', '2 1 waits-child-limit-reached'])
  })
  test('aflyst aktivitet giver ingen tilbud', () => {
    expect(shown(promotion([entry('A')], { activities: [{ ...free(3)[0]!, cancelled: true }] }))).toEqual(['A 1 waits-activity-cancelled'])
  })
  test('er den sidste gang begyndt, får ingen tilbud, og alle kan se hvorfor', () => {
    const over = { reason: 'activity-over', lastDay: day('2026-06-02') } as const
    expect(shown(promotion([entry('A'), entry('B')], { activities: [{ ...free(3)[0]!, over }] }))).toEqual(['A 1 activity-over', 'B 2 activity-over'])
  })
})

const ids = ['a', 'b'] as const
const lines = fc.record({
  counts: fc.tuple(...ids.map(() => fc.record({ capacity: fc.nat(4), taken: fc.nat(4) }))),
  waiting: fc.array(fc.record({ childId: fc.constantFrom('A', 'B', 'C', 'D'), activityId: fc.constantFrom(...ids), groupId: fc.option(fc.constantFrom('g', 'h'), { freq: 2 }) }), { maxLength: 8 }),
  limit: fc.option(fc.integer({ min: 1, max: 2 })),
  groupTooLarge: fc.constantFrom('line-waits' as const, 'pass-over' as const),
}).map(({ counts, waiting, limit, groupTooLarge }) => promotion(
  waiting.map((part, at) => entry(String(at), part)),
  { groupTooLarge, limits: limitOf(limit, null), activities: ids.map((id, at) => ({ id, cancelled: false, over: null, limitGroup: 'sommer', ...counts[at]! })) }))

const overOffered = (p: Promotion, offers: { activityId: string }[]) => p.activities.some((a) =>
  offers.filter((o) => o.activityId === a.id).length > Math.max(0, a.capacity - a.taken))

describe('køen, tilfældigt prøvet', () => {
  test('aldrig flere tilbud end ledige pladser, hele grupper, ingen huller, alle står ét sted', () => {
    fc.assert(fc.property(lines, (p) => {
      const { offers, waiting } = promoteWaiting(p)
      expect(overOffered(p, offers)).toBe(false)
      expect([...offers, ...waiting].map((x) => x.signupId).sort()).toEqual(p.waiting.map((x) => x.signupId).sort())
      for (const id of ids) expect(waiting.filter((w) => w.activityId === id).map((w) => w.position)).toEqual(waiting.filter((w) => w.activityId === id).map((_, at) => at + 1))
      const offered = new Set(offers.map((o) => o.signupId))
      for (const g of ['g', 'h']) expect(new Set(p.waiting.filter((w) => w.groupId === g).map((w) => offered.has(w.signupId))).size).toBeLessThan(2)
      const most = p.limits.get('sommer')![0]!.places
      for (const child of 'ABCD') if (most !== null) expect(p.waiting.filter((w) => w.childId === child && offered.has(w.signupId)).length).toBeLessThanOrEqual(most)
    }), { numRuns: 1000, seed: 7 })
  })
  test('ingen plads står tom, mens en, der kunne få den, venter alene', () => {
    fc.assert(fc.property(lines, (p) => {
      const { offers, waiting } = promoteWaiting({ ...p, groupTooLarge: 'pass-over' })
      for (const w of waiting) {
        const [single, activity] = [p.waiting.find((e) => e.signupId === w.signupId)!, p.activities.find((a) => a.id === w.activityId)!]
        if (single.groupId !== null || w.whyNot.reason === 'waits-child-limit-reached') continue
        expect(activity.capacity - activity.taken - offers.filter((o) => o.activityId === activity.id).length).toBeLessThanOrEqual(0)
      }
    }), { numRuns: 1000, seed: 8 })
  })
  test('rød tvilling: hver i køen tæller selv, og én afmelding lukker hele køen ind', () => {
    const p = promotion(['A', 'B', 'C'].map((id) => entry(id)))
    const offers = p.waiting.flatMap((one) => promoteWaiting({ ...p, waiting: [one] }).offers)
    expect(overOffered(p, offers)).toBe(true)
  })
})

describe('tilmeldingens liv', () => {
  const states = Object.keys(signupMoves) as SignupState[]
  test('et tilbud bruges én gang: fra tilbudt fører ingen vej tilbage til køen', () => {
    const reach = (from: SignupState, seen = new Set<SignupState>()): Set<SignupState> => {
      for (const to of signupMoves[from]) if (!seen.has(to)) reach(to, seen.add(to))
      return seen
    }
    expect(reach('offered').has('waiting')).toBe(false)
    expect(reach('offered').has('offered')).toBe(false)
  })
  test('afmeldt to gange giver kun én plads fri', () => {
    const first = cancelSignup('confirmed', 'family')
    expect(first).toEqual({ ok: true, state: 'cancelled-by-family', freesPlace: true })
    expect(cancelSignup('cancelled-by-family', 'kommune')).toEqual({ ok: true, state: 'cancelled-by-family', freesPlace: false })
  })
  test('at forlade køen giver ingen plads fri', () => {
    expect(cancelSignup('waiting', 'family')).toMatchObject({ ok: true, freesPlace: false })
  })
  test('et afmeldt tilbud giver pladsen fri', () => expect(cancelSignup('offered', 'family')).toMatchObject({ freesPlace: true }))
  test('den, der er begyndt, stopper og afmeldes ikke', () => {
    expect(cancelSignup('started', 'family')).toMatchObject({ ok: false, whyNot: { reason: 'signup-move-impossible' } })
  })
  test('nej til et tilbud giver pladsen videre', () => expect(moveSignup('offered', 'declined')).toMatchObject({ freesPlace: true }))
  test('i selve fristens øjeblik tæller svaret, og derefter er det for sent', () => {
    const late = instant('2026-06-03T10:00:00.001Z')
    expect([whyNotAnswer(deadline, deadline), whyNotAnswer(deadline, late)]).toEqual([null, { reason: 'place-offer-lapsed', deadline }])
    expect([hasLapsed('offered', deadline, deadline), hasLapsed('offered', deadline, late), hasLapsed('confirmed', deadline, late)]).toEqual([false, true, false])
  })
  test.each(states)('%s: en afsluttet tilmelding fylder ingen plads og har ingen vej videre', (state) => {
    if (isOver(state)) expect(takesPlace(state)).toBe(false)
    for (const to of states) expect(moveSignup(state, to).ok).toBe(signupMoves[state].includes(to))
  })
})
