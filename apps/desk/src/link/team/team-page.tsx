import { isNotFound, useTRPC } from '@medspil/client'
import { useWorthWaiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ErrandProps } from '../pages.ts'
import { Loaded } from '../problem.tsx'
import { useSilence } from '../use-kept-list.ts'
import { keepPageOffline } from './shelf.ts'
import { TodaysTeam } from './todays-team.tsx'

/** How often the list is read again while it lies open: late sign-ups and words of absence come while children arrive. */
const freshMs = 60_000

/** Behind a link for one team. Without a network it shows the list as it was last seen on this phone, and no care note. */
export default function TeamPage({ kommune, kept }: ErrandProps) {
  const trpc = useTRPC()
  const [meeting, setMeeting] = useState<{ day: string; timeFrom: string } | null>(null)
  const list = useQuery(trpc.attendance.list.queryOptions(meeting ?? {}, { refetchInterval: freshMs, placeholderData: (before) => before }))
  // Held in this page's memory alone: it is gone with the page, and a phone that is passed on has nothing of it.
  const care = useQuery(trpc.care.ofTeam.queryOptions(undefined, { enabled: list.data?.isHoliday === true, refetchInterval: freshMs, gcTime: 0 }))
  const isSilent = useSilence(list)
  useEffect(() => {
    if (list.data && meeting === null) kept.keep({ kommune, team: list.data })
    if (isNotFound(list.error)) kept.forget()
  }, [kommune, kept, list.data, list.error, meeting])
  const isShown = list.data !== undefined
  useEffect(() => {
    if (isShown) void keepPageOffline()
  }, [isShown])
  const fallback = isSilent && !isNotFound(list.error) ? kept.list?.team : undefined
  // The notes make the rows taller: a list that stands before them would move under the thumb that marks.
  const awaitsNotes = useWorthWaiting(!isSilent && care.isLoading && care.failureCount === 0)
  return (
    <Loaded query={{ ...list, data: awaitsNotes ? undefined : list.data ?? fallback }}>
      {(team) => <TodaysTeam key={`${team.day} ${team.timeFrom}`} team={team} care={isNotFound(care.error) ? undefined : care.data} isKept={!isShown} onMeeting={setMeeting} />}
    </Loaded>
  )
}
