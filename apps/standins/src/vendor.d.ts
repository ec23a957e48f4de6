/** The two packages below ship no types; only what the stand-ins use is described. */

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface KoaContext {
    path: string
    status: number
    body: unknown
    req: IncomingMessage
    res: ServerResponse
    respond?: boolean
    get(header: string): string
    set(header: string, value: string): void
    response: { get(header: string): string | undefined }
    oidc: {
      route: string
      params?: Record<string, unknown>
      result?: { login?: { accountId: string } }
      client?: { clientId: string }
      session?: { accountId?: string; grantIdFor(clientId: string): string | undefined }
      account?: { accountId: string }
      provider: Provider
    }
  }

  export interface InteractionDetails {
    uid: string
    params: Record<string, unknown>
    prompt: { name: string }
  }

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    readonly issuer: string
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>
    use(middleware: (ctx: KoaContext, next: () => Promise<void>) => Promise<void>): void
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<InteractionDetails>
    interactionFinished(req: IncomingMessage, res: ServerResponse, result: Record<string, unknown>): Promise<void>
    on(event: string, listener: (...args: unknown[]) => void): void
    Grant: new (properties: { clientId: string; accountId: string }) => {
      addOIDCScope(scope: string): void
      save(): Promise<string>
    }
  }

  export namespace interactionPolicy {
    class Check {
      constructor(reason: string, description: string, check: (ctx: KoaContext) => boolean)
      static readonly REQUEST_PROMPT: true
      static readonly NO_NEED_TO_PROMPT: false
    }
    function base(): Array<unknown> & { get(name: string): { checks: { add(check: Check): void } } }
  }
}

declare module 'mailparser' {
  export interface ParsedMail {
    subject?: string
    text?: string
    html: string | false
    from?: { text: string }
    messageId?: string
  }
  export function simpleParser(source: NodeJS.ReadableStream | string | Buffer): Promise<ParsedMail>
}
