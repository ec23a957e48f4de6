import { useLingui } from '@lingui/react/macro'
import { ChoiceGroup, describedBy, FieldNotes } from '@medspil/ui'
import type { ReactNode } from 'react'
import type { Ask, AskChoice } from './asks/ask.ts'

type Value = string | readonly string[] | undefined

const textOf = (choice: AskChoice) => (choice.isDanish ? <bdi lang="da">{choice.text}</bdi> : choice.text)

/** The one field of a page, with its question as the page's heading. `onChange` keeps the answer at once. */
export function QuestionField(props: { id: string; ask: Ask; value: Value; error: string | null; onChange: (value: string | readonly string[]) => void }) {
  const { id, ask, value, error, onChange } = props
  const { t } = useLingui()
  const { input } = ask
  const label = ask.isDanish ? <span lang="da">{ask.title}</span> : ask.title
  const texts = { label, hint: ask.hint, error: error ?? undefined }
  const text = typeof value === 'string' && value !== 'unknown' ? value : ''
  const wired = {
    id, name: id, autoComplete: 'off', 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy(id, { hint: ask.hint, error }),
  }
  switch (input.kind) {
    case 'one':
      return (
        <ChoiceGroup
          name={id} heading="h1" {...texts} pair={input.pair} value={typeof value === 'string' ? value : null} onChange={onChange}
          choices={input.choices.map((choice) => ({ value: choice.value, text: textOf(choice), hint: choice.hint }))}
        />
      )
    case 'many':
      return (
        <ChoiceGroup
          many name={id} heading="h1" {...texts} value={typeof value === 'object' ? value : []} onChange={onChange}
          choices={input.choices.map((choice) => ({ value: choice.value, text: textOf(choice), hint: choice.hint }))}
        />
      )
    case 'select':
      return (
        <Headed {...{ id, label, hint: ask.hint, error }}>
          <select {...wired} className="form-select" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t`Vælg`}</option>
            {input.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.text}</option>)}
          </select>
        </Headed>
      )
    case 'number':
      return (
        <Headed {...{ id, label, hint: ask.hint, error }}>
          <div className="inl">
            <input {...wired} className="form-input" inputMode="numeric" dir="ltr" maxLength={14} value={text} onChange={(event) => onChange(event.target.value)} />
            <span aria-hidden="true">{input.unit}</span>
          </div>
        </Headed>
      )
    case 'text':
      return (
        <Headed {...{ id, label, hint: ask.hint, error }}>
          {input.long
            ? <textarea {...wired} rows={4} className="form-input" maxLength={1500} value={text} onChange={(event) => onChange(event.target.value)} />
            : <input {...wired} className="form-input" maxLength={80} value={text} onChange={(event) => onChange(event.target.value)} />}
        </Headed>
      )
  }
}

// A field whose label is the heading of the page.
function Headed(props: { id: string; label: ReactNode; hint: string | undefined; error: string | null; children: ReactNode }) {
  const { id, label, hint, error } = props
  return (
    <div className={`form-group${error ? ' form-error' : ''}`}>
      <h1 className="question"><label htmlFor={id}>{label}</label></h1>
      <FieldNotes id={id} hint={hint} error={error ?? undefined} />
      {props.children}
    </div>
  )
}
