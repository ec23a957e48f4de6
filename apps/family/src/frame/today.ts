import { localParts } from '@medspil/ui'

/** Today in Denmark, ISO, wherever the phone is. */
export const todayHere = (): string => localParts(new Date().toISOString())[0]
