import type { ReactNode } from 'react'
import { describedBy, FieldNotes } from './field.tsx'
import type { FieldTexts } from './field.tsx'

/** One frame to choose: its words and, in smaller letters, what it means. */
export interface Choice<Value extends string> {
  value: Value
  text: ReactNode
  hint?: ReactNode
}

type ChoiceGroupProps<Value extends string> = FieldTexts & {
  /** Name of the inputs and id of the first one, for the error summary. */
  name: string
  choices: readonly Choice<Value>[]
  /** Puts the label in a heading of the page: `h1` on a page with one question. */
  heading?: 'h1' | 'h2' | 'h3'
  /** Two columns, for two short answers. */
  pair?: boolean
} & (
  | { many?: false; value: Value | null; onChange: (value: Value) => void }
  | { many: true; value: readonly Value[]; onChange: (value: Value[]) => void }
)

/** Radios, or checkboxes with `many`, in frames of 56 px (48 px in the desk), with dkfds' own inputs. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { name, label, hint, error, choices, heading: Heading } = props
  const chosen = (value: Value) => (props.many ? props.value.includes(value) : props.value === value)
  const choose = (value: Value, on: boolean) => {
    if (!props.many) return props.onChange(value)
    const others = props.value.filter((other) => other !== value)
    props.onChange(on ? [...others, value] : others)
  }
  const kind = props.many ? 'checkbox' : 'radio'
  return (
    <fieldset className={`form-group${error ? ' form-error' : ''}`} aria-describedby={describedBy(name, { hint, error })}>
      <legend className={Heading ? 'question' : 'form-label'}>{Heading ? <Heading>{label}</Heading> : label}</legend>
      <FieldNotes id={name} hint={hint} error={error} />
      <div className={`choices${props.pair ? ' two' : ''}`}>
        {choices.map((choice, index) => {
          const id = index === 0 ? name : `${name}-${choice.value}`
          return (
            <div key={choice.value} className={`choice form-group-${kind}`}>
              <input
                className={`form-${kind}`}
                type={kind}
                id={id}
                name={name}
                value={choice.value}
                checked={chosen(choice.value)}
                onChange={(event) => choose(choice.value, event.target.checked)}
              />
              <label htmlFor={id}>
                {choice.text}
                {choice.hint && <small>{choice.hint}</small>}
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
