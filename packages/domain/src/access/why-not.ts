/** Why a login, a link or a repeated request is refused. */
export type AccessWhyNot =
  | { reason: 'proof-too-old' }
  | { reason: 'link-used-up' }
  | { reason: 'link-expired' }
  | { reason: 'level-too-low' }
  | { reason: 'too-young-to-log-in'; from: number }
  | { reason: 'not-known-here' }
  | { reason: 'same-id-other-content' }
  | { reason: 'too-many-tries' }
