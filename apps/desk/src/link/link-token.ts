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
