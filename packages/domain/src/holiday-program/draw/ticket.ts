import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Crockford's letters: none is mistaken for a digit when a family reads its ticket aloud.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

const bytesOf32 = (hex: string, what: string): Uint8Array => {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`${what} is not 32 bytes in lower-case hex`)
  return hexToBytes(hex)
}

/**
 * The ticket of a child in one programme, e.g. `7k2m-9xqf-3tdh`: HMAC-SHA-256(key, programId/childId), its first 60
 * bits. One child has one ticket however many tabs, browsers or adults ask for it. Whoever has the key can find the
 * child, so the key stays sealed and is erased with the programme.
 * @param pseudonymKey 32 bytes in hex, made for this programme alone
 */
export const ticketOf = (pseudonymKey: string, programId: string, childId: string): string => {
  const digest = hmac(sha256, bytesOf32(pseudonymKey, 'pseudonym key'), utf8ToBytes(`${programId}/${childId}`))
  let ticket = ''
  for (let at = 0; at < 12; at += 1) {
    const bit = at * 5
    const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!
    ticket += (at > 0 && at % 4 === 0 ? '-' : '') + letters[(pair >> (11 - (bit & 7))) & 31]
  }
  return ticket
}

/** What is published before the first wish: SHA-256 of the seed. Seed and answer are hex, 32 bytes. */
export const commitmentOf = (seed: string): string => bytesToHex(sha256(bytesOf32(seed, 'seed')))

// A draw encodes thousands of short tickets, and for those the encoder's own start takes longer than the hash.
const messageOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return utf8ToBytes(text)
    bytes[at] = code
  }
  return bytes
}

/**
 * The numbers of one draw: a function from ticket to its best number (32 bytes, smallest first).
 * key = HMAC-SHA-256(seed, "medspil-draw-1/" + programId + "/" + publicChance), number i = HMAC-SHA-256(key, ticket +
 * "/" + i) for i = 1 … count. A number hangs on the seed and the ticket alone: nobody else's wishes can change it.
 */
export const numbersOf = (
  seed: string, { rule, programId, publicChance }: { rule: string; programId: string; publicChance: string | null },
): ((ticket: string, count: number) => Uint8Array) => {
  const key = hmac(sha256, bytesOf32(seed, 'seed'), utf8ToBytes(`${rule}/${programId}/${publicChance ?? ''}`))
  const keyed = hmac.create(sha256, key)
  const scratch = keyed.clone()
  return (ticket, count) => {
    let best: Uint8Array | null = null
    for (let at = 1; at <= count; at += 1) {
      const number = keyed._cloneInto(scratch).update(messageOf(`${ticket}/${at}`)).digest()
      if (best === null || compareNumbers(number, best) < 0) best = number
    }
    if (best === null) throw new RangeError(`a child draws at least one number, not ${count}`)
    return best
  }
}

/** Below 0 when `a` comes before `b`: byte by byte, as unsigned numbers. */
export const compareNumbers = (a: Uint8Array, b: Uint8Array): number => {
  for (let at = 0; at < a.length; at += 1) {
    const difference = a[at]! - b[at]!
    if (difference !== 0) return difference
  }
  return 0
}
