import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../day.ts'
import { decideSignups } from './decide.ts'
import { promoteWaiting } from './promote.ts'
import { whyNotTogether, whyNotYet } from './together.ts'
import { aBatch, aChild, anActivity, aRequest, limitOf, noon } from './worlds.test-kit.ts'

const friends = (...children: string[]) => children.map((childId) => aRequest(childId, { groupId: 'venner' }))
const tooYoung = aChild({ birthDay: day('2022-03-01') })
const forSchoolChildren = anActivity({ capacity: 4, admits: { kind: 'completed-years', from: 6, to: 12, on: 'activity-day' } })

describe('venner fra flere familier', () => {
  test('kan den andens barn ikke være med, hører den, der spurgte, ikke hvem eller hvorfor', () => {
    const requests = friends('mit', 'dit')
    const answers = decideSignups(aBatch(requests, { activities: [forSchoolChildren], children: new Map([['mit', aChild()], ['dit', tooYoung]]) }))
    expect(whyNotTogether(answers, (id) => id === 'dit')).toEqual({ reason: 'friend-cannot-come' })
    expect(answers.every(({ kind }) => kind === 'refused')).toBe(true)
  })

  test('er det ens eget barn, siges grunden', () => {
    const requests = friends('mit', 'dit')
    const answers = decideSignups(aBatch(requests, { activities: [forSchoolChildren], children: new Map([['mit', tooYoung], ['dit', aChild()]]) }))
    expect(whyNotTogether(answers, (id) => id === 'dit')).toMatchObject({ reason: 'too-young-for-place' })
  })

  test('får alle plads, er der intet at sige', () => {
    expect(whyNotTogether(decideSignups(aBatch(friends('mit', 'dit'))), (id) => id === 'dit')).toBeNull()
  })

  test('hvem af gruppen der trykker, er lige meget: alle får det samme, og aldrig kun nogle', () => {
    const world = fc.record({
      size: fc.integer({ min: 2, max: 4 }), capacity: fc.nat(5), taken: fc.nat(5), waiting: fc.nat(2),
      young: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    })
    fc.assert(fc.property(world, ({ size, capacity, taken, waiting, young, order }) => {
      const names = ['a', 'b', 'c', 'd'].slice(0, size)
      const activity = { ...forSchoolChildren, capacity, taken: Math.min(taken, capacity), waiting }
      const decide = (pressed: string[]) => decideSignups(aBatch(friends(...pressed), {
        activities: [activity], children: new Map(names.map((name, n) => [name, young[n] ? tooYoung : aChild()])),
      }))
      const [one, other] = [decide(names), decide(order.filter((n) => n < size).map((n) => names[n]!))]
      const kinds = new Set(one.map(({ kind }) => kind))
      expect(kinds.size).toBe(1)
      expect(new Set(other.map(({ kind }) => kind))).toEqual(kinds)
      // What the one who presses hears of the others is one and the same sentence, whatever their reason is.
      const heard = whyNotTogether(one, (id) => id !== names[0])
      if (heard) expect(young[0] ? heard.reason : heard).toEqual(young[0] ? 'too-young-for-place' : { reason: 'friend-cannot-come' })
    }), { numRuns: 500, seed: 20261122 })
  })
})

describe('venner fra flere familier, der venter', () => {
  const waits = (...atLimit: string[]) => {
    const { waiting } = promoteWaiting({
      activities: [{ id: 'kajak', cancelled: false, over: null, capacity: 9, taken: 0, limitGroup: 'sommer' }], groupTooLarge: 'pass-over', at: noon, deadline: noon, limits: limitOf(1, null),
      waiting: ['mit', 'min-bror', 'dit'].map((childId) => ({ signupId: childId, childId, activityId: 'kajak', groupId: 'venner' })), heldPlaces: (childId) => (atLimit.includes(childId) ? 1 : 0),
    })
    return (asked: string) => whyNotYet(waiting.find(({ signupId }) => signupId === asked)!, (childId) => (asked === 'dit') !== (childId === 'dit'))
  }
  const limit = { reason: 'waits-child-limit-reached', limit: 1 }
  const friend = { reason: 'friend-cannot-come' }

  test.each<[string, string[], object, object]>([
    ['den andens barn har sine pladser', ['dit'], friend, limit], ['ens eget barn har dem', ['mit'], limit, friend],
    ['ens andet barn har dem', ['min-bror'], limit, friend], ['børn fra begge familier har dem', ['mit', 'dit'], limit, limit],
  ])('%s: hver hører om sine egne', (_, atLimit, mine, theirs) => {
    const heard = waits(...atLimit)
    expect([heard('mit'), heard('min-bror'), heard('dit')]).toEqual([mine, mine, theirs])
  })
})
