import type { Cpr } from '@medspil/db/cpr'
import type { Day } from '@medspil/domain/day'

/** What the person registry (CPR through the kommune) says of one human. */
export interface RegisteredPerson {
  cpr: Cpr
  name: string
  birthDay: Day
  gender: 'female' | 'male' | 'other'
  /** CVR-like code of the kommune lived in, as our key; null abroad or without fixed address. */
  kommuneKey: string | null
  address: string | null
  postcode: string | null
  area: string | null
  school: string | null
  /** How the kommune may write to them, from its contact register; null where it knows nothing. */
  phone: string | null
  mail: string | null
  nameProtected: boolean
  addressProtected: boolean
}

/** A recorded relation between an adult and a child, with its source and dates. */
export interface RegisteredRelation {
  adult: RegisteredPerson
  child: RegisteredPerson
  kind: 'custody' | 'foster' | 'second-home' | 'no-custody'
  livesWith: boolean
  source: string
  fromDay: Day
  toDay: Day | null
}

/** Asks the registry; each call states why (forvaltningsloven § 29). Throws Unavailable when it does not answer. */
export interface PersonRegistry {
  /** @returns the person and every relation they stand in, as adult or as child; null when the number is unknown */
  lookUp(cpr: Cpr, basis: string): Promise<{ person: RegisteredPerson; relations: RegisteredRelation[] } | null>
}
