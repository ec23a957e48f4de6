import { ChoiceGroup, formatDay, formatLanguageName, Pictogram, SelectField, TextArea, TextField } from '@medspil/ui'
import type { PictogramName } from '@medspil/ui'
import { addDays, type Day } from '@medspil/domain/day'
import { elsewhere, type Ground } from './activity-draft.ts'
import { kinds, spokenLanguages, supportNeeds } from './activity-words.ts'
import { holidayDays, type ActivityFieldsProps } from './field-props.ts'
import { SessionFields } from './session-fields.tsx'
import './activity.css'

const nameOf = (code: string) => formatLanguageName(code).replace(/^./, (letter) => letter.toUpperCase())

/** All that is written about an activity, by its organiser or by the kommune. */
export function ActivityFields(props: ActivityFieldsProps) {
  const { draft, put, error } = props
  const text = (key: 'title' | 'description' | 'equipment' | 'travel' | 'accessibility' | 'otherArea') =>
    ({ value: draft[key], onChange: (typed: { target: { value: string } }) => put(key, typed.target.value) })
  return (
    <>
      <TextField name="titel" label="Hvad hedder aktiviteten?" {...text('title')} hint="Fx Kajak fra Rødvig Havn" error={error('titel')} maxLength={80} />
      <div className="pick">
        <ChoiceGroup
          name="billede" label="Vælg et billede" value={draft.pictogram} onChange={(value) => put('pictogram', value)}
          choices={kinds.map(([value, name]) => ({ value: value as string, text: <span className="with-pic"><Pictogram name={value as PictogramName} />{name}</span> }))}
        />
      </div>
      <TextArea name="beskrivelse" label="Hvad skal børnene lave?" {...text('description')} hint="Skriv til børnene, i korte sætninger." error={error('beskrivelse')} maxLength={2000} rows={4} />
      <TextArea name="medbring" label="Hvad skal de have med?" {...text('equipment')} hint="Fx badetøj, håndklæde og madpakke. Lad feltet stå tomt, hvis de ikke skal have noget med." maxLength={500} rows={2} />
      <Audience {...props} />
      <SessionFields {...props} />
      <Where {...props} />
      <TextField name="vejen" label="Vejen derhen" {...text('travel')} hint="Fx Bus 253 holder ved havnen" maxLength={200} />
      <Places {...props} />
      <ChoiceGroup many name="stoette" label="Hvad kan I klare?" hint="Sæt kun kryds ved det, I er sikre på." value={draft.supportNeeds} onChange={(value) => put('supportNeeds', value)} choices={supportNeeds.map((need) => ({ value: need as string, text: need }))} />
      <TextArea name="adgang" label="Adgang for børn med handicap" {...text('accessibility')} hint="Fx trin, toilet, lyd, lys. Skriv, hvem man kan ringe til." error={error('adgang')} maxLength={500} rows={2} />
      <ChoiceGroup many name="sprog" label="Sprog, de voksne taler" value={draft.languages} onChange={(value) => put('languages', value)} choices={spokenLanguages.map((code) => ({ value: code as string, text: nameOf(code) }))} />
    </>
  )
}

function Audience({ draft, put, error, isPromised }: ActivityFieldsProps) {
  if (isPromised) return <p className="small">Alder, dage, tider og pris står fast, for børn har fået eller ønsket plads, eller pladser er reserveret.</p>
  const isGrades = draft.audience === 'grades'
  return (
    <>
      <ChoiceGroup
        name="for-hvem" label="Hvem er det for?" hint="Klassen er den, barnet går i før ferien." pair value={draft.audience} onChange={(value) => put('audience', value)}
        choices={[{ value: 'ages', text: 'Alder' }, { value: 'grades', text: 'Klasse' }]}
      />
      <div className="pair">
        <TextField name="for-fra" label={isGrades ? 'Fra klasse' : 'Fra alder'} inputMode="numeric" value={draft.from} onChange={(typed) => put('from', typed.target.value)} error={error('for-fra')} maxLength={2} />
        <TextField name="for-til" label={isGrades ? 'Til klasse' : 'Til alder'} inputMode="numeric" value={draft.to} onChange={(typed) => put('to', typed.target.value)} error={error('for-til')} maxLength={2} />
      </div>
    </>
  )
}

function Where({ draft, put, error, ground }: ActivityFieldsProps) {
  const isElsewhere = draft.area === elsewhere
  return (
    <>
      <SelectField name={isElsewhere ? 'omraade-valg' : 'omraade'} label="Hvor i kommunen er det?" value={draft.area} onChange={(value) => put('area', value)} options={[...ground.areas.map((area) => ({ value: area, text: area })), { value: elsewhere, text: 'Et andet sted' }]} />
      {isElsewhere && <TextField name="omraade" label="By eller område" value={draft.otherArea} onChange={(typed) => put('otherArea', typed.target.value)} error={error('omraade')} maxLength={80} />}
    </>
  )
}

function Places({ draft, put, error, ground, isPromised }: ActivityFieldsProps) {
  return (
    <>
      {!isPromised && <TextField name="pris" label="Pris for et barn, hele aktiviteten, i kroner" inputMode="decimal" value={draft.price} onChange={(typed) => put('price', typed.target.value)} hint="Skriv 0, hvis det er gratis." error={error('pris')} />}
      <TextField name="pladser" label="Hvor mange børn er der plads til?" inputMode="numeric" value={draft.capacity} onChange={(typed) => put('capacity', typed.target.value)} error={error('pladser')} maxLength={3} />
      <ChoiceGroup
        name="mindstetal" label="Skal der komme et vist antal, før I holder den?" pair value={draft.hasMinimum ? 'yes' : 'no'} onChange={(value) => put('hasMinimum', value === 'yes')}
        choices={[{ value: 'no', text: 'Nej' }, { value: 'yes', text: 'Ja' }]}
      />
      {draft.hasMinimum && (
        <div className="pair">
          <TextField name="mindst" label="Mindst så mange børn" inputMode="numeric" value={draft.minimum} onChange={(typed) => put('minimum', typed.target.value)} error={error('mindst')} maxLength={3} />
          <SelectField name="afgoeres" label="Afgøres senest" value={draft.minimumDecidedOn} onChange={(value) => put('minimumDecidedOn', value)} options={decisionDays(ground, draft.minimumDecidedOn)} error={error('afgoeres')} />
        </div>
      )}
    </>
  )
}

/** Days to decide on: from six weeks before the holiday to its end, and whatever day stands there. */
function decisionDays({ fromDay, toDay }: Ground, chosen: string) {
  const days = holidayDays({ fromDay: addDays(fromDay as Day, -42), toDay, areas: [] })
  return days.some(({ value }) => value === chosen) ? days : [{ value: chosen, text: formatDay(chosen, 'da', 'weekday') }, ...days]
}
