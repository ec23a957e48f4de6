import { ReportSettings } from '@medspil/contracts/report'
import { day } from '@medspil/domain/day'
import { planSeeds } from '@medspil/prisma/ordninger'
import { describe, expect, test } from 'vitest'
import { planView } from './plan-view.ts'

const read = (key: string) => ReportSettings.parse(JSON.parse(JSON.stringify({ plans: planSeeds[key] }))).plans ?? []
const today = day('2026-11-22')

describe('Planernes mål på skærmen Tal', () => {
  test('Slagelse: hvert mål fra helhedsplanen står med sine planår og sin status', () => {
    const statuses = read('slagelse').flatMap((plan) => planView(plan, today).targets.map(({ id, status }) => `${id}: ${status}`))
    expect(statuses).toEqual([
      'IP1: met', 'IP2: met', 'IP3: not-met', 'IP4: met', 'IP5: not-met', 'IP6: not-scored', 'FJ1: met', 'FJ2: met', 'FJ3: no-data', 'FJ3-korps: not-met',
    ])
    const [partnerships] = read('slagelse').map((plan) => planView(plan, today))
    expect(partnerships?.targets.find(({ id }) => id === 'IP5')?.years.map(({ value }) => value)).toEqual([41, 56, 63, 66])
  })

  test('ingen har offentliggjort tal, så hver plan er mærket eksempel', () => {
    expect(Object.keys(planSeeds).flatMap(read).every(({ isEksempel }) => isEksempel)).toBe(true)
  })

  test('Holstebro: HO1 måles uden måltal', () => {
    expect(read('holstebro').flatMap((plan) => planView(plan, today).targets)).toMatchObject([{ id: 'HO1', status: 'not-scored' }])
  })
})
