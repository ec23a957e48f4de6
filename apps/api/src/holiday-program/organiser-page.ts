import type { OrganiserPage } from '@medspil/contracts/holiday-program/activity'
import { loadForening } from '@medspil/db/forening'
import { loadActivities, loadAreas, loadDeskPrograms } from '@medspil/db/holiday-program'
import { mayList } from '@medspil/domain/forening'
import { mayDescribe } from '@medspil/domain/holiday-program'
import { keptAsTaken } from '@medspil/domain/signup'
import { NotFound } from '../errors.ts'
import { describerOf } from '../forening/index.ts'
import { allow, type Shell } from '../shell.ts'

/**
 * An organiser's own page: the programmes that take activities, or already have some of its own, with these. A link for one
 * programme shows that one alone.
 */
export async function readOrganiserPage(shell: Shell): Promise<OrganiserPage> {
  await allow(shell, 'holiday-program.describe')
  const { tx } = shell
  const holder = describerOf(shell.actor, null)
  const forening = await loadForening(tx, holder.id)
  if (!forening) throw new NotFound('forening')
  const mine = await loadActivities(tx, { foreningId: holder.id })
  const reached = (await loadDeskPrograms(tx)).filter(({ id }) => holder.purpose === 'forening-desk' || id === holder.subjectId)
  const programs = reached.flatMap(({ id, state, plan, invitedAt }) => {
    const activities = mine.filter(({ programId }) => programId === id)
    const isOpen = invitedAt !== null && mayDescribe({ state, answerBy: plan.answerBy }, tx.now.day).ok
    if (!isOpen && activities.length === 0 && holder.purpose === 'forening-desk') return []
    return [{
      programId: id, name: plan.name, fromDay: plan.fromDay, toDay: plan.toDay, answerBy: plan.answerBy, isOpen,
      activities: activities.map(({ id: offerId, title, pictogram, firstDay, lastDay, sessions, price, listed, note, isCancelled, copiedFromId, ...places }) => ({
        offerId, title, pictogram, firstDay, lastDay, sessions: sessions.length, ...keptAsTaken(places), price, listed, note, isCancelled, isCopied: copiedFromId !== null,
      })),
    }]
  })
  return { foreningName: forening.name, mayList: mayList(forening.rules, '', tx.now.day).ok, areas: await loadAreas(tx), programs }
}
