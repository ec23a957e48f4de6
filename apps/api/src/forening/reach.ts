import type { Actor, ForeningLink, LinkPurpose } from '@medspil/domain/access'
import { NotFound } from '../errors.ts'

/**
 * Whoever holds a link of one of these purposes. A link for one child or one team opens nothing else of its forening
 * (promise 16), and a closed door looks like no door.
 */
export function holderOf(actor: Actor, ...purposes: LinkPurpose[]): ForeningLink {
  if (actor.kind !== 'forening' || !purposes.includes(actor.purpose)) throw new NotFound('link purpose')
  return actor
}

/**
 * Whoever may describe activities of a programme: the board by its own link, or the holder of a link for that one programme.
 * @param programId null: whichever programmes the link is for
 */
export function describerOf(actor: Actor, programId: string | null): ForeningLink {
  const holder = holderOf(actor, 'forening-desk', 'program-activities')
  if (holder.purpose === 'program-activities' && programId !== null && holder.subjectId !== programId) throw new NotFound('link purpose')
  return holder
}

/** Whether a link reaches this sign-up: its own one, its own team's, or any of the forening's when the link is for all. */
export function reachesSignup(holder: ForeningLink, signup: { id: string; offerId: string }): boolean {
  if (holder.purpose === 'signup-answer') return holder.subjectId === signup.id
  if (holder.purpose === 'team-list') return holder.subjectId === signup.offerId
  return holder.purpose === 'forening-desk'
}
