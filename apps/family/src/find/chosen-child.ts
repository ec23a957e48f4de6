import { hasNoPage, useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** A child of the one who is logged in, as lists and headings name it. */
export interface ChosenChild { id: string; firstName: string; years: number }

/**
 * Whom the page is for: the child in the address (`?barn=`), else the first of my children. `children` is empty without
 * a login, and everything still shows as for everybody.
 */
export function useChosenChild() {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const { barn } = useSearch({ strict: false }) as { barn?: string }
  const who = useQuery(trpc.access.whoAmI.queryOptions())
  const isFamily = who.data?.kind === 'family'
  const mine = useQuery(trpc.application.myChildren.queryOptions(undefined, { enabled: isFamily }))
  const children = (mine.data ?? []).map(({ childId, firstName, age }): ChosenChild => ({ id: childId, firstName, years: age }))
  const child = children.find(({ id }) => id === barn) ?? children[0] ?? null
  return {
    child, children,
    /** Whether it is known yet who asks; lists wait for it, so that they are fetched once. */
    isKnown: who.isError || (who.isSuccess && (!isFamily || mine.isSuccess || mine.isError)),
    isLoggedIn: isFamily,
    /** Asks again, when nobody answered whose children they are; null otherwise. */
    again: hasNoPage(who) ? () => void who.refetch() : hasNoPage(mine) ? () => void mine.refetch() : null,
    choose: (childId: string) => void navigate({ to: '.', search: (before: object) => ({ ...before, barn: childId }), replace: true } as never),
  }
}
