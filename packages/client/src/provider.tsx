import type { AppRouter } from '@medspil/api/router'
import { hashKey, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { createClient } from './create-client.ts'
import type { ClientSettings } from './create-client.ts'
import { isUnanswered } from './errors.ts'
import { transformer } from './transformer.ts'

const context = createTRPCContext<AppRouter>()

/** The procedures as TanStack Query options: `useQuery(useTRPC().offer.list.queryOptions({ … }))`. */
export const useTRPC = context.useTRPC

/** The plain client, for the few calls outside a component's life. */
export const useTRPCClient = context.useTRPCClient

/**
 * One client and one cache for one kommune; give it `key={kommuneKey}`, so that no answer is ever shown under another
 * kommune's name. The cache lives in memory alone: families share phones.
 */
export function MedspilProvider(props: ClientSettings & { children: ReactNode }) {
  const { children, ...settings } = props
  const [client] = useState(() => createClient(settings))
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>{children}</context.TRPCProvider>
    </QueryClientProvider>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A question may carry øre, which JSON cannot write.
        queryKeyHashFn: (key) => hashKey([transformer.serialize(key)]),
        // Silence may be a tunnel; an answer, also a no, stays the same when asked again.
        retry: (failures, error) => failures < 2 && isUnanswered(error),
        // Tries even when the phone believes it is offline, so that the page can say what is wrong.
        networkMode: 'offlineFirst',
      },
    },
  })
}
