import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { Pictogram } from './pictogram.tsx'

/** What every field has; the texts come from the screen's own catalogue or from `wording`. */
export interface FieldTexts {
  label: ReactNode
  hint?: ReactNode
  /** Says how to repair; the same words as in the error summary. */
  error?: ReactNode
}

/** The sentence at the field itself. */
export function FieldError(props: { id: string; children: ReactNode }) {
  return (
    <p className="form-error-message" id={props.id}>
      <Pictogram name="kryds" size="small" />
      <span>{props.children}</span>
    </p>
  )
}

const hintId = (id: string) => `${id}-hint`
const errorId = (id: string) => `${id}-error`

/** Ids for `aria-describedby`, in reading order; undefined when there is nothing to say. */
export function describedBy(id: string, texts: Pick<FieldTexts, 'hint' | 'error'>): string | undefined {
  return [texts.hint && hintId(id), texts.error && errorId(id)].filter(Boolean).join(' ') || undefined
}

/** Hint and error of a field, with the ids that `describedBy` names. */
export function FieldNotes(props: { id: string } & Pick<FieldTexts, 'hint' | 'error'>) {
  return (
    <>
      {props.hint && <span className="form-hint" id={hintId(props.id)}>{props.hint}</span>}
      {props.error && <FieldError id={errorId(props.id)}>{props.error}</FieldError>}
    </>
  )
}

const group = (error: ReactNode) => `form-group${error ? ' form-error' : ''}`

type TextFieldProps = FieldTexts & { ref?: Ref<HTMLInputElement> } & Omit<InputHTMLAttributes<HTMLInputElement>, 'disabled' | 'className'>

/** One line of text. Its id is its name unless given, so that an error summary can lead to it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, ...input } = props
  const ownId = useId()
  const id = input.id ?? input.name ?? ownId
  return (
    <div className={group(error)}>
      <label className="form-label" htmlFor={id}>{label}</label>
      <FieldNotes id={id} hint={hint} error={error} />
      <input
        type="text"
        {...input}
        id={id}
        className="form-input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </div>
  )
}

type TextAreaProps = FieldTexts & { ref?: Ref<HTMLTextAreaElement> } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'disabled' | 'className'>

/** Several lines of text; three rows unless told. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, ...area } = props
  const ownId = useId()
  const id = area.id ?? area.name ?? ownId
  return (
    <div className={group(error)}>
      <label className="form-label" htmlFor={id}>{label}</label>
      <FieldNotes id={id} hint={hint} error={error} />
      <textarea
        rows={3}
        {...area}
        id={id}
        className="form-input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </div>
  )
}

type SelectFieldProps = FieldTexts & {
  name: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; text: string }[]
}

/** A native list of choices, for more than seven of them; fewer stand as frames in a ChoiceGroup. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, name } = props
  return (
    <div className={group(error)}>
      <label className="form-label" htmlFor={name}>{label}</label>
      <FieldNotes id={name} hint={hint} error={error} />
      <select
        id={name}
        name={name}
        className="form-select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, { hint, error })}
      >
        {props.options.map((option) => <option key={option.value} value={option.value}>{option.text}</option>)}
      </select>
    </div>
  )
}
