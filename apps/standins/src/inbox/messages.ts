import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { holdsCpr } from '../cpr.ts'
import type { Store } from '../store.ts'

/** What Medspil sent to somebody, newest last in the store. */
export type Message = {
  id: string
  kind: 'mail' | 'sms' | 'digital-post'
  /** Mail address, phone number or, for Digital Post, the receiver's CPR or CVR masked to its last four digits. */
  to: string
  from: string
  subject: string
  text: string
  /** http(s) addresses found in the text, in order, each once. */
  links: string[]
  /** Simulated ISO time of arrival. */
  at: string
  /** Set when the message was refused; it is kept, so that somebody sees it. */
  refused: null | 'holds-cpr'
  /** Sender's own id; the same id is taken once. */
  reference: string | null
}

/** What a sender hands in. `reference` makes a repeated sending count once. */
export type Letterbox = {
  deliver(message: Pick<Message, 'kind' | 'to' | 'from' | 'subject' | 'text'> & { reference?: string | undefined; pdf?: Uint8Array | undefined }): Message
  /** Newest first. `to` is an exact receiver; receivers of mail are compared in lower case. */
  list(filter?: { to?: string | undefined; kind?: string | undefined }): Message[]
  pdf(id: string): Uint8Array | undefined
  receivers(): string[]
  clear(): void
}

/** The addresses in a text, trailing punctuation left out. */
export function linksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) => link.replace(/[.,;:!?]+$/, '')))]
}

/** All that was sent, kept in `store`. */
export function openLetterbox(store: Store, clock: Clock): Letterbox {
  const kept = store.collection<Message>('message')
  const pdfs = store.collection<string>('message-pdf')
  return {
    deliver({ reference, pdf, ...given }) {
      const before = reference === undefined ? undefined : kept.all().find(one => one.reference === reference && one.kind === given.kind)
      if (before) return before
      const refused = holdsCpr(`${given.subject}\n${given.text}`) ? 'holds-cpr' as const : null
      const message: Message = {
        ...given, id: randomUUID(), links: linksIn(given.text), at: new Date(clock.now()).toISOString(), refused, reference: reference ?? null,
      }
      if (pdf) pdfs.put(message.id, Buffer.from(pdf).toString('base64'))
      return kept.put(message.id, message)
    },
    list({ to, kind } = {}) {
      return kept.all().reverse().filter(one => (!to || one.to.toLowerCase() === to.toLowerCase()) && (!kind || one.kind === kind))
    },
    pdf(id) {
      const text = pdfs.get(id)
      return text === undefined ? undefined : Buffer.from(text, 'base64')
    },
    receivers: () => [...new Set(kept.all().map(one => one.to))].sort(),
    clear() {
      for (const { id } of kept.all()) {
        kept.remove(id)
        pdfs.remove(id)
      }
    },
  }
}
