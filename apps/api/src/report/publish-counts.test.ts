import { countFunnel, type FunnelCourse, funnelStages } from '@medspil/domain/report'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishCounts } from './publish-counts.ts'
import { pinned, printedSmall, type Shown } from './report-attack.test-kit.ts'

const kinds = ['guidance-only', 'pass-only', 'both'] as const
const states = ['active', 'stopped', 'unknown', 'not-yet-due'] as const
const checkIds = ['month-3', 'month-6']

/** A child as a random population has it: how far, of which kind, what it said, where and how old. */
const Child = fc.record({
  kind: fc.constantFrom(...kinds), last: fc.integer({ min: 0, max: 4 }), three: fc.constantFrom(...states), six: fc.constantFrom(...states), area: fc.nat(2), age: fc.nat(3),
})
type Child = typeof Child extends fc.Arbitrary<infer C> ? C : never
const Population = fc.array(Child, { minLength: 1, maxLength: 160 })

const courseOf = ({ kind, last, three, six }: Child, at: number): FunnelCourse => ({
  childId: String(at), guidance: kind !== 'pass-only', pass: kind !== 'guidance-only', checks: { 'month-3': three, 'month-6': six },
  reached: funnelStages.slice(0, last + 1).filter((stage) => stage !== 'redeemed' || kind !== 'guidance-only'),
})

/** Guidance has no redeeming: whoever came so far and no further stands at signed-up. */
const lastOf = ({ kind, last }: Child) => (kind === 'guidance-only' && last === 3 ? 2 : last)

function countsOf(children: readonly Child[]) {
  const begun = children.filter(({ last }) => last === 4)
  const reach = [0, 1, 2].map((area) => [0, 1, 2, 3].map((age) => begun.filter((child) => child.area === area && child.age === age).length))
  const truth = new Map<string, number>()
  for (const kind of kinds) for (const at of [0, 1, 2, 3, 4]) truth.set(`last/${kind}/${at}`, children.filter((child) => child.kind === kind && lastOf(child) === at).length)
  const named = { active: 'active', stopped: 'stopped', unknown: 'unknown', 'not-yet-due': 'notYetDue' } as const
  for (const state of states) {
    truth.set(`check/0/${named[state]}`, begun.filter(({ three }) => three === state).length)
    truth.set(`check/1/${named[state]}`, begun.filter(({ six }) => six === state).length)
  }
  reach.forEach((row, r) => row.forEach((count, c) => truth.set(`reach/${r}/${c}`, count)))
  return { counts: { funnel: countFunnel(children.map(courseOf), checkIds), reach }, truth }
}

function shownOf(counts: ReturnType<typeof countsOf>['counts'], limit: number): Shown {
  const published = publishCounts(counts, limit)
  const of = (at: number) => ({ of: published.check(at, 'of'), active: published.check(at, 'active'), stopped: published.check(at, 'stopped'), unknown: published.check(at, 'unknown'), notYetDue: published.check(at, 'notYetDue') })
  return {
    stages: funnelStages.map((stage) => ({ stage, count: published.stage(stage, null), kinds: { 'guidance-only': published.stage(stage, 'guidance-only'), 'pass-only': published.stage(stage, 'pass-only'), both: published.stage(stage, 'both') } })),
    checks: [3, 6].map((months, at) => ({ months, ...of(at) })),
    reach: { ages: ['a', 'b', 'c', 'd'], rows: published.reach.cells.map((cells, r) => ({ area: String(r), cells, total: published.reach.rowTotals[r] ?? null })), totals: published.reach.columnTotals, total: published.reach.total },
  }
}

test('100 tilfældige befolkninger: angriberen finder intet lille tal, og ingen små tal er trykt', () => {
  fc.assert(fc.property(Population, (children) => {
    const { counts, truth } = countsOf(children)
    const shown = shownOf(counts, 5)
    expect(printedSmall(shown)).toEqual([])
    expect(pinned(shown, truth)).toEqual([])
  }), { numRuns: 100, seed: 2611 })
}, 120_000)

test('rød tvilling: skjules kun de små selv, vinder angriberen', () => {
  const wins = fc.sample(Population, { numRuns: 25, seed: 2611 }).filter((children) => {
    const { counts, truth } = countsOf(children)
    const bare = shownOf(counts, 1)
    const hide = (count: number | null) => (count !== null && count > 0 && count < 5 ? null : count)
    const shown: Shown = {
      stages: bare.stages.map((one) => ({ ...one, count: hide(one.count), kinds: { 'guidance-only': hide(one.kinds['guidance-only']), 'pass-only': hide(one.kinds['pass-only']), both: hide(one.kinds.both) } })),
      checks: bare.checks.map((one) => ({ ...one, active: hide(one.active), stopped: hide(one.stopped), unknown: hide(one.unknown), notYetDue: hide(one.notYetDue) })),
      reach: { ...bare.reach, rows: bare.reach.rows.map((row) => ({ ...row, cells: row.cells.map(hide), total: hide(row.total) })), totals: bare.reach.totals.map(hide) },
    }
    return pinned(shown, truth).length > 0
  })
  expect(wins.length).toBeGreaterThan(0)
}, 60_000)

test('uden små tal vises alt, og trinene er børn, der kom mindst så langt', () => {
  const children = kinds.flatMap((kind) => [0, 1, 2, 4].flatMap((last) => Array.from({ length: 12 * 8 }, (_, n): Child => ({
    kind, last, three: states[n % 4]!, six: states[Math.floor(n / 4) % 4]!, area: n % 3, age: Math.floor(n / 3) % 4 }))))
  const { counts } = countsOf(children)
  const shown = shownOf(counts, 5)
  expect(shown.stages.map(({ count }) => count)).toEqual(funnelStages.map((stage) => counts.funnel.all.stages[stage]))
})
