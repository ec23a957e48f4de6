import { type AppError, whyNotOf } from '@medspil/client'

const changes: ReadonlySet<string> = new Set(['nothing-owed', 'bank-still-looks', 'owed-changed', 'still-owed'])

/** True when a refusal says that what is owed is not what was shown. Every other failure leaves it, and asking again is one more look in the family's log. */
export const hasOwedChanged = (error: AppError): boolean => error.data?.code === 'NOT_FOUND' || changes.has(whyNotOf(error)?.reason ?? '')
