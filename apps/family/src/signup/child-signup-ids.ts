import { newId } from '@medspil/client'

const place = (offerId: string, childId: string) => `medspil-together:${offerId}:${childId}`

/** The id of each child's own sign-up in a request for several: kept in the tab until it is answered, so that a retry asks for the same. */
export function childSignupId(offerId: string, childId: string): string {
  const known = sessionStorage.getItem(place(offerId, childId))
  if (known) return known
  const id = newId()
  sessionStorage.setItem(place(offerId, childId), id)
  return id
}

/** Forgets the ids once the server has answered. */
export function forgetChildSignupIds(offerId: string, childIds: readonly string[]): void {
  for (const childId of childIds) sessionStorage.removeItem(place(offerId, childId))
}
