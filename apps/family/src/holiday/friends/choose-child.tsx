import { Trans } from '@lingui/react/macro'
import type { FriendsView } from '@medspil/contracts/holiday-program'
import { ChoiceGroup } from '@medspil/ui'

/** Which of my children goes along; nothing to choose when there is one. */
export function ChooseChild({ name, free, value, onChange }: { name: string; free: FriendsView['free']; value: string; onChange: (childId: string) => void }) {
  if (free.length === 1) return <p><b><Trans><bdi>{free[0]!.firstName}</bdi> går med.</Trans></b></p>
  return <ChoiceGroup name={name} label={<Trans>Hvem går med?</Trans>} choices={free.map(({ childId, firstName }) => ({ value: childId, text: <bdi>{firstName}</bdi> }))} value={value} onChange={onChange} />
}
