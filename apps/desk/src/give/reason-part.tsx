import { ChoiceGroup, TextArea, TextField } from '@medspil/ui'
import { fields } from './draft.ts'
import type { PartProps } from './draft.ts'

/** Why, as choices and one line; what the child would like, in its own words. Never a diagnosis. */
export function ReasonPart({ firstName, door, draft, onChange, errorOf, askOpenCase }: PartProps & { askOpenCase: boolean }) {
  return (
    <>
      {door.chips.length > 0 && (
        <ChoiceGroup
          many name="hvorfor" heading="h2" label="Hvorfor?" value={draft.chips} onChange={(chips) => onChange({ chips })}
          hint="Sæt kun kryds ved det, du selv ved."
          choices={door.chips.map(({ criterionId, says }) => ({ value: criterionId, text: says }))}
        />
      )}
      {askOpenCase && (
        <ChoiceGroup
          many name="sag" label="Din rolle" value={draft.openCase ? ['yes'] : []} onChange={(chosen) => onChange({ openCase: chosen.length > 0 })}
          choices={[{ value: 'yes', text: `Jeg har ${firstName}s åbne børnesag` }]}
        />
      )}
      <div className="give-part">
        <TextArea
          name={fields.line} label="En linje mere, hvis du vil" hint="Skriv ingen diagnoser. Familien kan læse det." rows={2} maxLength={200}
          error={errorOf(fields.line)} value={draft.line} onChange={(event) => onChange({ line: event.target.value })}
        />
        <TextField
          name="oenske" label={`Hvad vil ${firstName} gerne gå til?`} hint="Lad feltet stå tomt, hvis du ikke ved det." maxLength={60}
          value={draft.activity} onChange={(event) => onChange({ activity: event.target.value })}
        />
        <TextArea
          name={fields.childView} label={`Hvad siger ${firstName} selv?`} hint="Kort, med barnets egne ord. Har du ikke spurgt, så skriv hvorfor." rows={2} maxLength={2000}
          error={errorOf(fields.childView)} value={draft.childView} onChange={(event) => onChange({ childView: event.target.value })}
        />
      </div>
    </>
  )
}
