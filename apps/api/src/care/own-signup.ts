import { type CareSignup, isProtectedAdult, loadCareSignup } from '@medspil/db/care'
import { inKommunesName } from '@medspil/db/forening'
import { careWindow, mayWriteCare } from '@medspil/domain/attendance'
import type { Tx } from '@medspil/db'
import { NotFound } from '../errors.ts'
import type { Shell } from '../shell.ts'

/** A holiday sign-up that the actor may know of. @throws NotFound for a season team, and for one it cannot see */
export async function ownCareSignup({ tx }: Pick<Shell, 'tx'>, signupId: string): Promise<CareSignup> {
  const signup = await loadCareSignup(tx, signupId)
  if (!signup) throw new NotFound('care.own')
  return signup
}

/** What a family is told about the days of a note, and whether it may still be written. */
export function daysOf({ state, days }: CareSignup, { now }: Shell) {
  return { ...careWindow(days), mayWrite: mayWriteCare(state, days, now.day).ok }
}

/**
 * Whether the actor must not see whom to ring and who may fetch: another adult wrote it, whose place is kept secret. A
 * number or a name leads to the door (law.md 5).
 */
export async function isHiddenFrom(tx: Tx, writtenBy: string | null): Promise<boolean> {
  return writtenBy !== null && writtenBy !== tx.actor.id && inKommunesName(tx, (kommune) => isProtectedAdult(kommune, writtenBy))
}

/** The texts that one home may keep from the other. */
export const homeTexts = ['fetchedBy', 'emergencyPhone'] as const
