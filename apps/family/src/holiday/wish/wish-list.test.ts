import { expect, test } from 'vitest'
import { addWish, clashesAbove, type ChildList, isKept, moveWish, removeWish, setTogether, wishedBy } from './wish-list.ts'

const start: ChildList[] = [{ childId: 'Alma', withFriends: false, wishes: [{ activityId: 'kajak', together: false }, { activityId: 'judo', together: false }] }, { childId: 'Bo', withFriends: false, wishes: [] }]
const ids = (lists: readonly ChildList[], childId: string) => lists.find((list) => list.childId === childId)!.wishes.map(({ activityId }) => activityId)

test('et ønske lægges sidst, og kun én gang', () => {
  const once = addWish(start, 'Alma', 'maling')
  expect(ids(once, 'Alma')).toEqual(['kajak', 'judo', 'maling'])
  expect(addWish(once, 'Alma', 'kajak')).toEqual(once)
})

test('op og ned bytter plads, og ved enden sker der intet', () => {
  expect(ids(moveWish(start, 'Alma', 'judo', -1), 'Alma')).toEqual(['judo', 'kajak'])
  expect(moveWish(start, 'Alma', 'kajak', -1)).toEqual(start)
  expect(moveWish(start, 'Alma', 'judo', 1)).toEqual(start)
})

test('sammen kræver to, og er man alene tilbage, ønsker man alene', () => {
  expect(setTogether(start, 'Alma', 'kajak', true)).toEqual(start)
  const both = setTogether(addWish(start, 'Bo', 'kajak'), 'Bo', 'kajak', true)
  expect(wishedBy(both, 'kajak')).toBe(2)
  expect(both.flatMap(({ wishes }) => wishes).filter(({ together }) => together)).toHaveLength(2)
  expect(removeWish(both, 'Bo', 'kajak')[0]!.wishes[0]).toEqual({ activityId: 'kajak', together: false })
})

test('et barn, der går med venner, ønsker sammen med dem og ikke med sine søskende', () => {
  const lists = addWish(start.map((list) => ({ ...list, withFriends: list.childId === 'Alma' })), 'Bo', 'kajak')
  const both = setTogether(setTogether(lists, 'Alma', 'kajak', true), 'Bo', 'kajak', true)
  expect(both.map(({ wishes }) => wishes[0]?.together)).toEqual([true, false])
  expect(wishedBy(both, 'kajak')).toBe(1)
})

test('det, der ligger samtidig, siges ved det ønske, der står længst nede', () => {
  const clashes = [{ activityIds: ['judo', 'kajak'] as const, on: '2026-07-06' }, { activityIds: ['judo', 'taget-væk'] as const, on: '2026-07-07' }]
  const of = (lists: readonly ChildList[]) => lists[0]!.wishes.map((_, n) => clashesAbove(clashes, lists[0]!.wishes, n))
  expect(of(start)).toEqual([[], [{ activityId: 'kajak', on: '2026-07-06' }]])
  expect(of(moveWish(start, 'Alma', 'judo', -1))).toEqual([[], [{ activityId: 'judo', on: '2026-07-06' }]])
  expect(of(removeWish(start, 'Alma', 'kajak'))).toEqual([[]])
})

test('gemt er først, hvad serveren har under det navn, familien flyttede fra', () => {
  const held = { seen: 'a', lists: start }
  const moved = { seen: 'a', lists: moveWish(start, 'Alma', 'judo', -1) }
  expect([isKept({ ...held }, held), isKept(moved, held), isKept(moved, { seen: 'b', lists: moved.lists }), isKept({ ...moved, seen: 'b' }, { seen: 'b', lists: moved.lists })]).toEqual([true, false, false, true])
})
