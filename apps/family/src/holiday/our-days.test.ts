import type { SignupView } from '@medspil/contracts/signup'
import { expect, it } from 'vitest'
import { ourHoliday } from './our-days.ts'

const signup = (id: string, childFirstName: string, state: string, meetings: [string, string][], programId = 'sommer') => ({
  id, childId: childFirstName, childFirstName, state, offer: { programId, firstDay: '2026-07-06', lastDay: '2026-07-08', timeFrom: '10:00', timeTo: '11:00', place: 'Hallen', meetings: meetings.map(([day, timeFrom]) => ({ day, timeFrom, timeTo: '17:00', place: 'Hallen' })) },
}) as unknown as SignupView

it('hvert barn har sine dage i række, og dagens ting står efter klokken', () => {
  const [alma, bo] = ourHoliday([
    signup('1', 'Bo', 'confirmed', []), signup('2', 'Alma', 'confirmed', [['2026-07-08', '13:00'], ['2026-07-07', '13:00']]), signup('3', 'Alma', 'requested', [['2026-07-07', '09:00']]),
    signup('4', 'Alma', 'confirmed', [['2026-02-10', '09:00']], 'vinter'),
  ], 'sommer', '2026-06-01')
  expect(alma?.days.map(({ day, meetings }) => [day, meetings.map((one) => one.signup.id)])).toEqual([['2026-07-07', ['3', '2']], ['2026-07-08', ['2']]])
  expect(bo?.days).toMatchObject([{ day: '2026-07-06', meetings: [{ timeFrom: '10:00' }] }])
})

it('det, der skal svares på eller betales, står for sig, og det, der er slut, står sidst', () => {
  const [alma] = ourHoliday(['offered', 'seat-held', 'waiting', 'cancelled-by-family', 'confirmed'].map((state) => signup(state, 'Alma', state, [])), 'sommer', '2026-07-08')
  expect(alma?.turn.map(({ id }) => id)).toEqual(['offered', 'seat-held'])
  expect([alma?.waiting, alma?.over].map((list) => list?.map(({ id }) => id))).toEqual([['waiting'], ['cancelled-by-family']])
  expect(alma?.days[0]?.meetings.map((one) => one.signup.id)).toEqual(['seat-held', 'confirmed'])
})

it('en kø til noget, der har været holdt, er slut', () => {
  const [alma] = ourHoliday([signup('1', 'Alma', 'waiting', [])], 'sommer', '2026-07-09')
  expect([alma?.waiting.length, alma?.over.length]).toEqual([0, 1])
})
