import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { decideSignups, type SignupAnswer, type SignupBatch } from './decide.ts'
import { clashOf, type HeldSignup, type Occurrence, type TravelMinutes } from './facts.ts'
import { aBatch, aChild, anActivity, aRequest } from './worlds.test-kit.ts'

const said = (answer: SignupAnswer | undefined): string =>
  answer === undefined ? 'intet svar'
    : answer.kind === 'refused' ? answer.whyNot.reason
      : answer.kind === 'waiting' ? `nummer ${answer.position}` : answer.reserved ? 'reserveret plads' : 'plads'

describe('vejen mellem to steder', () => {
  const travel: TravelMinutes = { samePlace: 0, sameArea: 15, otherArea: 30 }
  const on = (from: string, to: string, place: string, area: string): Occurrence => ({ day: day('2026-07-06'), from, to, place, area })
  const first = on('10:00', '12:00', 'Hallen', 'Rødvig')
  const cases: [string, Occurrence, ReturnType<typeof clashOf>][] = [
    ['samme sted, lige efter hinanden', on('12:00', '13:00', 'Hallen', 'Rødvig'), null],
    ['samme område, et kvarter imellem', on('12:15', '13:00', 'Havnen', 'Rødvig'), null],
    ['samme område, et minut for lidt', on('12:14', '13:00', 'Havnen', 'Rødvig'), { on: first.day, kind: 'no-time-between', minutes: 14, needed: 15 }],
    ['et andet område, en halv time imellem', on('12:30', '13:00', 'Skolen', 'Hårlev'), null],
    ['et andet område, et kvarter imellem', on('12:15', '13:00', 'Skolen', 'Hårlev'), { on: first.day, kind: 'no-time-between', minutes: 15, needed: 30 }],
    ['den anden ligger før', on('08:00', '09:45', 'Skolen', 'Hårlev'), { on: first.day, kind: 'no-time-between', minutes: 15, needed: 30 }],
    ['oveni hinanden er samtidig, også på samme sted', on('11:59', '13:00', 'Hallen', 'Rødvig'), { on: first.day, kind: 'same-time' }],
    ['en anden dag', { ...first, day: day('2026-07-07') }, null],
  ]
  test.each(cases)('%s', (_name, second, expected) => {
    expect(clashOf([first], [second], travel)).toEqual(expected)
    expect(clashOf([second], [first], travel)).toEqual(expected)
  })
  test('uden regel om vejen er kun samtidig et sammenfald', () => expect(clashOf([first], [on('12:00', '13:00', 'Skolen', 'Hårlev')], null)).toBeNull())

  const children = new Map([['Alma', aChild({ held: [{ signupId: 'før', kind: 'place', reserved: false, activity: anActivity({ id: 'klatring', occurrences: [first] }) } satisfies HeldSignup] })]])
  const near = anActivity({ travel, occurrences: [on('12:15', '13:00', 'Skolen', 'Hårlev')] })
  test('familien får minutterne at vide og kan sige, at de når det', () => {
    expect(decideSignups(aBatch([aRequest('Alma')], { children, activities: [near] }))[0]).toMatchObject({ whyNot: { reason: 'no-time-between-places', activityId: 'klatring', minutes: 15, needed: 30 } })
    expect(said(decideSignups(aBatch([aRequest('Alma', { acceptsClash: true })], { children, activities: [near] }))[0])).toBe('plads')
  })
  test('en plads, man kun venter på, er intet sammenfald', () => {
    const waits = new Map([['Alma', aChild({ held: [{ signupId: 'før', kind: 'waiting', position: 1, activity: anActivity({ id: 'klatring', occurrences: [first] }) }] })]])
    expect(said(decideSignups(aBatch([aRequest('Alma')], { children: waits, activities: [near] }))[0])).toBe('plads')
  })
})

describe('reserverede pladser', () => {
  const kept = (part: Parameters<typeof anActivity>[0] = {}) => [anActivity({ capacity: 3, reserved: 2, ...part })]
  const ask = (ids: string[], part: Parameters<typeof anActivity>[0] = {}) =>
    decideSignups(aBatch(ids.map((id) => aRequest(id, { reserved: id.startsWith('R') })), { activities: kept(part) })).map(said)

  const cases: [string, string[], Parameters<typeof anActivity>[0], string[]][] = [
    ['tre pladser, to reserveret: kun én til alle', ['Alma', 'Bo', 'Carl'], {}, ['plads', 'nummer 1', 'nummer 2']],
    ['dem, de er til, får dem, også når andre venter', ['Alma', 'Bo', 'R1', 'R2'], {}, ['plads', 'nummer 1', 'reserveret plads', 'reserveret plads']],
    ['er de væk, får den tredje en almindelig', ['R1', 'R2', 'R3'], {}, ['reserveret plads', 'reserveret plads', 'plads']],
    ['er alt væk, står den fjerde i den samme kø', ['R1', 'R2', 'R3', 'R4', 'Alma'], {}, ['reserveret plads', 'reserveret plads', 'plads', 'nummer 1', 'nummer 2']],
    ['er der kø, går ingen forbi den på en almindelig plads', ['R1'], { waiting: 2, reserved: 0 }, ['nummer 3']],
    ['en fyldt reserveret plads tager ingen af de andres', ['Alma'], { taken: 2, reservedTaken: 2 }, ['plads']],
    ['en sluppet reservation åbner pladserne for alle', ['Alma', 'Bo', 'Carl'], { reserved: 0 }, ['plads', 'plads', 'plads']],
  ]
  test.each(cases)('%s', (_name, ids, part, expected) => expect(ask(ids, part)).toEqual(expected))

  test('en familie fylder aldrig en reserveret plads, uanset rækkefølge (1.000 tilfældige bundter)', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 10 }), fc.nat(5), fc.nat(5), (who, capacity, reserved) => {
      const batch = aBatch(who.map((isReserved, at) => aRequest(String(at), { reserved: isReserved })), { activities: [anActivity({ capacity, reserved: Math.min(reserved, capacity) })] })
      const answers = decideSignups(batch)
      const places = answers.filter(({ kind }) => kind === 'place')
      const onKept = places.filter((one) => one.kind === 'place' && one.reserved)
      expect(places.length).toBeLessThanOrEqual(capacity)
      expect(onKept.length).toBeLessThanOrEqual(Math.min(reserved, capacity))
      expect(places.length - onKept.length).toBeLessThanOrEqual(capacity - Math.min(reserved, capacity))
      for (const one of onKept) expect(batch.requests.find(({ requestId }) => requestId === one.requestId)?.reserved).toBe(true)
    }), { numRuns: 1000, seed: 3 })
  })

  test('rød tvilling: tæller man kun kapaciteten, tager en familie den reserverede plads', () => {
    const blind = (batch: SignupBatch) => decideSignups({ ...batch, activities: batch.activities.map((one) => ({ ...one, reserved: 0, reservedTaken: 0 })) })
    expect(blind(aBatch(['Alma', 'Bo'].map((id) => aRequest(id)), { activities: kept({ capacity: 2, reserved: 1 }) })).map(said)).toEqual(['plads', 'plads'])
  })
})

describe('sammen eller slet ikke', () => {
  const group = (ids: string[], part = {}) => ids.map((id) => aRequest(id, { groupId: 'g', ...part }))
  test('er der kø, venter gruppen bagest, ved siden af hinanden', () => {
    expect(decideSignups(aBatch(group(['Alma', 'Bo']), { activities: [anActivity({ capacity: 9, waiting: 2 })] })).map(said)).toEqual(['nummer 3', 'nummer 4'])
  })
  test('har den ene allerede plads, får den anden sin, og intet er dobbelt', () => {
    const children = new Map([['Alma', aChild({ held: [{ signupId: 'før', kind: 'place', reserved: false, activity: anActivity() }] })], ['Bo', aChild()]])
    const answers = decideSignups(aBatch(group(['Alma', 'Bo']), { children, activities: [anActivity({ taken: 1 })] }))
    expect(answers).toMatchObject([{ kind: 'place', existing: true, signupId: 'før' }, { kind: 'place', existing: false }])
  })
  test('er den enes grænse nået, får ingen noget, og grunden er barnets egen', () => {
    const held: HeldSignup[] = [{ signupId: 'før', kind: 'place', reserved: false, activity: anActivity({ id: 'klatring' }) }]
    const limits = new Map([['sommer', [{ from: anActivity().opens ?? '2026-01-01T00:00:00.000Z' as never, places: 1, waiting: null }]]])
    const answers = decideSignups(aBatch(group(['Alma', 'Bo']), { limits, children: new Map([['Alma', aChild({ held })], ['Bo', aChild()]]) }))
    expect(answers.map(said)).toEqual(['child-limit-reached', 'group-member-refused'])
  })
  test('er den enes dag optaget, hjælper det kun, at familien siger ja for dem alle', () => {
    const at = [{ day: day('2026-07-06'), from: '10:00', to: '12:00' }]
    const children = new Map([['Alma', aChild({ held: [{ signupId: 'før', kind: 'place', reserved: false, activity: anActivity({ id: 'klatring', occurrences: at }) }] })], ['Bo', aChild()]])
    const activities = [anActivity({ occurrences: at })]
    expect(decideSignups(aBatch(group(['Alma', 'Bo']), { children, activities })).map(said)).toEqual(['clashes-with-place', 'group-member-refused'])
    expect(decideSignups(aBatch(group(['Alma', 'Bo'], { acceptsClash: true }), { children, activities })).map(said)).toEqual(['plads', 'plads'])
  })
})
