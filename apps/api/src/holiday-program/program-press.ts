import { createHash } from 'node:crypto'

/** The bytes of what is said, made when nobody asked for just these words before. @param key what it is the last of */
export type Press<Words> = (key: string, words: Words, at: Date) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Typesetting stands on the thread that takes sign-ups, and strangers may ask for it: so each key's last words are set once,
 * and what came of it is kept, also when it was an error.
 * @param most keys that are kept; the one that was not asked for the longest goes first
 */
export function openPress<Words>(set: (words: Words, at: Date) => Uint8Array<ArrayBuffer>, most: number): Press<Words> {
  const kept = new Map<string, { hash: string; pdf: Promise<Uint8Array<ArrayBuffer>> }>()
  return (key, words, at) => {
    const hash = createHash('sha256').update(JSON.stringify(words)).digest('base64')
    const last = kept.get(key)
    const entry = last?.hash === hash ? last : { hash, pdf: Promise.resolve().then(() => set(words, at)) }
    kept.delete(key)
    kept.set(key, entry)
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    return entry.pdf
  }
}
