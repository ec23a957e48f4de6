import { createHash } from 'node:crypto'
import { newId, type Tx } from '@medspil/db'
import { addApplication, type ChildFacts, letDesksIn, openCourse, type StoredApplication } from '@medspil/db/application'
import type { StoredVersion } from '@medspil/db/ordning'
import { saveJournalEntry } from '@medspil/db/letter'
import { yearOf } from '@medspil/domain/day'
import { answerBy } from '@medspil/domain/ordning'
import { Conflict } from '../errors.ts'
import { holidaysFrom } from '../ordning/index.ts'
import type { Step } from './step.ts'

/** What an application begins with; the rest follows from the ordning and the day. */
export type Beginning = Pick<StoredApplication, 'id' | 'door' | 'applicantId' | 'staffId' | 'language' | 'facts' | 'wishes' | 'asked' | 'childView' | 'chips' | 'reasonSealed'>

/** Writes a new application with its course, lets the kommune's desks reach the child and journals that it came. */
export async function beginApplication({ tx, now }: Step, beginning: Beginning, child: ChildFacts, version: StoredVersion): Promise<StoredApplication> {
  const courseId = await openCourse(tx, child, { ordningId: version.ordningId, versionId: version.id, newId: newId() })
  await letDesksIn(tx, child.id, 'application')
  const application: StoredApplication = {
    ...beginning, reference: '', childId: child.id, ordningId: version.ordningId, versionId: version.id, courseId, state: 'submitted',
    submittedAt: now.at, submittedOn: now.day, answerBy: answerBy(version.rules.answer, now.day, holidaysFrom(now.day)),
  }
  const reference = await takeFreeReference(tx, application)
  await saveJournalEntry(tx, { id: newId(), childId: child.id, direction: 'in', theme: 'application', documentHash: null, letterId: null })
  return { ...application, reference }
}

/**
 * Numbers like 2026-0418, in no order: nobody can count a kommune's applications, and no two verbs queue on a counter. A
 * taken number leads to another, longer ones once the short are scarce.
 */
async function takeFreeReference(tx: Tx, application: StoredApplication): Promise<string> {
  for (let attempt = 0; attempt < 24; attempt += 1) {
    const digits = attempt < 8 ? 4 : 6
    const number = createHash('sha256').update(`${application.id}/${attempt}`).digest().readUInt32BE() % 10 ** digits
    const reference = `${yearOf(application.submittedOn)}-${String(number).padStart(digits, '0')}`
    if (await addApplication(tx, { ...application, reference })) return reference
  }
  throw new Conflict('no free number for the application')
}
