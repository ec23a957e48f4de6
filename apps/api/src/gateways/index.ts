import type { Checkouts } from './checkout.ts'
import type { PersonRegistry } from './person-registry.ts'
import type { Transfers } from './stripe.ts'

/** The outside world. Called by the worker, webhooks and login only, or before a transaction; never inside one. */
export interface Gateways {
  personRegistry: PersonRegistry
  transfers: Transfers
  checkouts: Checkouts
  messages: Messages
}

/** Ways to reach people. Each answers when the message was handed over, and throws Unavailable otherwise. */
export interface Messages {
  /** @param message.id the provider drops a second message with the same id */
  mail(message: { id: string; to: string; subject: string; text: string }): Promise<void>
  sms(message: { id: string; to: string; text: string }): Promise<void>
  /** Digital Post: the legal copy. @param message.pdf the letter, tagged PDF */
  digitalPost(message: { id: string; cpr: string; title: string; pdf: Uint8Array }): Promise<'delivered' | 'exempt'>
}

export type { Checkouts, PersonRegistry, Transfers }
