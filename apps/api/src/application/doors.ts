import { type Asker, type Door, mayGrant, type OrdningRules, purseKinds, type SupportKind } from '@medspil/domain/ordning'
import type { WhyNot } from '@medspil/domain/why-not'

/** The door all that is asked for goes through, and the consent it takes. */
export type DoorAnswer = { ok: true; door: Door; consent: 'not-needed' | 'oralOrWritten' | 'written' } | { ok: false; whyNot: WhyNot }

const isMoney = (kind: SupportKind): boolean => (purseKinds as readonly string[]).includes(kind)

/** May this person come in with all of this? The narrowest door counts: what is only nominated is not granted. */
export function doorFor(rules: OrdningRules, kinds: readonly SupportKind[], asker: Asker): DoorAnswer {
  const parts = [...(kinds.some(isMoney) ? [rules.pass] : []), ...(kinds.some((kind) => !isMoney(kind)) ? [rules.guidance] : [])]
  let widest: Extract<DoorAnswer, { ok: true }> | null = null
  for (const part of parts) {
    if (part.kind === 'notOffered') return { ok: false, whyNot: { reason: 'pass-not-offered' } }
    const answer = mayGrant(part.by, asker)
    if (!answer.ok) return answer
    const isNarrower = widest === null || answer.door !== 'grants'
    widest = isNarrower ? { ok: true, door: answer.door, consent: widest?.consent === 'written' ? 'written' : answer.consent } : widest
  }
  return widest ?? { ok: false, whyNot: { reason: 'no-door-for-this-role', role: asker.kind, ways: [] } }
}
