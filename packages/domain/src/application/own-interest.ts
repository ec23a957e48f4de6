/** The member of staff belongs to the case: the child, a guardian or another adult tied to the child (forvaltningsloven §§ 3–6). */
export type OwnInterestWhyNot = { reason: 'own-interest' }

/**
 * Whether somebody may handle a case (habilitet, law.md 1). Whoever belongs to it may not, in any role or account.
 * @param personKey the same for every login of one human
 * @param partyKeys those of the child and the adults tied to it
 */
export const mayHandle = (personKey: string, partyKeys: readonly string[]): { ok: true } | { ok: false; whyNot: OwnInterestWhyNot } =>
  partyKeys.includes(personKey) ? { ok: false, whyNot: { reason: 'own-interest' } } : { ok: true }
