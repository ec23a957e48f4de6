import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../instant.ts'
import { codeBytes, mostFriends, readFriendCode, whyNotBefriend, wishTie, writeFriendCode } from './friends.ts'
import { commitmentOf, drawPlaces, drawText, resultText } from './draw/index.ts'
import { recordOf, type DrawFacts } from './wishes.ts'

const seed = 'ab'.repeat(32)
const [before, closes] = [instant('2026-06-01T10:00:00.000Z'), instant('2026-06-20T10:00:00.000Z')]

describe('hvem der kan gå med i en vennegruppe', () => {
  const ground = (...childIds: string[]) => ({ closes, childIds })
  const child = (goesWith: string | null = null) => ({ id: 'alma', goesWith })

  test.each([
    ['et barn uden gruppe kan', ground('bo'), child(), before, null],
    ['i samme øjeblik programmet lukker, er det forbi', ground('bo'), child(), closes, { reason: 'friends-over', closed: closes }],
    ['den femte kan ikke', ground('bo', 'carl', 'dina', 'emil'), child(), before, { reason: 'friend-group-full', most: mostFriends }],
    ['et barn, der går med andre, kan ikke', ground('bo'), child('andre'), before, { reason: 'child-has-friends' }],
    ['den, der er med, er med, også når gruppen er fuld', ground('alma', 'bo', 'carl', 'dina'), child('venner'), before, null],
  ])('%s', (_, group, who, at, whyNot) => expect(whyNotBefriend(group, 'venner', who, at)).toEqual(whyNot))
})

describe('koden', () => {
  test('læses, som folk skriver den', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (random) => {
      const code = writeFriendCode(random)
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/)
      expect(readFriendCode(` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `)).toBe(code)
    }))
  })

  test.each(['', '7k2m', '7k2m-9xqf-3td', '7k2m-9xqf-3tdh4', '7k2m-9xqf-3tdu', '7k2m_9xqf_3tdh'])('%s er ingen kode', (typed) => expect(readFriendCode(typed)).toBeNull())

  test('skrives ikke af for lidt tilfældigt', () => expect(() => writeFriendCode(new Uint8Array(codeBytes - 1))).toThrow(RangeError))
})

describe('et ønske sammen med venner', () => {
  const activities = ['kajak', 'dans', 'ler'].map((id, n) => ({ id, places: 3, meetings: [{ day: `2026-07-0${n + 1}` as never, from: '10:00', to: '12:00', place: 'Havnen', area: 'A' }] }))
  /** Three families with a child each in one group, and some others; each says which wishes are with the group. */
  const world = fc.record({
    places: fc.integer({ min: 1, max: 4 }),
    children: fc.array(fc.record({ wishes: fc.shuffledSubarray(['kajak', 'dans', 'ler'], { minLength: 1 }), tied: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), inGroup: fc.boolean() }), { minLength: 3, maxLength: 7 }),
    by: fc.infiniteStream(fc.nat()).map((stream) => [...stream.take(60)]),
  })
  type World = { places: number; children: { wishes: string[]; tied: boolean[]; inGroup: boolean }[]; by: number[] }

  const factsOf = ({ places, children }: World): DrawFacts => {
    const inGroup = children.flatMap(({ inGroup: isIn }, n) => (isIn ? [n] : [])).slice(0, mostFriends)
    return {
      programId: '0195d000-0000-7000-8000-000000000001', commitment: commitmentOf(seed), publicChance: null, travel: { samePlace: 0, sameArea: 15, otherArea: 30 }, mostPerChild: 2, loserNumbers: 0,
      activities: activities.map((one) => ({ ...one, places })), holds: new Map(), losers: new Set(),
      wishes: children.flatMap(({ wishes, tied }, n) => wishes.map((activityId, at) => ({
        childId: `barn-${n}`, activityId, rank: at + 1, group: inGroup.includes(n) && tied[at] ? wishTie('venner', activityId) : null,
      }))),
    }
  }
  const ticket = (childId: string) => `t-${childId}`
  const shuffled = <T>(list: readonly T[], by: readonly number[]): T[] => list.map((one, n) => ({ one, key: by[n] ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one)

  test('ingen får plads uden dem, der ønskede det samme med gruppen, og optegnelsen er den samme i enhver rækkefølge', () => {
    fc.assert(fc.property(world, (one) => {
      const facts = factsOf(one)
      const record = recordOf(facts, ticket)
      const result = drawPlaces(record, seed)
      for (const activityId of ['kajak', 'dans', 'ler']) {
        const tied = facts.wishes.filter((wish) => wish.activityId === activityId && wish.group !== null).map(({ childId }) => ticket(childId))
        const placed = tied.filter((who) => result.places.some((place) => place.activity === activityId && place.ticket === who))
        expect([0, tied.length]).toContain(placed.length)
      }
      const other = recordOf({ ...facts, wishes: shuffled(facts.wishes, one.by), activities: shuffled(facts.activities, one.by) }, ticket)
      expect(drawText(other)).toBe(drawText(record))
      expect(resultText(drawPlaces(other, seed))).toBe(resultText(result))
    }), { numRuns: 300, seed: 20261122 })
  })

  test('familierne finder hver for sig det samme bånd, og et andet for hver aktivitet', () => {
    expect(wishTie('venner', 'kajak')).toBe(wishTie('venner', 'kajak'))
    expect(new Set([wishTie('venner', 'kajak'), wishTie('venner', 'dans'), wishTie('andre', 'kajak')]).size).toBe(3)
    expect(wishTie('venner', 'kajak')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
