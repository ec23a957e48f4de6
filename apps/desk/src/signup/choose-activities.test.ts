import type { ActivityForChild } from '@medspil/contracts/holiday-program/for-child'
import { expect, it } from 'vitest'
import { chooseActivities } from './choose-activities.ts'

const fits = { whyNot: null, paidByPass: 0n, signupId: null }
const one = (id: string, part: Partial<ActivityForChild> = {}): ActivityForChild => ({
  id, title: id, foreningName: 'Roklub', pictogram: 'kajak', activity: 'kajak', ageFrom: 6, ageTo: 12, grades: null, days: ['2026-07-06'], timeFrom: '10:00', timeTo: '12:00', place: 'Havnen', area: 'Rødvig',
  price: 10_000n, supportNeeds: [], languages: [], freePlaces: 1, waiting: 0, state: 'open', forChild: fits, freeReserved: 0, ...part,
})
const ids = (activities: ActivityForChild[], wanted = {}) => chooseActivities(activities, { text: '', day: '', room: false, ...wanted }).map(({ id }) => id)

it('det, barnet må, med plads først, en reserveret plads er også plads', () => {
  const list = [one('fuld', { freePlaces: 0 }), one('reserveret', { freePlaces: 0, freeReserved: 1 }), one('dyr', { price: 50_000n }), one('passet betaler', { price: 90_000n, forChild: { ...fits, paidByPass: 90_000n } }),
    one('for ung', { forChild: { ...fits, whyNot: { reason: 'x' } as never } }), one('har', { forChild: { ...fits, signupId: 'x' } }), one('aflyst', { state: 'cancelled' })]
  expect(ids(list)).toEqual(['passet betaler', 'reserveret', 'dyr', 'fuld'])
  expect(ids(list, { room: true })).not.toContain('fuld')
})

it('dag og ord', () => {
  const list = [one('Svømning', { days: ['2026-07-07'] }), one('Kajak')]
  expect([ids(list, { day: '2026-07-07' }), ids(list, { text: 'svomning' }), ids(list, { text: 'rodvig kajak' })]).toEqual([['Svømning'], ['Svømning'], ['Kajak', 'Svømning'].filter((id) => id === 'Kajak' || id === 'Svømning').sort()])
})
