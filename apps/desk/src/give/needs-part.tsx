import type { OpenDoor } from '@medspil/contracts/application'
import type { SupportKind } from '@medspil/domain/ordning'
import { ChoiceGroup, ExampleTag, Money } from '@medspil/ui'
import { counted } from '@medspil/wording/counted'
import { supportNames } from '@medspil/wording/letter'
import { fields } from './draft.ts'
import type { PartProps } from './draft.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function SumHint(props: { support: OpenDoor['supports'][number] }) {
  const { most, isEksempel } = props.support
  if (most === null) return null
  return <>Højst <Money ore={most} /> {isEksempel && <ExampleTag>eksempel</ExampleTag>}</>
}

/** What the child needs: each purse and each kind of help that the ordning has. */
export function NeedsPart({ firstName, door, draft, onChange, errorOf }: PartProps) {
  return (
    <>
      <ChoiceGroup<SupportKind>
        many name={fields.supports} heading="h2" label={`Hvad har ${firstName} brug for?`} error={errorOf(fields.supports)}
        hint={door.together === null ? undefined : <>I alt højst <Money ore={door.together} /></>}
        value={draft.supports} onChange={(supports) => onChange({ supports })}
        choices={door.supports.map((support) => ({
          value: support.kind, text: capital(supportNames[support.kind]), hint: support.most === null ? undefined : <SumHint support={support} />,
        }))}
      />
      {door.months.length > 1 && (
        <ChoiceGroup
          name={fields.months} heading="h2" label="Hvor længe?" pair error={errorOf(fields.months)}
          value={draft.months} onChange={(months) => onChange({ months })}
          choices={door.months.map((months) => ({ value: String(months), text: counted(months, 'måned', 'måneder') }))}
        />
      )}
    </>
  )
}
