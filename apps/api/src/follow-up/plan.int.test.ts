import { addDays, addMonths, day, type Day, daysBetween } from '@medspil/domain/day'
import { withDatabase } from '@medspil/testing/database'
import { describe, expect, test } from 'vitest'
import { nowAt } from '../clock.ts'
import { asJob, localHour, plantCourse, plantWorld, tick, type World } from './follow-up.test-kit.ts'

const scratch = withDatabase()
const begin = day('2026-11-01')
/** Seven children; one begins on 30 November, one the day before the clocks go forward. */
const begun = ['2026-11-05', '2026-11-30', '2026-12-24', '2026-12-31', '2027-02-27', '2027-03-27', '2027-03-30'].map(day)

interface Sent { courseId: string; checkId: string; dueOn: Day; on: Day; hour: number; jobs: number }

async function sentOf({ test: { admin }, kommuneId }: World): Promise<Sent[]> {
  const { rows } = await admin.query<{ course_id: string; check: string; due: string; asked_at: Date; jobs: string }>(
    `select f.course_id, f."check", f.due_on::text as due, f.asked_at, (select count(*) from outbox_job o where o.kommune_id = f.kommune_id and o.payload ->> 'subjectId' = f.id::text) as jobs
     from follow_up f where f.kommune_id = $1 and f.asked_at is not null`, [kommuneId])
  return rows.map((row) => ({ courseId: row.course_id, checkId: row.check, dueOn: day(row.due), on: nowAt(row.asked_at).day, hour: nowAt(row.asked_at).hour, jobs: Number(row.jobs) }))
}

/** What is wrong with what was sent. @param begun first training by course */
function faultsOf(sent: readonly Sent[], first: ReadonlyMap<string, Day>, lateBy: number): Set<string> {
  const faults = new Set<string>()
  for (const [courseId, from] of first)
    for (const [checkId, expected] of [['first-training', addDays(from, 1)], ['month-3', addMonths(from, 3)], ['half-year', addMonths(from, 6)]] as const) {
      const own = sent.filter((one) => one.courseId === courseId && one.checkId === checkId)
      if (own.length === 0) faults.add('missed')
      if (own.length > 1 || own.some(({ jobs }) => jobs !== 1)) faults.add('twice')
      if (own.some(({ dueOn, on }) => dueOn !== expected || on < expected || daysBetween(expected, on) > lateBy)) faults.add('wrong day')
      if (own.some(({ hour }) => hour < 7)) faults.add('at night')
    }
  return faults
}

/** Both clock-change nights are walked hour by hour, like every day on which something is due; the rest at noon. */
function hoursOf(on: Day, busy: ReadonlySet<Day>): number[] {
  return on === '2027-03-28' || on === '2026-10-25' || busy.has(on) ? Array.from({ length: 24 }, (_, hour) => hour) : [12]
}

describe('400 dage hos arbejderen, i databasen', () => {
  test('alt spørges, én gang, aldrig om natten; 72 timer nede midt i det hele', async () => {
    const world = await plantWorld(scratch(), localHour(begin, 9))
    const first = new Map<string, Day>()
    for (const from of begun) {
      const { courseId } = await plantCourse(world, localHour(begin, 9), { grantedOn: '2026-11-01', firstTrainingOn: from })
      first.set(courseId, from)
    }
    const busy = new Set(begun.flatMap((from) => [addMonths(from, 3)]))
    // Down from the evening before a due day and for the 72 hours after.
    const downs = ['2027-02-27', '2027-06-26'].map(day)
    for (let days = 0; days < 400; days += 1) {
      const on = addDays(begin, days)
      if (downs.some((from) => from <= on && on < addDays(from, 3))) continue
      for (const hour of hoursOf(on, busy)) await tick(world, localHour(on, hour))
    }
    const sent = await sentOf(world)
    expect(sent).toHaveLength(begun.length * 3)
    expect([...faultsOf(sent, first, 3)]).toEqual([])
    const november = [...first].find(([, from]) => from === '2026-11-30')![0]
    expect(sent.find(({ courseId, checkId }) => courseId === november && checkId === 'month-3')?.dueOn).toBe('2027-02-28')
    // The twin that counts three months as 90 days asks on another day, and is seen.
    const ninety = sent.map((one) => (one.checkId === 'month-3' ? { ...one, dueOn: addDays(first.get(one.courseId)!, 90), on: addDays(first.get(one.courseId)!, 90) } : one))
    expect(faultsOf(ninety, first, 3)).toContain('wrong day')
    // Nobody answered: each last question became one task, and each course is settled as unknown.
    const { rows } = await scratch().admin.query<{ kind: string; n: string }>('select kind, count(*) as n from task where kommune_id = $1 group by 1', [world.kommuneId])
    expect(rows).toEqual([{ kind: 'no-answer-no-mark', n: String(begun.length * 3) }])
    const courses = await asJob(scratch(), world.kommuneId, localHour(begin, 9), (tx) => tx.db.course.findMany({ where: { kommuneId: world.kommuneId } }))
    expect(new Set(courses.map(({ closedAs }) => closedAs))).toEqual(new Set(['unknown']))
  }, 240_000)
})
