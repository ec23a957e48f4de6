import type { ApproveInput, ForeningFile, ForeningList, ReadForeningInput, SendLinkInput } from '@medspil/contracts/forening'
import { audit, enqueue } from '@medspil/db'
import { countWork, inKommunesName, loadForening, loadForeninger, loadStaffName, loadWrittenOffer, saveApproval, type StoredForening } from '@medspil/db/forening'
import { foreningMoves, foreningPoints, mayApprove, moveForening, type CheckedPoint } from '@medspil/domain/forening'
import { NotFound, Refused } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { declarationOf, foreningViewOf, paymentOf } from './forening-view.ts'

/** Every forening with what waits at it, those with something to do first. */
export async function listForeninger(shell: Shell): Promise<ForeningList> {
  await allow(shell, 'forening.read')
  const { tx } = shell
  // Counts alone leave the kommune's name: a fritidsvejleder has no relation to children without a course.
  const work = await inKommunesName(tx, countWork)
  const rows = (await loadForeninger(tx)).map((forening) => ({
    foreningId: forening.id, name: forening.name, area: forening.area, providerType: forening.rules.providerType, approval: forening.rules.state,
    declaration: declarationOf(forening, tx.now.day), payment: paymentOf(forening), ...(work.get(forening.id) ?? { waiting: 0, toModerate: 0 }),
  }))
  const hasWork = (row: (typeof rows)[number]) => (row.approval === 'applied' || row.toModerate > 0 ? 2 : row.declaration.isValid ? 0 : 1)
  return rows.toSorted((a, b) => hasWork(b) - hasWork(a))
}

/** One forening's file: standing, checklist, declaration, contacts and offers. */
export async function readForening(shell: Shell, { foreningId }: ReadForeningInput): Promise<ForeningFile> {
  await allow(shell, 'forening.read')
  const forening = await loadForening(shell.tx, foreningId)
  if (!forening) throw new NotFound('forening')
  return fileOf(shell, forening)
}

async function fileOf({ tx }: Shell, forening: StoredForening): Promise<ForeningFile> {
  const { cvr, area, homeInKommune, approvedOn, approvedBy, rules } = forening
  return {
    ...(await foreningViewOf(tx, forening)), cvr, area, homeInKommune, approvedOn, providerType: rules.providerType, limitedTo: rules.limitedTo && [...rules.limitedTo],
    approvedBy: approvedBy && (await loadStaffName(tx, approvedBy)), checklist: checklistOf(forening), mayMoveTo: [...foreningMoves[rules.state]],
  }
}

/** Every point of the law, looked at or not. */
function checklistOf({ points }: StoredForening): CheckedPoint[] {
  return foreningPoints.map((point) => points.find((one) => one.point === point) ?? { point, isMet: false, waivedBecause: null })
}

/**
 * Moves a forening's approval and keeps the checklist it rests on (folkeoplysningsloven § 4 stk. 3).
 * @throws Refused when a point is neither met nor waived in writing, or there is no such way
 */
export async function approveForening(shell: Shell, { foreningId, to, checklist, limitedTo }: ApproveInput): Promise<ForeningFile> {
  await allow(shell, 'forening.approve')
  const { tx, actor } = shell
  const forening = await loadForening(tx, foreningId)
  if (!forening) throw new NotFound('forening')
  const isApproval = to === 'approved' || to === 'approved-with-limits'
  const stands = isApproval ? mayApprove(checklist) : { ok: true as const }
  if (!stands.ok) throw new Refused(stands.whyNot)
  const moved = moveForening(forening.rules, to, tx.now.day)
  if (!moved.ok) throw new Refused(moved.whyNot)
  await saveApproval(tx, foreningId, {
    state: to, points: isApproval ? checklist : forening.points, limitedTo: to === 'approved-with-limits' ? limitedTo ?? [] : null, approvedBy: isApproval ? actor.id : null,
  })
  await audit(tx, 'forening.approval-moved', { id: foreningId }, { from: forening.rules.state, to, waived: checklist.filter(({ isMet }) => !isMet).length })
  const now = await loadForening(tx, foreningId)
  if (!now) throw new NotFound('forening')
  return fileOf(shell, now)
}

/** Sends a fresh link to the forening's registered contacts; an older one of the same kind ends when it is sent. */
export async function sendLink(shell: Shell, { foreningId, offerId }: SendLinkInput): Promise<{ done: true }> {
  await allow(shell, 'forening.send-link')
  const { tx } = shell
  const forening = await loadForening(tx, foreningId)
  const offer = offerId && (await loadWrittenOffer(tx, offerId))
  if (!forening || (offerId && (!offer || offer.foreningId !== foreningId))) throw new NotFound('forening')
  const { isValid } = declarationOf(forening, tx.now.day)
  const purpose = offerId ? 'team-list' : isValid ? 'paid' : 'declaration'
  await enqueue(tx, 'tell-forening', { foreningId, purpose, subjectId: offerId ?? foreningId })
  await audit(tx, 'forening.link-sent', { id: foreningId }, { purpose })
  return { done: true }
}
