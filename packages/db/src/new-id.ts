import { uuidv7 } from 'uuidv7'

/** A new id, ordered by time. Never used as a secret. */
export function newId(): string {
  return uuidv7()
}
