import { Trans } from '@lingui/react/macro'
import { hasNoPage, useTRPC, whyMissing } from '@medspil/client'
import { Page, Waiting } from '@medspil/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { todayHere } from '../frame/today.ts'
import { NotFoundPage, UnansweredPage } from '../frame/stray-pages.tsx'
import { EndedSignup } from './ended-signup.tsx'
import { InLine } from './in-line.tsx'
import { OfferedPlace } from './offered-place.tsx'
import { WithPlace } from './with-place.tsx'

const withPlace: readonly string[] = ['seat-held', 'requested', 'confirmed', 'started', 'awaiting-payment']

/** One sign-up, whatever its state: a place, a place to answer, a number in the line, or an end. */
export function MySignupPage() {
  const { signupId } = useParams({ strict: false }) as { signupId: string }
  const trpc = useTRPC()
  // A place held for payment ends by the server's clock; the page follows by itself.
  const mine = useQuery(trpc.signup.mine.queryOptions({}, { refetchInterval: ({ state: { data } }) => (data?.some(({ id, heldUntil }) => id === signupId && heldUntil !== null) ? 15_000 : false) }))
  if (hasNoPage(mine)) return <UnansweredPage onRetry={() => void mine.refetch()} />
  const signup = mine.data?.find(({ id }) => id === signupId)
  if (!mine.data || (!signup && whyMissing(mine) === 'asking')) return <Page><Waiting><Trans>Henter tilmeldingen</Trans></Waiting></Page>
  if (!signup) return whyMissing(mine) === 'unanswered' ? <UnansweredPage onRetry={() => void mine.refetch()} /> : <NotFoundPage />
  const group = signup.groupId === null ? [signup] : mine.data.filter(({ groupId, state }) => groupId === signup.groupId && state === signup.state)
  const isOver = signup.offer.isHoliday && signup.offer.lastDay < todayHere()
  if (signup.state === 'waiting' && !isOver) return <InLine signup={signup} group={group} />
  if (signup.state === 'offered') return <OfferedPlace signup={signup} group={group} />
  return withPlace.includes(signup.state) ? <WithPlace signup={signup} group={group} receivedAt={mine.dataUpdatedAt} /> : <EndedSignup signup={signup} />
}
