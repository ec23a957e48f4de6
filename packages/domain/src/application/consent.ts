import type { Day } from '../day.ts'

/** What a family says yes to. Consent is for nominating and collecting, never the kommune's basis (law.md 1). */
export type ConsentPurpose = 'nominate' | 'grant' | 'collectFacts' | 'inviteForening'

/** Consent as evidence: who said yes, when, how, to whom and to what. Never edited; withdrawing adds the day. */
export type Consent = {
  id: string
  childId: string
  givenBy: string
  givenOn: Day
  how: 'oral' | 'written'
  recordedBy: string
  purposes: ConsentPurpose[]
  withdrawnOn: Day | null
}

/** Why consent does not carry an act. */
export type ConsentWhyNot =
  | { reason: 'consent-incomplete'; missing: ('who' | 'when' | 'how' | 'purpose')[] }
  | { reason: 'consent-missing'; purpose: ConsentPurpose }
  | { reason: 'consent-withdrawn'; on: Day }
  | { reason: 'consent-must-be-written' }
  | { reason: 'consent-in-the-future'; givenOn: Day }

/** What a fagperson has filled in so far; null is an unanswered question. */
export type ConsentAnswers = {
  id: string; childId: string; recordedBy: string
  givenBy: string | null; givenOn: Day | null; how: 'oral' | 'written' | null; purposes: ConsentPurpose[]
}

/** Records consent, or names every part that is still missing. No nomination stands without all of them. */
export const recordConsent = (answers: ConsentAnswers, today: Day):
  { ok: true; consent: Consent } | { ok: false; whyNot: ConsentWhyNot } => {
  const { givenBy, givenOn, how, purposes } = answers
  const who = givenBy?.trim() ?? ''
  if (who === '' || givenOn === null || how === null || purposes.length === 0) {
    const missing = [
      ...(who === '' ? ['who' as const] : []), ...(givenOn === null ? ['when' as const] : []),
      ...(how === null ? ['how' as const] : []), ...(purposes.length === 0 ? ['purpose' as const] : []),
    ]
    return { ok: false, whyNot: { reason: 'consent-incomplete', missing } }
  }
  if (givenOn > today) return { ok: false, whyNot: { reason: 'consent-in-the-future', givenOn } }
  return { ok: true, consent: { ...answers, givenBy: who, givenOn, how, purposes: [...purposes], withdrawnOn: null } }
}

/** The same consent, withdrawn on a day. The fact stays; the use stops that day. An earlier withdrawal is kept. */
export const withdrawConsent = (consent: Consent, today: Day): Consent =>
  consent.withdrawnOn === null ? { ...consent, withdrawnOn: today } : consent

/**
 * Whether consent carries this act today.
 * @param form what the ordning asks for: any form, or in writing only
 */
export const consentHolds = (
  consent: Consent | undefined, purpose: ConsentPurpose, form: 'oralOrWritten' | 'written', today: Day,
): { ok: true } | { ok: false; whyNot: ConsentWhyNot } => {
  if (!consent || !consent.purposes.includes(purpose)) return { ok: false, whyNot: { reason: 'consent-missing', purpose } }
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= today) {
    return { ok: false, whyNot: { reason: 'consent-withdrawn', on: consent.withdrawnOn } }
  }
  if (consent.givenOn > today) return { ok: false, whyNot: { reason: 'consent-in-the-future', givenOn: consent.givenOn } }
  return form === 'written' && consent.how === 'oral' ? { ok: false, whyNot: { reason: 'consent-must-be-written' } } : { ok: true }
}
