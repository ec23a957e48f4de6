import { createHash } from 'node:crypto'
import { newId } from '@medspil/db'
import { type NewMessage, saveSentMessage } from '@medspil/db/letter'
import { type Job, once } from './job.ts'

/** How somebody can be reached; empty where unknown. */
export interface Reachable { mail: string | null; phone: string | null }

/** Words for both channels. `address` is put into them while sending and is not kept, as it may carry a secret. */
export interface Words { subject: string; mail: string; sms: string }

/**
 * Sends the same news by mail and SMS to each receiver, each once. One channel that is away does not hold up the other: the
 * job throws at the end and the next run sends what is missing.
 * @param say makes the words for an address; called again with a placeholder for the copy that is kept
 */
export async function sendMessages(
  job: Job, about: Pick<NewMessage, 'personId' | 'foreningId' | 'purpose' | 'language'>, receivers: readonly Reachable[], address: string, say: (address: string) => Words,
): Promise<void> {
  const words = say(address)
  const kept = say('[link]')
  const failures: unknown[] = []
  for (const [channel, receiver] of receivers.flatMap(channelsOf)) {
    const key = `${channel}-${job.id}-${shortHash(receiver)}`
    const send = () => channel === 'mail'
      ? job.gateways.messages.mail({ id: key, to: receiver, subject: words.subject, text: words.mail })
      : job.gateways.messages.sms({ id: key, to: receiver, text: words.sms })
    const note: NewMessage = { id: newId(), ...about, channel, receiver, subject: channel === 'mail' ? kept.subject : null, body: channel === 'mail' ? kept.mail : kept.sms }
    await once(job, key, send, (tx) => saveSentMessage(tx, note)).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some messages were not handed over')
}

function channelsOf({ mail, phone }: Reachable): ['mail' | 'sms', string][] {
  return [...(mail ? [['mail', mail] as ['mail', string]] : []), ...(phone ? [['sms', phone] as ['sms', string]] : [])]
}

/** Tells receivers of one job apart without writing their number or mail into a key. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
