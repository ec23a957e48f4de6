import type { CallView } from '@medspil/contracts/follow-up'
import type { Contact } from '@medspil/db/follow-up'

/** Whom to ring, the first who may be rung; null when the file says that nobody may. */
export function callView(contacts: readonly Contact[] | undefined): CallView | null {
  const contact = contacts?.find(({ contactBarred }) => !contactBarred)
  if (!contact) return null
  const { name, phone, mail, language, isSelf, gender } = contact
  return { name, phone, mail, language, relation: isSelf ? 'self' : gender === 'female' ? 'mother' : gender === 'male' ? 'father' : 'adult' }
}
