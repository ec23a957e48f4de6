/**
 * The address that starts a login and comes back to `returnTo`, a path of this site.
 * @param who `family` is private MitID; `staff` is the kommune's own login or MitID Erhverv
 */
export function loginAddress(who: 'family' | 'staff' | 'guide', kommuneKey: string, returnTo: string): string {
  return `/login/${who}?${new URLSearchParams({ kommune: kommuneKey, returnTo })}`
}

/** The address that asks one who is logged in to show the login anew, for money and rights (fresh proof, 5 minutes). */
export function stepUpAddress(kommuneKey: string, returnTo: string): string {
  return `/login/start?${new URLSearchParams({ kommune: kommuneKey, returnTo, stepUp: '1' })}`
}

/** Ends the login and leaves nothing of it in the tab. */
export async function logOut(): Promise<void> {
  sessionStorage.clear()
  await fetch('/login/out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
}
