import { useLingui } from '@lingui/react/macro'
import type { FriendGroupView } from '@medspil/contracts/holiday-program'
import { formatNames, useLanguage } from '@medspil/ui'

/** Says the names of some children of a group; one that is sheltered is just a child. */
export function useFriendNames(): (names: readonly (string | null)[]) => string {
  const { t } = useLingui()
  const language = useLanguage()
  return (names) => formatNames(names.map((name) => name ?? t`et barn`), language)
}

/** Who goes along in a group now: my own children and those of the other families. */
export const goingAlong = ({ mine, others }: FriendGroupView) => ({ mine: mine.filter(({ hasLeft }) => !hasLeft), others: others.filter(({ hasLeft }) => !hasLeft) })
