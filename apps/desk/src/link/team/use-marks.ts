import { isNotFound, newId, useTRPC, useTRPCClient } from '@medspil/client'
import type { AppError } from '@medspil/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { addToQueue, readQueue, sendQueue } from './mark-queue.ts'
import type { QueuedMark } from './mark-queue.ts'

/** How often waiting marks are tried while the page is open: phones do not always tell when the network is back. */
const retryMs = 10_000

/** Silence, a server in trouble, and a link that ended: the next try or the next link to the team sends the mark. */
const keeps = (error: unknown) => {
  const status = (error as AppError).data?.httpStatus
  return status === undefined || status >= 500 || status === 429 || status === 404
}

/**
 * Marks of one team on this phone: kept before they are sent, sent again on reconnect, on opening and now and then.
 * iOS has no sending in the background, so the page does it while it is open.
 */
export function useMarks(offerId: string) {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [queue, setQueue] = useState(() => readQueue(offerId, localStorage))
  const [isOffline, setOffline] = useState(false)
  const [refused, setRefused] = useState<AppError | null>(null)
  const sending = useRef(false)

  const send = useCallback(async () => {
    if (sending.current || readQueue(offerId, localStorage).length === 0) return
    sending.current = true
    const outcome = await sendQueue(offerId, localStorage, (mark) => client.attendance.mark.mutate({ offerId, ...mark }), keeps)
    sending.current = false
    setOffline(outcome.stoppedBy !== null && !isNotFound(outcome.stoppedBy))
    const problem = outcome.refused[0] ?? (isNotFound(outcome.stoppedBy) ? outcome.stoppedBy : null)
    if (problem) setRefused(problem as AppError)
    // The list first: a row must not fall back to an older mark between leaving the queue and being read again.
    if (outcome.stoppedBy === null) await cache.invalidateQueries({ queryKey: trpc.attendance.list.queryKey() })
    setQueue(readQueue(offerId, localStorage))
  }, [offerId, client, cache, trpc])

  useEffect(() => {
    const again = () => void send()
    again()
    addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    const timer = setInterval(again, retryMs)
    return () => {
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
      clearInterval(timer)
    }
  }, [send])

  const mark = (made: Pick<QueuedMark, 'rowId' | 'day' | 'timeFrom' | 'mark'>) => {
    setRefused(null)
    setQueue(addToQueue(offerId, { ...made, requestId: newId(), markedAt: new Date().toISOString() }, localStorage))
    void send()
  }
  return { queue, isOffline, refused, mark }
}
