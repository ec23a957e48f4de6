import { connect, type Socket } from 'node:net'

/** An answer as it came; status 0 when the connection ended before it. */
export interface WireAnswer { status: number; body: string }

/**
 * One kept connection that sends a request at a time. Hand-made on a socket: the client shares the machine with what it
 * measures, and a general client costs as much as the server does.
 */
export class Wire {
  readonly #port: number
  #socket: Socket | null = null
  #seen = ''
  #answered: ((answer: WireAnswer) => void) | null = null

  constructor(port: number) { this.#port = port }

  /** Sends a whole request and waits for its answer; never throws. */
  send(request: string, patience = 15_000): Promise<WireAnswer> {
    return new Promise((resolve) => {
      const socket = this.#socket ?? this.#open()
      const timer = setTimeout(() => socket.destroy(), patience)
      this.#answered = (answer) => { clearTimeout(timer); this.#answered = null; resolve(answer) }
      socket.write(request)
    })
  }

  close(): void { this.#socket?.destroy() }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    this.#socket = socket
    this.#seen = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => { this.#seen += chunk; this.#read(socket) })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null
      this.#answered?.({ status: 0, body: '' })
    })
    return socket
  }

  #read(socket: Socket): void {
    const end = this.#seen.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#seen.slice(0, end)
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    let body: string
    if (length !== undefined) {
      if (this.#seen.length < end + 4 + Number(length)) return
      body = this.#seen.slice(end + 4, end + 4 + Number(length))
    } else {
      if (!this.#seen.endsWith('0\r\n\r\n')) return
      body = unchunked(this.#seen.slice(end + 4))
    }
    this.#seen = ''
    const status = Number(head.slice(9, 12))
    if (/connection: close/i.test(head)) { this.#socket = null; socket.end() }
    this.#answered?.({ status, body: Buffer.from(body, 'latin1').toString('utf8') })
  }
}

function unchunked(text: string): string {
  let [rest, whole] = [text, '']
  for (;;) {
    const end = rest.indexOf('\r\n')
    const size = Number.parseInt(rest.slice(0, end), 16)
    if (!size) return whole
    whole += rest.slice(end + 2, end + 2 + size)
    rest = rest.slice(end + 4 + size)
  }
}

/** Who sends: a family by the cookie of its login, or a forening by the secret of its link. */
export type Sender = { kommuneKey: string } & ({ token: string } | { link: string })

/** A mutation as the family's or the desk's own client sends it. @param port of the API, which is in its host name too */
export function mutationText(port: number, procedure: string, sender: Sender, input: object): string {
  const body = JSON.stringify(input)
  const app = 'token' in sender ? 'family' : 'desk'
  const host = `${app}.localhost:${port}`
  const who = 'token' in sender ? `cookie: __Host-medspil-family=${sender.kommuneKey}.${sender.token}` : `medspil-link: ${sender.link}`
  return `POST /trpc/${procedure} HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\nmedspil-app: ${app}\r\n`
    + `medspil-kommune: ${sender.kommuneKey}\r\n${who}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
