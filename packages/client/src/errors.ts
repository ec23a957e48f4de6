import type { AppRouter } from '@medspil/api/router'
import { TRPCClientError } from '@trpc/client'
import type { TRPCClientErrorLike } from '@trpc/client'

/** An error as a screen meets it: answered by the server (`data`), or not answered at all (`data` empty). */
export type AppError = TRPCClientErrorLike<AppRouter>

/** Why the server said no, with the facts the sentence needs; null when it did not say no. */
export type WhyNotAnswered = NonNullable<AppError['data']>['whyNot']

/** The reason for a no, or null. */
export function whyNotOf(error: AppError | null): WhyNotAnswered {
  return error?.data?.whyNot ?? null
}

/** The number to give on the phone when something broke, or null. */
export function incidentOf(error: AppError | null): string | null {
  return error?.data?.incident ?? null
}

/** True when no answer came: no network, or a server that could not be reached. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError && !error.data
}

/** True when there is no such page for this reader; a locked door looks the same. */
export function isNotFound(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === 'NOT_FOUND'
}

/**
 * True when a query leaves nothing to show: no answer has come yet, or the door is locked now. A page that is shown stays when
 * it could not be read again: taking it away would take what somebody types or is about to press.
 */
export function hasNoPage<Query extends { isError: boolean; data: unknown; error: unknown }>(query: Query): query is Extract<Query, { isError: true }> {
  return query.isError && (query.data === undefined || isNotFound(query.error))
}

/**
 * What it means that a list lacks what is looked for. A list from before may be older than what was just made, so it is believed
 * only once it was read while the page stands and no reading failed: `asking` waits for that, `unanswered` is to be tried again.
 */
export function whyMissing(list: { isFetching: boolean; isFetchedAfterMount: boolean; isPaused: boolean; isError: boolean }): 'asking' | 'unanswered' | 'none' {
  const mayBeOld = list.isError || !list.isFetchedAfterMount
  if (list.isFetching && mayBeOld) return 'asking'
  return list.isError || (list.isPaused && mayBeOld) ? 'unanswered' : 'none'
}
