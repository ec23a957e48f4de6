import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { teamDays, type TeamPlan } from './team-days.ts'

const tuesdays: TeamPlan = { weekday: 2, seasonFrom: day('2026-09-01'), seasonTo: day('2026-12-15'), days: [] }
const on = (plan: TeamPlan, today: string) => teamDays(plan, day(today))

describe('holdets dage', () => {
  test('på en træningsdag er dagen selv den nyeste', () => expect(on(tuesdays, '2026-09-15')).toEqual({ past: ['2026-09-15', '2026-09-08', '2026-09-01'], next: '2026-09-22' }))
  test('mellem to træninger er den sidste den nyeste', () => expect(on(tuesdays, '2026-09-10')).toEqual({ past: ['2026-09-08', '2026-09-01'], next: '2026-09-15' }))
  test('før sæsonen er der kun en næste', () => expect(on(tuesdays, '2026-08-03')).toEqual({ past: [], next: '2026-09-01' }))
  test('efter sæsonen er der ingen næste', () => {
    expect(on(tuesdays, '2027-01-05').next).toBeNull()
    expect(on(tuesdays, '2027-01-05').past[0]).toBe('2026-12-15')
  })
  test('der ses højst seks dage tilbage', () => expect(on(tuesdays, '2026-12-08').past).toHaveLength(6))
  test('planlagte dage går forud for ugedagen', () => {
    expect(on({ ...tuesdays, days: [day('2026-10-01'), day('2026-09-03')] }, '2026-09-15')).toEqual({ past: ['2026-09-03'], next: '2026-10-01' })
  })
  test('uden dage og ugedag er der intet at krydse', () => expect(on({ ...tuesdays, weekday: null }, '2026-09-15')).toEqual({ past: [], next: null }))
})
