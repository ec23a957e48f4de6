import { type AppError, isUnanswered, useOnce, useTRPC } from '@medspil/client'
import type { SignupReceipt } from '@medspil/contracts/signup'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { childSignupId, forgetChildSignupIds } from './child-signup-ids.ts'

/** Pauses before the same request is sent again, ms; a little chance on top keeps a thousand families from knocking together. */
const pauses = [1000, 2000, 4000, 8000]
const shouldRetry = (error: AppError | null): boolean => error !== null && (isUnanswered(error) || (error.data?.httpStatus ?? 0) >= 500 || error.data?.code === 'CONFLICT')

/** How a request stands: `working` also between two tries. */
export interface TakePlaces { send: (acceptsClash: boolean) => void; error: AppError | null; isWorking: boolean; isSlow: boolean }

/**
 * Asks for a place for one child, or for several together. Under load it goes on by itself with the same id: a second try
 * is the same wish in the same line, never a second place.
 * @param friendGroupId asks for the whole friend group that the children go with
 */
export function useTakePlaces(offerId: string, childIds: readonly string[], onDone: (receipts: SignupReceipt[]) => void, friendGroupId: string | null = null): TakePlaces {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const key = [...childIds].sort().join(',')
  const one = useOnce(`signup.request:${offerId}:${key}`, trpc.signup.request.mutationOptions())
  const many = useOnce(`signup.requestTogether:${offerId}:${key}`, trpc.signup.requestTogether.mutationOptions())
  const friends = useOnce(`signup.requestWithFriends:${offerId}:${friendGroupId}`, trpc.signup.requestWithFriends.mutationOptions())
  const [tries, setTries] = useState(0)
  const [since, setSince] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const isSlow = useSlow(since)
  const error = friendGroupId !== null ? friends.error : childIds.length > 1 ? many.error : one.error

  const settle = async (receipts: SignupReceipt[]) => {
    forgetChildSignupIds(offerId, childIds)
    // What was pressed stays as it was until the next page is there; everything else is read anew where it is shown again.
    await queries.invalidateQueries({ refetchType: 'none' })
    await queries.refetchQueries(trpc.signup.mine.pathFilter())
    onDone(receipts)
  }
  const attempt = (acceptsClash: boolean, number: number) => {
    setTries(number)
    const onError = (problem: AppError) => {
      const pause = pauses[number]
      if (!shouldRetry(problem) || pause === undefined) return setSince(null)
      timer.current = setTimeout(() => attempt(acceptsClash, number + 1), pause + Math.random() * pause)
    }
    const [only] = childIds
    if (friendGroupId !== null) friends.mutate({ offerId, acceptsClash, groupId: friendGroupId }, { onError, onSuccess: (receipts) => void settle(receipts) })
    else if (childIds.length === 1 && only !== undefined) one.mutate({ offerId, acceptsClash, childId: only }, { onError, onSuccess: (receipt) => void settle([receipt]) })
    else many.mutate({ offerId, acceptsClash, children: childIds.map((childId) => ({ childId, signupId: childSignupId(offerId, childId) })) }, { onError, onSuccess: (receipts) => void settle(receipts) })
  }
  return {
    send: (acceptsClash) => { setSince(Date.now()); attempt(acceptsClash, 0) },
    isWorking: since !== null, isSlow: isSlow || tries > 0, error: since === null ? error : null,
  }
}

/** True when two seconds have passed since a moment: only then is there something to say. */
function useSlow(since: number | null): boolean {
  const [slowSince, setSlowSince] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return
    const timer = setTimeout(() => setSlowSince(since), 2000)
    return () => clearTimeout(timer)
  }, [since])
  return since !== null && slowSince === since
}
