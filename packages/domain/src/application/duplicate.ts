import type { Day } from '../day.ts'
import { isEnded, type ApplicationState } from './state.ts'

/** What is compared to find two applications for one child. `childId` stands for one CPR number. */
export type ApplicationKey = { id: string; childId: string; ordningKey: string; name: string; birthDay: Day; state: ApplicationState }

/** `same`: the same child has an open application here: one record. `alike`: a person looks; nothing is refused. */
export type Duplicates = { same: ApplicationKey | null; alike: ApplicationKey[] }

/**
 * Looks for earlier open applications under the same ordning. Only the same CPR makes a duplicate: siblings share
 * surname and first letters, so likeness (same birth day and name) only ever goes to a person.
 */
export const findDuplicates = (wanted: ApplicationKey, others: readonly ApplicationKey[]): Duplicates => {
  const open = others.filter(({ id, ordningKey, state }) =>
    id !== wanted.id && ordningKey === wanted.ordningKey && !isEnded(state))
  return {
    same: open.find(({ childId }) => childId === wanted.childId) ?? null,
    alike: open.filter(({ childId, birthDay, name }) =>
      childId !== wanted.childId && birthDay === wanted.birthDay && folded(name) === folded(wanted.name)),
  }
}

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
