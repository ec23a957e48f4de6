import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../day.ts'
import { stepFollowUp } from './due.ts'
import { planFollowUps, type AnchorDays, type FollowUp, type FollowUpPlan } from './plan.ts'

const plan: FollowUpPlan = {
  anchor: 'firstTraining', owner: 'fritidsvejleder', silenceDays: 7,
  checks: [
    { id: 'first-training', after: { kind: 'firstTraining' }, countsAsKept: false },
    { id: 'day-14', after: { kind: 'days', days: 14 }, countsAsKept: false },
    { id: 'day-30', after: { kind: 'days', days: 30 }, countsAsKept: false },
    { id: '3-months', after: { kind: 'months', months: 3 }, countsAsKept: false },
    { id: 'half-a-year', after: { kind: 'months', months: 6 }, countsAsKept: true },
  ],
}
type Planner = typeof planFollowUps
type Step = typeof stepFollowUp
type Sent = { child: number; checkId: string; today: Day; hour: number }

const begin = Temporal.ZonedDateTime.from('2026-09-01T00:00[Europe/Copenhagen]').toInstant()
const hours = 400 * 24
const starts = Array.from({ length: 30 }, (_, n) => addDays(day('2026-09-02'), n * 6))

/** Copenhagen hour by hour for 400 days; both clock changes fall inside. */
const clock = Array.from({ length: hours }, (_, h) => {
  const at = begin.add({ hours: h }).toZonedDateTimeISO('Europe/Copenhagen')
  return { today: day(at.toPlainDate().toString()), hour: at.hour }
})

const simulate = (isDown: (h: number) => boolean, planner: Planner = planFollowUps, step: Step = stepFollowUp): Sent[] => {
  const sent: Sent[] = []
  const contact = { closed: false, contactBarred: false, reachable: true }
  const rows: FollowUp[][] = starts.map(() => [])
  clock.forEach((now, h) => {
    starts.forEach((first, child) => {
      const days: AnchorDays = { grant: null, signup: null, stop: null, plannedTraining: first, firstTraining: now.today >= first ? first : null }
      if (now.hour === 18 || h === 0) rows[child] = planner(plan, days, rows[child]!)
      if (isDown(h)) return
      rows[child] = rows[child]!.map((row) => {
        const { followUp, act } = step(row, plan, contact, now)
        if (act?.act === 'ask') sent.push({ child, checkId: row.checkId, ...now })
        return followUp
      })
    })
  })
  return sent
}

const inPlain = (first: Day, duration: { days?: number; months?: number }): string =>
  Temporal.PlainDate.from(first).add(duration).toString()
const expected = starts.flatMap((first, child) => [
  [child, 'first-training', inPlain(first, { days: 1 })], [child, 'day-14', inPlain(first, { days: 14 })],
  [child, 'day-30', inPlain(first, { days: 30 })], [child, '3-months', inPlain(first, { months: 3 })],
  [child, 'half-a-year', inPlain(first, { months: 6 })],
] as [number, string, string][])

const faults = (sent: Sent[], lateBy: number): string[] => {
  const found = new Set<string>()
  for (const { hour } of sent) if (hour < 7) found.add('sent at night')
  for (const [child, checkId, due] of expected) {
    const mine = sent.filter((s) => s.child === child && s.checkId === checkId)
    if (mine.length === 0) found.add('missed')
    if (mine.length > 1) found.add('twice')
    const [first] = mine
    if (first && (first.today < due || first.today > addDays(day(due), lateBy))) found.add('wrong day')
  }
  return [...found]
}

describe('400 dage, time for time i København', () => {
  test('uden nedbrud: alt spørges på dagen, kl. 7', () => {
    const sent = simulate(() => false)
    expect(sent).toHaveLength(expected.length)
    expect(faults(sent, 0)).toEqual([])
    expect(new Set(sent.map((s) => s.hour))).toEqual(new Set([7]))
  })
  test('72 timers nedbrud hver uge: intet mangler, intet sendes to gange, intet om natten', () => {
    const sent = simulate((h) => h % 168 < 72)
    expect(sent).toHaveLength(expected.length)
    expect(faults(sent, 3)).toEqual([])
  })
  test('rød tvilling: 90 dage i stedet for 3 måneder rammer den forkerte dag', () => {
    const ninety: Planner = (p, days, existing) => planFollowUps({ ...p, checks: p.checks.map((check) =>
      check.after.kind === 'months' ? { ...check, after: { kind: 'days', days: check.after.months * 30 } } : check) }, days, existing)
    expect(faults(simulate(() => false, ninety), 0)).toContain('wrong day')
  })
  test('rød tvilling: uden stilletid sendes der om natten', () => {
    const loud: Step = (row, p, contact, now) => stepFollowUp(row, p, contact, { ...now, hour: 12 })
    expect(faults(simulate(() => false, planFollowUps, loud), 0)).toContain('sent at night')
  })
  test('rød tvilling: glemmes tilstanden, spørges der igen', () => {
    const forgetful: Step = (row, p, contact, now) => ({ ...stepFollowUp(row, p, contact, now), followUp: row })
    expect(faults(simulate((h) => h % 24 !== 9, planFollowUps, forgetful), 0)).toContain('twice')
  })
})
