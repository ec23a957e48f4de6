import type { HeldBackView, ReadyView } from '@medspil/contracts/subsidy'
import { inKommunesName } from '@medspil/db/forening'
import { loadActivitiesOf, loadClaims, loadPayees, loadRail } from '@medspil/db/subsidy'
import { decideAccess } from '@medspil/domain/access'
import { allow, type Shell } from '../shell.ts'
import { claimView, heldBackView, payeeChangedDaysAgo, payeeOf, whyNotPaid } from './views.ts'

/** What can be paid today and what is held back, forening by forening, without a child's name. */
export async function readReady(shell: Shell): Promise<ReadyView> {
  await allow(shell, 'subsidy.read')
  const { tx, now, actor } = shell
  const payees = await loadPayees(tx, await loadRail(tx))
  const claims = await loadClaims(tx, ['confirmed', 'checked'])
  const activities = await inKommunesName(tx, (kommune) => loadActivitiesOf(kommune, claims.map(({ signupId }) => signupId)))
  const ready: ReadyView['ready'] = []
  const heldBack: HeldBackView[] = []
  for (const claim of claims) {
    const payee = payeeOf(payees, claim.foreningId)
    // Asked again here: a declaration can run out after the claim was tested.
    const why = claim.heldBackWhy ?? (claim.state === 'checked' ? whyNotPaid(payee, now.day) : null)
    if (why !== null) heldBack.push(heldBackView(claim, payee, activities, why))
    else if (claim.state === 'checked') ready.push({ ...claimView(claim, payee, activities), payeeChangedDaysAgo: payeeChangedDaysAgo(payee, now.day) })
  }
  const byForening = (a: { payee: { name: string } }, b: { payee: { name: string } }) => a.payee.name.localeCompare(b.payee.name, 'da')
  return {
    ready: ready.sort(byForening), heldBack: heldBack.sort(byForening),
    unchecked: claims.filter((claim) => claim.state === 'confirmed' && claim.heldBackWhy === null).length,
    mayPrepare: decideAccess(actor, 'subsidy.prepare') === 'allowed',
  }
}
