import nodemailer from 'nodemailer'
import { Unavailable } from '../errors.ts'
import { circuitBreaker } from './breaker.ts'
import type { Messages } from './index.ts'
import { postJson } from './post-json.ts'

interface Options {
  smtpUrl: string
  sms: { url: string; secret: string }
  digitalPost: { url: string; secret: string }
  /** Domain of our own in message ids and the sender's address. */
  domain: string
}

const sender = 'Medspil'

/** Mail by SMTP, SMS and Digital Post by HTTP. Each provider drops a second message with the same id. */
export function messageClient({ smtpUrl, sms, digitalPost, domain }: Options): Messages {
  const transport = nodemailer.createTransport({ url: smtpUrl, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000 })
  const mailBox = circuitBreaker('mail')
  const phone = circuitBreaker('SMS')
  const postBox = circuitBreaker('Digital Post')
  return {
    mail: ({ id, to, subject, text }) => mailBox(async () => {
      await transport.sendMail({ from: { name: sender, address: `svar-ikke@${domain}` }, to: { name: '', address: to }, subject, text, messageId: `<${id}@${domain}>` })
        .catch((error: Error & { responseCode?: number }) => { throw (error.responseCode ?? 0) >= 500 ? error : new Unavailable('mail', error) })
    }),
    sms: ({ id, to, text }) => phone(async () => {
      const { status } = await postJson('SMS', sms.url, sms.secret, { to, from: sender, text, reference: id })
      if (status >= 400) throw new Error(`the SMS was refused with ${status}`)
    }),
    digitalPost: ({ id, cpr, title, pdf }) => postBox(async () => {
      const { status, answer } = await postJson('Digital Post', digitalPost.url, digitalPost.secret, {
        to: cpr, from: sender, subject: title, text: 'Brevet ligger som PDF.', pdf: Buffer.from(pdf).toString('base64'), reference: id,
      })
      if (status === 409 || (answer as { exempt?: unknown } | null)?.exempt === true) return 'exempt'
      if (status >= 400) throw new Error(`Digital Post was refused with ${status}`)
      return 'delivered'
    }),
  }
}
