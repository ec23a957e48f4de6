import { describe, expect, it } from 'vitest'
import { day } from '../day.ts'
import { displayNameOf } from './display-name.ts'
import { holdKeptUntil, paidKind, stateWithPlace } from './given-place.ts'
import { oddsOutOfTen } from './odds.ts'

describe('navnet foreningen ser', () => {
  it.each([
    ['Yara Mohamed Ali', 'Yara A.'], ['Frida Åby', 'Frida Å.'], ['Bo', 'Bo'], ['  Ida  Marie  østergaard ', 'Ida Ø.'],
  ])('%s bliver til %s', (name, shown) => expect(displayNameOf(name)).toBe(shown))
})

describe('chancen fra en plads i køen', () => {
  const usual = { given: 90, givenBack: 19 } // 20 % with what is assumed
  it('nummer 1 har større chance end nummer 4', () => {
    expect(oddsOutOfTen(1, 16, usual)).toBeGreaterThan(oddsOutOfTen(4, 16, usual))
  })
  it('regner som binomialfordelingen: 16 pladser, 20 % afbud, mindst 4 giver 0,40', () => {
    expect(oddsOutOfTen(4, 16, usual)).toBe(4)
  })
  it('flere foran end der er pladser giver 0', () => expect(oddsOutOfTen(17, 16, usual)).toBe(0))
  it('uden afbud før er chancen lille, men ikke opfundet', () => expect(oddsOutOfTen(5, 12, { given: 500, givenBack: 0 })).toBe(0))
  it('har alle altid meldt fra, er det sikkert', () => expect(oddsOutOfTen(1, 12, { given: 0, givenBack: 9 })).toBe(10))
})

describe('når en plads er givet', () => {
  it('en plads på et hold venter på foreningens ja', () => expect(stateWithPlace({ programId: null }, 75_000n)).toBe('requested'))
  it('en feriedag uden egenbetaling er givet, hvem der end betaler den', () => expect(stateWithPlace({ programId: 'sommer' }, 0n)).toBe('confirmed'))
  it('en feriedag med egenbetaling holdes, til den er betalt', () => expect(stateWithPlace({ programId: 'sommer' }, 250n)).toBe('seat-held'))
  it('en rest under det mindste, som kan betales med kort, bliver ikke krævet', () => expect(stateWithPlace({ programId: 'sommer' }, 249n)).toBe('confirmed'))
  it('holdet betales som kontingent og ferien som lejr', () =>
    expect([paidKind({ programId: null }), paidKind({ programId: 'x' })]).toEqual(['kontingent', 'camp']))
  it('på et hold er pengene sat af i 28 dage', () => expect(holdKeptUntil(day('2026-02-01'), { programId: null, lastDay: day('2026-06-20') })).toBe('2026-03-01'))
  it('i ferien til 28 dage efter den sidste dag', () => expect(holdKeptUntil(day('2026-02-01'), { programId: 'sommer', lastDay: day('2026-07-08') })).toBe('2026-08-05'))
})
