import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Letterbox } from './messages.ts'

/**
 * Receives mail on loopback. A mail holding a CPR is answered with 554, so that the sender's queue sees a lasting
 * refusal, and is still shown in the inbox.
 */
export async function startSmtp(letterbox: Letterbox, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then(
        mail => {
          const text = mail.text ?? (mail.html === false ? '' : mail.html)
          const taken = session.envelope.rcptTo.map((receiver, at) => letterbox.deliver({
            kind: 'mail', to: receiver.address.toLowerCase(), from: mail.from?.text ?? '', subject: mail.subject ?? '', text,
            reference: mail.messageId === undefined ? undefined : `${mail.messageId}:${at}`,
          }))
          if (taken.some(one => one.refused)) done(Object.assign(new Error('Message holds a CPR number'), { responseCode: 554 }))
          else done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
