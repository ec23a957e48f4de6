/** What a link in a mail or an SMS carries behind its #, which no server and no log ever sees. */
export interface LinkToken {
  kommuneKey: string
  secret: string
}

/** Reads `#slagelse.<secret>`; null when it is not a link of ours. */
export function readLinkToken(fragment: string): LinkToken | null {
  const match = /^#([a-z]{2,20})\.([\w-]{43})$/.exec(fragment)
  return match?.[1] && match[2] ? { kommuneKey: match[1], secret: match[2] } : null
}

const place = 'medspil-link-left'

/** Remembers the link in this tab while the treasurer is at Stripe, which sends them back without what stands after #. */
export function leaveWithLink(): void {
  sessionStorage.setItem(place, location.hash)
}

/** The link that this tab left with; null when it did not. */
export function cameBack(): LinkToken | null {
  return readLinkToken(sessionStorage.getItem(place) ?? '')
}
