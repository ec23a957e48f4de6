import type { WhyNot } from '@medspil/domain/why-not'

/** A rule says no, and says why in a way that can be shown. */
export class Refused extends Error {
  readonly whyNot: WhyNot
  constructor(whyNot: WhyNot) {
    super(`refused: ${whyNot.reason}`)
    this.whyNot = whyNot
  }
}

/** Missing, foreign and forbidden are one and the same answer. `denied` is for the security log alone. */
export class NotFound extends Error {
  readonly denied: string | null
  constructor(denied: string | null = null) {
    super('not found')
    this.denied = denied
  }
}

/** The same id was sent with other content, or somebody else changed the same thing first. */
export class Conflict extends Error {
  constructor(message = 'conflict') {
    super(message)
  }
}

/** Something outside is away; trying again later will help. */
export class Unavailable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`${what} is away`, { cause })
  }
}
