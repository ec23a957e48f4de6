import { useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'

/**
 * Who is logged in here. `id` is null for a visitor and for somebody who is no family member; undefined until the server
 * has answered.
 */
export function useMe(): { id: string | null | undefined; name: string | null; again: () => Promise<unknown> } {
  const me = useQuery(useTRPC().access.whoAmI.queryOptions())
  const family = me.data?.kind === 'family' ? me.data : null
  return {
    id: me.isPending ? undefined : family?.id ?? null,
    name: family?.name ?? null,
    again: () => me.refetch(),
  }
}
