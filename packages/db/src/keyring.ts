import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value stands; bound into it, so that it opens nowhere else (AES-256-GCM additional data). */
export interface SealedPlace { kommuneId: string; table: string; rowId: string; column: string }

/**
 * The master keys, newest first. They live outside the database; one more is kept readable while keys are rotated.
 * Purposes are separated with HKDF, so that the look-up key and the wrapping key never meet.
 */
export interface Keyring {
  /** Id of the key that new values are sealed under. */
  readonly current: number
  /** Ids of all that are held, newest first. */
  readonly held: readonly number[]
  /** A 32-byte key for one kommune and purpose. Throws when the key id is no longer held. */
  derive(kommuneId: string, purpose: 'wrap' | 'cpr-index' | 'once' | 'team-row', keyId?: number): Buffer
}

/** @param masters base64 of 32 bytes each, newest first, as `id:key`; @throws when one is short or an id is double */
export function openKeyring(masters: readonly string[]): Keyring {
  const byId = new Map(masters.map((text) => {
    const [id, key] = text.split(':')
    const bytes = Buffer.from(key ?? '', 'base64')
    if (!/^\d+$/.test(id ?? '') || bytes.length !== 32) throw new Error('MASTER_KEY: each key is written id:base64 of 32 bytes')
    return [Number(id), bytes] as const
  }))
  const [newest] = byId.keys()
  if (newest === undefined || byId.size !== masters.length) throw new Error('MASTER_KEY: at least one key, each with its own id')
  return {
    current: newest, held: [...byId.keys()],
    derive(kommuneId, purpose, keyId = newest) {
      const master = byId.get(keyId)
      if (!master) throw new Error(`key ${keyId} is not held any more`)
      return Buffer.from(hkdfSync('sha256', master, kommuneId, `medspil/${purpose}`, 32))
    },
  }
}

const version = 1

/** Layout: version, key id, 12-byte nonce, ciphertext, 16-byte tag. */
export function sealBytes(key: Buffer, keyId: number, place: SealedPlace, clear: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(placeBytes(place, keyId))
  return Buffer.concat([Buffer.from([version, keyId]), nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()])
}

/** @throws when the value was moved to another row, column or kommune, or altered */
export function openBytes(key: Buffer, place: SealedPlace, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== version) throw new Error('unknown layout of a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(2, 14))
  decipher.setAAD(placeBytes(place, keyIdOf(bytes)))
  decipher.setAuthTag(bytes.subarray(bytes.length - 16))
  return Buffer.concat([decipher.update(bytes.subarray(14, bytes.length - 16)), decipher.final()])
}

/** The key id a sealed value names. */
export function keyIdOf(sealed: Uint8Array): number {
  return sealed[1] ?? 0
}

/** Keyed look-up value of a CPR number: there are so few numbers that an unkeyed hash is undone in minutes. */
export function cprIndex(keys: Keyring, kommuneId: string, cpr: string): Buffer {
  return createHmac('sha256', keys.derive(kommuneId, 'cpr-index', 1)).update(cpr).digest()
}

/**
 * Keyed hash of what a caller sent, with the id of its key before it: stored for ever, and an unkeyed one would say yes to
 * whoever guesses a child's allergy. @param keyId of the stored hash it is to be held against; left out, the newest key
 */
export function inputHash(keys: Keyring, kommuneId: string, text: string, keyId = keys.current): Buffer {
  return Buffer.concat([Buffer.from([keyId]), createHmac('sha256', keys.derive(kommuneId, 'once', keyId)).update(text).digest()])
}

/**
 * What a child's row on a team's list is called where its organiser reads it: a keyed hash of the sign-up at that offer, as a
 * uuid of version 8. The sign-up's own id tells the moment it was made, and beside the public count of free places that would
 * tell who came on a kept one. @param keyId left out, the newest key
 */
export function teamRowId(keys: Keyring, kommuneId: string, { offerId, signupId }: { offerId: string; signupId: string }, keyId = keys.current): string {
  const bytes = createHmac('sha256', keys.derive(kommuneId, 'team-row', keyId)).update(`${offerId}/${signupId}`).digest()
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex', 0, 16).replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function placeBytes(place: SealedPlace, keyId: number): Buffer {
  return Buffer.from([place.kommuneId, place.table, place.rowId, place.column, keyId].join('|'))
}
