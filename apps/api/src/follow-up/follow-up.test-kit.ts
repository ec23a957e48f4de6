import { dateOf, newId, type Now } from '@medspil/db'
import type { StaffMember } from '@medspil/domain/access'
import { day, type Day } from '@medspil/domain/day'
import { type FollowUpPlan, rulesToJson } from '@medspil/domain/ordning'
import { holstebroGuideToMove } from '@medspil/prisma/ordninger'
import { job, type TestDatabase } from '@medspil/testing/database'
import { makeChildAccess, makeFamily, makeForening, makeKommune, makeOffer, makeOrdning, makeStaff } from '@medspil/testing/factories'
import { testEnvironment, fakeGateways } from '../testing.ts'
import { nowAt } from '../clock.ts'
import type { Job } from '../jobs/job.ts'
import { followUpsDue } from './tick-follow-ups.ts'

/** A kommune with Guide to Move, a forening with one team, and its fritidsvejleder. */
export interface World { test: TestDatabase; kommuneId: string; ordningId: string; versionId: string; foreningId: string; offerId: string; jonas: StaffMember }

/** Plants the ground that courses stand on. @param followUp left out, Guide to Move's own plan */
export async function plantWorld(test: TestDatabase, today: Now, followUp?: FollowUpPlan): Promise<World> {
  const { id: kommuneId } = await makeKommune(test.admin)
  const { rules } = holstebroGuideToMove.versions.at(-1)!
  return asJob(test, kommuneId, today, async (tx) => {
    const { ordningId, versionId } = await makeOrdning(tx, { key: 'guide-to-move', name: 'Guide to Move', rules: rulesToJson({ ...rules, ...(followUp && { followUp }) }) })
    const foreningId = await makeForening(tx)
    return { test, kommuneId, ordningId, versionId, foreningId, offerId: await makeOffer(tx, { foreningId, capacity: 400 }), jonas: await makeStaff(tx, 'fritidsvejleder', { name: 'Jonas Friis' }) }
  })
}

/** Runs work as the worker of a kommune. */
export function asJob<T>(test: TestDatabase, kommuneId: string, now: Now, work: Parameters<typeof test.database.asActor<T>>[2]): Promise<T> {
  return test.database.asActor(job(kommuneId), { now, procedure: 'plant' }, work)
}

/** A child with a course, granted and begun on the given days. */
export async function plantCourse(
  { test, kommuneId, ordningId, versionId, offerId }: World, today: Now, facts: { grantedOn: string; firstTrainingOn?: string | null; hasPass?: boolean; name?: string; area?: string; age?: number },
): Promise<{ childId: string; guardianId: string; courseId: string; signupId: string }> {
  return asJob(test, kommuneId, today, async (tx) => {
    const { childId, guardianId } = await makeFamily(tx, { name: facts.name ?? 'Leyla Yilmaz', age: facts.age ?? 9 })
    await makeChildAccess(tx, { childId, role: 'fritidsvejleder' })
    const [courseId, signupId] = [newId(), newId()]
    const begun = facts.firstTrainingOn ? dateOf(day(facts.firstTrainingOn)) : null
    await tx.db.course.createMany({ data: [{
      kommuneId, id: courseId, childId, ordningId, ordningVersionId: versionId, state: 'open', hasGuidance: !facts.hasPass, hasPass: facts.hasPass ?? false, area: facts.area ?? 'Område 1',
      birthYear: 2017, metOn: dateOf(day(facts.grantedOn)), grantedOn: dateOf(day(facts.grantedOn)), firstTrainingOn: begun,
    }] })
    await tx.db.signup.createMany({ data: [{
      kommuneId, id: signupId, offerId, childId, courseId, displayName: 'Leyla Y.', state: begun ? 'started' : 'confirmed', place: true, price: 0n, passPays: 0n, familyPays: 0n,
      requestedKind: 'family', createdAt: today.at, answeredAt: today.at, startedOn: begun,
    }] })
    return { childId, guardianId, courseId, signupId }
  })
}

/** A mark of one meeting. */
export async function plantMark({ test, kommuneId, foreningId }: World, now: Now, signup: { signupId: string; childId: string }, on: Day, mark: 'present' | 'absent'): Promise<void> {
  await asJob(test, kommuneId, now, (tx) => tx.db.attendanceMark.createMany({ data: [{ kommuneId, id: newId(), ...signup, foreningId, day: dateOf(on), mark, source: 'link', markedAt: now.at }] }))
}

/** Lets the worker come by once. */
export async function tick({ test, kommuneId }: World, now: Now): Promise<void> {
  const inTx: Job['inTx'] = (work) => asJob(test, kommuneId, now, work)
  await followUpsDue({ asActor: test.database.asActor, pool: test.database.pool, env: testEnvironment(), clock: () => now, gateways: fakeGateways().gateways, kommuneId, inTx })
}

/** A local hour of a day, summer time or not. */
export function localHour(on: Day, hour: number): Now {
  const winter = nowAt(new Date(`${on}T${String(hour).padStart(2, '0')}:00:00+01:00`))
  return winter.hour === hour ? winter : nowAt(new Date(`${on}T${String(hour).padStart(2, '0')}:00:00+02:00`))
}

