/**
 * The address that starts a login and comes back to `returnTo`, a path of this site.
 * @param who `family` is private MitID; `staff` is the kommune's own login or MitID Erhverv
 */
export function loginAddress(who: 'family' | 'staff' | 'guide', kommuneKey: string, returnTo: string): string {
  return `/login/${who}?${new URLSearchParams({ kommune: kommuneKey, returnTo })}`
}

/** Ends the login and leaves nothing of it in the tab. */
export async function logOut(): Promise<void> {
  sessionStorage.clear()
  await fetch('/login/out', { method: 'POST', headers: { 'medspil-app': 'logout' } })
}
