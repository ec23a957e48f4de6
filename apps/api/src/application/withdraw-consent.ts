import type { WithdrawConsentInput } from '@medspil/contracts/application'
import { audit } from '@medspil/db'
import { loadConsents, lockApplication, markConsentWithdrawn, saveApplication } from '@medspil/db/application'
import { withdrawConsent as withdrawn } from '@medspil/domain/application'
import { NotFound } from '../errors.ts'
import { allow, type Shell } from '../shell.ts'
import { moved } from './own-application.ts'

/**
 * Takes a yes back. The fact that it was given stays, its use stops today: a nomination that nobody has decided ends. What was
 * granted stands, and the family may give it up by itself.
 */
export async function withdrawConsent(shell: Shell, input: WithdrawConsentInput): Promise<{ done: true }> {
  await allow(shell, 'application.withdraw-consent', { childId: input.childId })
  const { tx, now } = shell
  const [consent] = await loadConsents(tx, { id: input.consentId })
  if (!consent || consent.childId !== input.childId) throw new NotFound('application.withdraw-consent')
  if (!await markConsentWithdrawn(tx, consent.id)) return { done: true }
  const application = await lockApplication(tx, consent.applicationId, 'samtykke trukket tilbage')
  const isOpen = application && ['submitted', 'needs-info', 'hearing', 'waiting-for-pool', 'frozen'].includes(application.state)
  if (application && isOpen) {
    const told = { ...application, facts: { ...application.facts, consent: withdrawn(consent, now.day) } }
    await saveApplication(tx, application.applicantId === null ? moved(told, 'withdraw') : told)
  }
  await audit(tx, 'application.consent-withdrawn', { id: consent.id, childId: input.childId })
  return { done: true }
}
