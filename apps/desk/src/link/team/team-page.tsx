import { isNotFound, useTRPC } from '@medspil/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ErrandProps } from '../pages.ts'
import { Loaded } from '../problem.tsx'
import { useSilence } from '../use-kept-list.ts'
import { keepPageOffline } from './shelf.ts'
import { TodaysTeam } from './todays-team.tsx'

/** Behind a link for one team. Without a network it shows the list as it was last seen on this phone. */
export default function TeamPage({ kommune, kept }: ErrandProps) {
  const list = useQuery(useTRPC().attendance.list.queryOptions({}))
  const isSilent = useSilence(list)
  useEffect(() => {
    if (list.data) kept.keep({ kommune, team: list.data })
    if (isNotFound(list.error)) kept.forget()
  }, [kommune, kept, list.data, list.error])
  const isShown = list.data !== undefined
  useEffect(() => {
    if (isShown) void keepPageOffline()
  }, [isShown])
  const fallback = isSilent && !isNotFound(list.error) ? kept.list?.team : undefined
  return <Loaded query={{ ...list, data: list.data ?? fallback }}>{(team) => <TodaysTeam team={team} isKept={!isShown} />}</Loaded>
}
