import type { FoundChild } from '@medspil/contracts/application'
import { ChoiceGroup, DateFields, Panel, TextField } from '@medspil/ui'
import { fields } from './draft.ts'
import type { PartProps } from './draft.ts'

/** The yes as evidence: the text that was read aloud, who said it, which day, and how. */
export function ConsentPart(props: Omit<PartProps, 'firstName'> & { child: FoundChild }) {
  const { child, door, draft, onChange, errorOf } = props
  return (
    <div className="give-part">
      <h2>Hvem har sagt ja?</h2>
      <Panel>
        <p className="small">{door.consent === 'written' ? 'Vis det, og få en underskrift:' : 'Læs højt:'}</p>
        <p>”{door.consentText}”</p>
      </Panel>
      <ChoiceGroup
        name={fields.saidYes} label={<span className="sr-only">Hvem har sagt ja?</span>} error={errorOf(fields.saidYes)}
        value={draft.saidYes} onChange={(saidYes) => onChange({ saidYes })}
        choices={[
          ...child.guardians.map(({ personId, name }) => ({ value: personId, text: name })),
          { value: 'other', text: 'En anden med forældremyndighed' },
        ]}
      />
      {draft.saidYes === 'other' && (
        <TextField
          name={fields.otherName} label="Navn" maxLength={120} autoComplete="off" error={errorOf(fields.otherName)}
          value={draft.otherName} onChange={(event) => onChange({ otherName: event.target.value })}
        />
      )}
      <ChoiceGroup
        name={fields.how} label="Hvordan?" pair error={errorOf(fields.how)}
        hint={door.consent === 'written' ? 'Ordningen kræver et skriftligt ja.' : undefined}
        value={draft.how} onChange={(how) => onChange({ how })}
        choices={[
          ...(door.consent === 'written' ? [] : [{ value: 'oral' as const, text: 'Mundtligt' }]),
          { value: 'written' as const, text: 'Skriftligt' },
        ]}
      />
      <ChoiceGroup
        name="hvornaar" label="Hvornår?" pair value={draft.when} onChange={(when) => onChange({ when })}
        choices={[{ value: 'today', text: 'I dag' }, { value: 'earlier', text: 'Tidligere' }]}
      />
      {draft.when === 'earlier' && (
        <DateFields
          name={fields.earlier} label="Hvilken dag?" error={errorOf(fields.earlier)} texts={{ day: 'Dag', month: 'Måned', year: 'År' }}
          value={draft.earlier} onChange={(earlier) => onChange({ earlier })}
        />
      )}
    </div>
  )
}
