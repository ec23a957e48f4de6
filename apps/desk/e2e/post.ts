import { product } from '@medspil/testing/browser'
import { expect } from 'vitest'

interface Message { kind: 'mail' | 'sms' | 'digital-post'; to: string; subject: string; text: string; links: string[]; id: string }

const all = async (): Promise<Message[]> => (await fetch(`${product.standins}/inbox.json`)).json() as Promise<Message[]>

/** The stand-ins' inbox from now on. */
export async function watchPost() {
  const before = new Set((await all()).map(({ id }) => id))
  const arrived = async (fits: (message: Message) => boolean) => (await all()).filter((message) => !before.has(message.id) && fits(message))
  return {
    arrived,
    /** The messages that fit, newest first, once there are as many as wanted. Ticks come every quarter of a minute, and the first ones after months were jumped over take longer. */
    async wait(what: string, fits: (message: Message) => boolean, atLeast = 1): Promise<Message[]> {
      await expect.poll(async () => (await arrived(fits)).length, { timeout: 150_000, interval: 500, message: what }).toBeGreaterThanOrEqual(atLeast)
      return arrived(fits)
    },
  }
}

/** The one address a message carries. */
export function linkIn({ links }: Pick<Message, 'links'>): string {
  const [link] = links
  if (links.length !== 1 || !link) throw new Error(`a message with ${links.length} links`)
  return link
}
