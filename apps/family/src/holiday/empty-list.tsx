import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button, EmptyState } from '@medspil/ui'
import type { ChoiceKind } from './find-activities.ts'

/** Nothing fits: says which single choice to let go of and how much comes back, so that nobody stands at a wall. */
export function EmptyList(props: { ways: readonly { kind: ChoiceKind; count: number }[]; onLoosen: (kind: ChoiceKind) => void; onClear: () => void }) {
  const { ways, onLoosen, onClear } = props
  const names = useChoiceNames()
  return (
    <EmptyState pictogram="soeg" title={<Trans>Ingen aktiviteter passer til alle valg</Trans>}>
      {ways.length === 0 && <p><Trans>Det er flere valg på én gang, der ikke passer sammen.</Trans></p>}
      <div className="stack">
        {ways.slice(0, 3).map(({ kind, count }) => (
          <Button key={kind} kind="secondary" wide onClick={() => onLoosen(kind)}>{names[kind]}: <Plural value={count} one="# aktivitet" other="# aktiviteter" /></Button>
        ))}
        <Button kind="secondary" wide onClick={onClear}><Trans>Fjern alle valg</Trans></Button>
      </div>
    </EmptyState>
  )
}

function useChoiceNames(): Record<ChoiceKind, string> {
  const { t } = useLingui()
  return {
    days: t`Alle dage`, time: t`Hele dagen`, areas: t`Alle områder`, topics: t`Alle slags`, needs: t`Uden særlige behov`, free: t`Også det fyldte`,
    noCost: t`Også det, der koster`, kept: t`Ikke kun det huskede`, text: t`Uden søgeord`, all: t`Også andre aldre`,
  }
}
