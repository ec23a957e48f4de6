import { type Asker, type Door, mayGrant, type OrdningRules, purseKinds, type SupportKind } from '@medspil/domain/ordning'
import type { WhyNot } from '@medspil/domain/why-not'

/** The door all that is asked for goes through, and the consent it takes. */
export type DoorAnswer = { ok: true; door: Door; consent: 'not-needed' | 'oralOrWritten' | 'written' } | { ok: false; whyNot: WhyNot }

const isMoney = (kind: SupportKind): boolean => (purseKinds as readonly string[]).includes(kind)

/** May this person come in with all of this? The narrowest door counts: what is only nominated is not granted. */
export function doorFor(rules: OrdningRules, kinds: readonly SupportKind[], asker: Asker): DoorAnswer {
  const parts = [...(kinds.some(isMoney) ? [rules.pass] : []), ...(kinds.some((kind) => !isMoney(kind)) ? [rules.guidance] : [])]
  if (parts.length === 0) return { ok: false, whyNot: { reason: 'no-door-for-this-role', role: asker.kind, ways: [] } }
  let door: Door = 'grants'
  let consent: 'not-needed' | 'oralOrWritten' | 'written' = 'not-needed'
  for (const part of parts) {
    if (part.kind === 'notOffered') return { ok: false, whyNot: { reason: 'pass-not-offered' } }
    const answer = mayGrant(part.by, asker)
    if (!answer.ok) return answer
    if (answer.door !== 'grants') door = answer.door
    if (consent !== 'written') consent = answer.consent
  }
  return { ok: true, door, consent }
}
