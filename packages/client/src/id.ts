import { uuidv7 } from 'uuidv7'

/** A new id of the client's own making (uuid v7): what is sent twice under one id is one act. */
export function newId(): string {
  return uuidv7()
}
