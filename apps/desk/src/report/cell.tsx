import { formatCount, HiddenCell } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'

/** A count, or the word that it is hidden. */
export function Cell({ count }: { count: number | null }) {
  return count === null ? <HiddenCell>Skjult</HiddenCell> : <>{formatCount(count)}</>
}

/** What the stages are called. */
export const stageNames = { met: 'Mødt', granted: 'Bevilget', 'signed-up': 'Tilmeldt', redeemed: 'Indløst', 'first-training': 'Første træning' } as const

/** What a check is called. */
export const sayMonths = (months: number): string => (months === 6 ? 'Et halvt år' : counted(months, 'måned', 'måneder'))

/** `70 %` of two counts; null when one is hidden or there is none. */
export const percentOf = (part: number | null, whole: number | null): number | null => (part === null || !whole ? null : Math.round((part * 100) / whole))
