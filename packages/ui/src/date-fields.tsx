import type { DateParts } from './date-parts.ts'
import { describedBy, FieldNotes } from './field.tsx'
import type { FieldTexts } from './field.tsx'

type DateFieldsProps = FieldTexts & {
  /** Also the id of the first field, for the error summary. */
  name: string
  value: DateParts
  onChange: (value: DateParts) => void
  texts: { day: string; month: string; year: string }
  /** True where the person's own birthday is asked for, so that the phone may fill it in. */
  birthday?: boolean
}

/** Day, month and year as three fields of digits: quicker than a calendar for a day one knows by heart. */
export function DateFields(props: DateFieldsProps) {
  const { label, hint, error, name, value, texts } = props
  const part = (key: keyof DateParts, id: string, length: number) => (
    <div className={`form-group form-group-${key}`}>
      <label htmlFor={id}>{texts[key]}</label>
      <input
        id={id}
        name={id}
        type="text"
        inputMode="numeric"
        dir="ltr"
        className="form-input"
        maxLength={length}
        autoComplete={props.birthday ? `bday-${key}` : 'off'}
        value={value[key]}
        aria-invalid={error ? true : undefined}
        onChange={(event) => props.onChange({ ...value, [key]: event.target.value })}
      />
    </div>
  )
  return (
    <fieldset className={`form-group${error ? ' form-error' : ''}`} aria-describedby={describedBy(name, { hint, error })}>
      <legend className="form-label">{label}</legend>
      <FieldNotes id={name} hint={hint} error={error} />
      <div className="date-group">
        {part('day', name, 2)}
        {part('month', `${name}-month`, 2)}
        {part('year', `${name}-year`, 4)}
      </div>
    </fieldset>
  )
}
