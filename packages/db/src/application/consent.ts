import type { Consent, ConsentPurpose } from '@medspil/domain/application'
import type { Day } from '@medspil/domain/day'
import type { Tx } from '../as-actor.ts'
import { dateOf, dayOf } from '../days.ts'

/** Consent with the text that was shown and the application it carries. */
export interface StoredConsent extends Consent { applicationId: string; givenById: string | null; textShown: string; withdrawnAt: Date | null }

/** Writes consent as evidence. */
export async function addConsent(tx: Tx, consent: Consent, at: { applicationId: string; givenById: string | null; textShown: string }): Promise<void> {
  await tx.db.consent.createMany({ data: [{
    kommuneId: tx.kommuneId, id: consent.id, childId: consent.childId, givenBy: consent.givenBy, givenOn: dateOf(consent.givenOn), form: consent.how,
    purpose: consent.purposes.join(' '), recordedBy: consent.recordedBy, ...at,
  }] })
}

/** The consents of some applications. */
export async function loadConsents(tx: Tx, by: { applicationIds: readonly string[] } | { id: string }): Promise<StoredConsent[]> {
  const rows = await tx.db.consent.findMany({ where: { kommuneId: tx.kommuneId, ...('id' in by ? { id: by.id } : { applicationId: { in: [...by.applicationIds] } }) }, orderBy: { givenOn: 'asc' } })
  return rows.map((row) => ({
    id: row.id, childId: row.childId, applicationId: row.applicationId, givenBy: row.givenBy, givenById: row.givenById, givenOn: dayOf(row.givenOn), how: row.form as Consent['how'],
    recordedBy: row.recordedBy, purposes: row.purpose.split(' ') as ConsentPurpose[], textShown: row.textShown, withdrawnAt: row.withdrawnAt,
    withdrawnOn: row.withdrawnAt ? withdrawnDay(row.withdrawnAt) : null,
  }))
}

/** Notes that consent was withdrawn. The fact stays; an earlier withdrawal is kept. @returns whether it changed now */
export async function markConsentWithdrawn(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.consent.updateMany({ where: { kommuneId: tx.kommuneId, id, withdrawnAt: null }, data: { withdrawnAt: tx.now.at } })
  return count === 1
}

const withdrawnDay = (at: Date): Day => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format(at) as Day
