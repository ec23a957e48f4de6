import { kroner, ore } from '@medspil/ledger'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { instant } from '../instant.ts'
import { activityState, isSignupOpen, moveProgram, priceAfterPass, type ActivityFacts, type HolidayProgram } from './program.ts'
import { programMoves, type ProgramState } from './states.ts'

const opens = instant('2026-06-02T08:00:00.000Z')
const closes = instant('2026-06-22T22:00:00.000Z')
const program = (part: Partial<HolidayProgram> = {}): HolidayProgram => ({ state: 'published', opens, closes, ...part })
const states = Object.keys(programMoves) as ProgramState[]

describe('hvornår der er åbent (2. juni kl. 10.00 dansk tid)', () => {
  const cases: [string, Partial<HolidayProgram>, string, string][] = [
    ['et millisekund før', {}, '2026-06-02T07:59:59.999Z', 'program-opens-later'],
    ['på minuttet', {}, '2026-06-02T08:00:00.000Z', 'åben'],
    ['sidste millisekund', {}, '2026-06-22T21:59:59.999Z', 'åben'],
    ['på lukketid', {}, '2026-06-22T22:00:00.000Z', 'program-signup-over'],
    ['kladde', { state: 'draft' }, '2026-06-10T08:00:00.000Z', 'program-not-published'],
    ['udgivet uden åbningstid', { opens: null }, '2026-06-10T08:00:00.000Z', 'program-not-published'],
    ['ønskefase', { state: 'wishing' }, '2026-06-10T08:00:00.000Z', 'program-takes-wishes'],
    ['restpladser', { state: 'leftovers', opens: null, closes: null }, '2026-07-01T08:00:00.000Z', 'åben'],
    ['slut', { state: 'finished' }, '2026-06-10T08:00:00.000Z', 'program-signup-over'],
  ]
  test.each(cases)('%s', (_name, part, at, expected) => {
    const verdict = isSignupOpen(program(part), instant(at))
    expect(verdict.ok ? 'åben' : verdict.whyNot.reason).toBe(expected)
  })
  test('et tidspunkt uden millisekunder afvises, for så kan tekst ikke sammenlignes', () => {
    expect(() => instant('2026-06-02T08:00:00Z')).toThrow(RangeError)
  })
})

test.each(states)('%s går kun videre ad tabellen', (state) => {
  for (const to of states) expect(moveProgram(state, to).ok).toBe(programMoves[state].includes(to))
})

describe('en aktivitets tilstand', () => {
  const facts = (part: Partial<ActivityFacts> = {}): ActivityFacts => ({
    published: true, cancelled: false, capacity: 16, taken: 14, minimum: 8, minimumDecidedOn: day('2026-06-22'),
    firstDay: day('2026-07-06'), lastDay: day('2026-07-08'), ...part,
  })
  const cases: [string, Partial<ActivityFacts>, string, string][] = [
    ['14 af 16', {}, '2026-06-10', 'open'], ['16 af 16', { taken: 16 }, '2026-06-10', 'full'],
    ['for få, men ikke afgjort endnu', { taken: 3 }, '2026-06-21', 'open'],
    ['for få på dagen', { taken: 7 }, '2026-06-22', 'below-minimum'], ['netop nok på dagen', { taken: 8 }, '2026-06-22', 'open'],
    ['første dag', {}, '2026-07-06', 'held'], ['sidste dag', {}, '2026-07-08', 'held'], ['dagen efter', {}, '2026-07-09', 'finished'],
    ['aflyst', { cancelled: true }, '2026-07-09', 'cancelled'], ['kladde', { published: false }, '2026-06-10', 'draft'],
  ]
  test.each(cases)('%s', (_name, part, today, expected) => expect(activityState(facts(part), day(today))).toBe(expected))
})

describe('pris efter passet', () => {
  test('passet rækker', () => expect(priceAfterPass(kroner(120), kroner(310))).toEqual({ byPass: kroner(120), byFamily: kroner(0) }))
  test('passet rækker ikke helt', () => expect(priceAfterPass(kroner(120), kroner(50))).toEqual({ byPass: kroner(50), byFamily: kroner(70) }))
  test('delene er altid prisen til øren', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 7n), fc.bigInt(-1000n, 10n ** 7n), (price, payable) => {
      const { byPass, byFamily } = priceAfterPass(ore(price), ore(payable))
      expect(byPass + byFamily).toBe(price)
      expect(byPass >= 0n && byFamily >= 0n).toBe(true)
    }))
  })
})
