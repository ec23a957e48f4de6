import { describe, expect, test } from 'vitest'
import { activity, aRecord, drawInOrder, permutations, ranked } from './draw.test-kit.ts'

const activities = ['bold', 'dans', 'kajak'] as const
const children = ['Alma', 'Bo', 'Carl'] as const
/** Every list a child may hand in: all orders of all choices, the empty list included. */
const lists = [[], ...activities.map((one) => [one]), ...activities.flatMap((one) => activities.filter((other) => other !== one).map((other) => [one, other])), ...permutations(activities)]
const orders = permutations(children)

type Answer = { got: string | null; waits: Readonly<Record<string, number>> }
type World = { places: readonly number[]; order: readonly string[]; answerTo: (profile: readonly number[]) => Answer[] }

/** Draws each profile of lists once and remembers it; a profile is a list's number per child. */
const worldOf = (places: readonly number[], order: readonly string[]): World => {
  const known = new Map<string, Answer[]>()
  const answerTo = (profile: readonly number[]): Answer[] => {
    const before = known.get(profile.join())
    if (before) return before
    const wishes = ranked(Object.fromEntries(children.map((child, at) => [child, lists[profile[at]!]!])))
    const everybody = children.map((ticket) => ({ ticket, numbers: 1, holds: [] }))
    const drawn = drawInOrder(aRecord(activities.map((id, at) => activity(id, places[at]!)), wishes, { children: everybody }), order)
    const answers = children.map((child): Answer => ({
      got: drawn.places[child]![0] ?? null,
      waits: Object.fromEntries(drawn.waiting.filter(({ ticket }) => ticket === child).map((line) => [line.activity, line.position])),
    }))
    known.set(profile.join(), answers)
    return answers
  }
  return { places, order, answerTo }
}

const profiles = lists.flatMap((_a, a) => lists.flatMap((_b, b) => lists.map((_c, c) => [a, b, c])))
const worlds = [[1, 1, 1], [2, 1, 0]].flatMap((places) => orders.map((order) => worldOf(places, order)))

/** How good a place is to a child with this true list; a place it never wanted is worse than none. */
const worth = (truth: readonly string[], got: string | null): number =>
  got === null ? 0 : truth.includes(got) ? truth.length - truth.indexOf(got) : -1

/** The rule said again in five lines, to be compared with: in order, each takes the best that is free. */
const said = (places: readonly number[], order: readonly string[], profile: readonly number[]): (string | null)[] => {
  const free = new Map(activities.map((id, at) => [id as string, places[at]!]))
  const got = new Map(order.map((child) => {
    const best = lists[profile[children.indexOf(child as never)]!]!.find((id) => free.get(id)! > 0) ?? null
    if (best !== null) free.set(best, free.get(best)! - 1)
    return [child, best]
  }))
  return children.map((child) => got.get(child) ?? null)
}

type Lie = { world: World; profile: number[]; child: number; truth: Answer; lied: Answer; list: readonly string[] }

/** Every child of every world in every profile tries every other list. */
const everyLie = (seen: (lie: Lie) => void): number => {
  let tried = 0
  for (const world of worlds) for (const profile of profiles) {
    const honest = world.answerTo(profile)
    for (const child of children.keys()) for (const other of lists.keys()) {
      if (other === profile[child]) continue
      const lied = world.answerTo(profile.with(child, other))[child]!
      seen({ world, profile, child, truth: honest[child]!, lied, list: lists[profile[child]!]! })
      tried += 1
    }
  }
  return tried
}

describe('én aktivitet pr. barn: alle ønskelister, alle rækkefølger, alle løgne', () => {
  test('lodtrækningen er den regel, der står skrevet', () => {
    for (const { places, order, answerTo } of worlds) for (const profile of profiles) {
      const got = answerTo(profile).map((answer) => answer.got)
      const expected = said(places, order, profile)
      if (got.join() !== expected.join()) expect(got, `${places} ${order} ${profile}`).toEqual(expected)
    }
  })

  test('intet barn får mere ved at bytte om, udelade eller tilføje ønsker', () => {
    const gains: Lie[] = []
    const tried = everyLie((lie) => { if (worth(lie.list, lie.lied.got) > worth(lie.list, lie.truth.got)) gains.push(lie) })
    expect(tried).toBe(12 * 4096 * 3 * 15)
    expect(gains).toEqual([])
  })

  test('og heller ikke en bedre plads på ventelisten til noget, det ønsker sig mere end det, det fik', () => {
    let gained = 0
    everyLie(({ truth, lied, list }) => {
      if (lied.got !== truth.got) return
      for (const [id, position] of Object.entries(truth.waits)) if (list.includes(id) && (lied.waits[id] ?? Infinity) < position) gained += 1
    })
    expect(gained).toBe(0)
  })

  test('intet barn ser sit bedre ønske hos et barn, der blev trukket senere, og ingen ønsket plads står tom', () => {
    for (const { places, order, answerTo } of worlds) for (const profile of profiles) {
      const got = answerTo(profile).map((answer) => answer.got)
      for (const [child, name] of children.entries()) {
        const list = lists[profile[child]!]!
        for (const wanted of list.slice(0, got[child] ? (list as string[]).indexOf(got[child]) : list.length)) {
          const holders = children.filter((_other, other) => got[other] === wanted)
          const blocking = holders.some((holder) => order.indexOf(holder) > order.indexOf(name))
          if (blocking || holders.length < places[activities.indexOf(wanted)]!) expect.fail(`${name} and ${wanted} in ${places} ${order} ${profile}`)
        }
      }
    }
  })

  test('rød tvilling: rækker man ud efter førsteønskerne først, kan det betale sig at lyve', () => {
    const byFirstWish = (profile: readonly number[]): (string | null)[] => {
      const free = new Map(activities.map((id) => [id as string, 1]))
      const got: (string | null)[] = children.map(() => null)
      for (const rank of activities.keys()) for (const child of children.keys()) {
        const wanted = lists[profile[child]!]![rank]
        if (got[child] !== null || wanted === undefined || free.get(wanted)! < 1) continue
        got[child] = wanted
        free.set(wanted, 0)
      }
      return got
    }
    const gains = profiles.flatMap((profile) => lists.map((_list, other) => {
      const list = lists[profile[2]!]!
      return worth(list, byFirstWish(profile.with(2, other))[2]!) - worth(list, byFirstWish(profile)[2]!)
    })).filter((gain) => gain > 0)
    expect(gains.length).toBeGreaterThan(0)
  })
})
