import type { AppRouter } from '@medspil/api/router'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import type { TRPCClient } from '@trpc/client'
import { transformer } from './transformer.ts'

/** Which server, which kommune and which of our frontends is speaking. */
export interface ClientSettings {
  /** Origin of the API without a closing slash; empty for the page's own. */
  baseUrl: string
  /** Path word of the kommune (`slagelse`); null on pages that belong to none. */
  kommuneKey: string | null
  app: 'family' | 'desk' | 'link'
  /** The secret of a one-use link, from the address' fragment. It travels in a header, never in an address. */
  linkToken?: string
}

/**
 * The typed client. Queries go by POST too, since an address must not carry personal data, and travel together;
 * each mutation travels alone, so that trying one again repeats nothing else.
 */
export function createClient(settings: ClientSettings): TRPCClient<AppRouter> {
  const headers: Record<string, string> = { 'medspil-app': settings.app }
  if (settings.kommuneKey) headers['medspil-kommune'] = settings.kommuneKey
  if (settings.linkToken) headers['medspil-link'] = settings.linkToken
  const options = { url: `${settings.baseUrl}/trpc`, transformer, methodOverride: 'POST' as const, headers: () => headers }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'mutation',
        true: httpLink(options),
        // The server refuses more than 20 calls in one request.
        false: httpBatchLink({ ...options, maxItems: 20 }),
      }),
    ],
  })
}
