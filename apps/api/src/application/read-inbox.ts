import type { InboxInput, InboxRow, InboxView } from '@medspil/contracts/application'
import { loadChildren, loadOpenApplications } from '@medspil/db/application'
import { loadOrdninger } from '@medspil/db/ordning'
import { type ApplicationKey, findDuplicates } from '@medspil/domain/application'
import { completedYears } from '@medspil/domain/day'
import { workingDaysBetween } from '@medspil/domain/ordning'
import { NotFound } from '../errors.ts'
import { holidaysFrom } from '../ordning/index.ts'
import { allow, type Shell } from '../shell.ts'
import { moneyOf } from './record-decision.ts'

/** Working days left at which an answer counts as due soon. */
const soon = 3

/** Every application nobody has decided, nearest deadline first, with those that may be about the same child beside it. */
export async function readInbox(shell: Shell, { ordningKey }: InboxInput): Promise<InboxView> {
  await allow(shell, 'application.inbox')
  const { tx, now } = shell
  const ordninger = await loadOrdninger(tx)
  const only = ordningKey === null ? null : ordninger.find(({ key }) => key === ordningKey)
  if (only === undefined) throw new NotFound()
  const applications = await loadOpenApplications(tx, only?.id ?? null)
  const children = new Map((await loadChildren(tx, [...new Set(applications.map(({ childId }) => childId))], 'sagsbehandling')).map((child) => [child.id, child]))
  const rows = applications.flatMap((application): (InboxRow & { key: ApplicationKey })[] => {
    const child = children.get(application.childId)
    const ordning = ordninger.find(({ id }) => id === application.ordningId)
    if (!child || !ordning) return []
    const { id, reference, state, door, submittedOn, answerBy, asked: { request } } = application
    return [{
      applicationId: id, reference, childId: child.id, childName: child.name, age: completedYears(child.birthDay, now.day), ordningKey: ordning.key, ordningName: ordning.name,
      state, door, submittedOn, answerBy, daysLeft: answerBy === null ? null : workingDaysBetween(now.day, answerBy, holidaysFrom(submittedOn)),
      supports: request.supports.map(({ kind }) => kind), asked: moneyOf(request.supports), alike: [],
      waitsFor: state === 'needs-info' || state === 'hearing' ? 'family' : state === 'waiting-for-pool' ? 'pool' : 'kommune',
      key: { id, childId: child.id, ordningKey: ordning.key, name: child.name, birthDay: child.birthDay, state },
    }]
  })
  const keys = rows.map(({ key }) => key)
  const referenceOf = new Map(rows.map(({ applicationId, reference }) => [applicationId, reference]))
  const sorted = rows.sort((a, b) => (a.answerBy ?? '9999') < (b.answerBy ?? '9999') ? -1 : 1).map(({ key, ...row }): InboxRow =>
    ({ ...row, alike: findDuplicates(key, keys).alike.map(({ id }) => ({ applicationId: id, reference: referenceOf.get(id) ?? '' })) }))
  const count = (holds: (row: InboxRow) => boolean) => sorted.filter(holds).length
  const ours = ({ waitsFor, daysLeft }: InboxRow) => waitsFor === 'kommune' && daysLeft !== null
  return {
    rows: sorted,
    counts: {
      open: sorted.length, overdue: count(({ answerBy }) => answerBy !== null && answerBy < now.day), dueSoon: count((row) => ours(row) && (row.daysLeft ?? 0) >= 0 && (row.daysLeft ?? 0) <= soon),
      waitsForFamily: count(({ waitsFor }) => waitsFor === 'family'), waitsForPool: count(({ waitsFor }) => waitsFor === 'pool'),
    },
  }
}
