import { ActRow, Chip, describedBy, ExampleTag, FieldNotes, SelectField, TextArea, TextField } from '@medspil/ui'
import type { ReactNode } from 'react'
import { choicesOf, leafKind } from './leaf-kind.ts'
import { repairs, typedOf } from './leaf-text.ts'
import type { RuleLeaf } from './rule-tree.ts'
import { Value } from './rules-read.tsx'
import { capital, ruleWords } from './words.ts'

/** The id of a rule's field, for the error summary. */
export const ruleFieldId = (path: string) => `regel-${path.replaceAll('.', '-')}`

/** A rule's value in the field that fits it. A made-up value keeps its tag until somebody gives the kommune's own. */
export function RuleField(props: {
  leaf: RuleLeaf
  /** What has been typed; undefined while it stands as it was. */
  typed: string | undefined
  faulty: boolean
  onType: (typed: string) => void
}) {
  const { leaf, onType } = props
  const kind = leafKind(leaf.path, leaf.value)
  if (kind === 'fixed') return <dl className="values"><Value leaf={leaf} /></dl>
  const isOwn = props.typed !== undefined
  const typed = props.typed ?? typedOf(kind, leaf.value)
  const words = choicesOf(leaf.path) ?? []
  const field = {
    name: ruleFieldId(leaf.path), error: props.faulty ? repairs[kind] : undefined,
    label: <>{leaf.label} {leaf.isEksempel && !isOwn && <ExampleTag>eksempel</ExampleTag>}</>,
    hint: leaf.value === null && !isOwn ? 'Ikke givet endnu' : undefined,
  }
  return (
    <div>
      {kind === 'words' ? (
        <WordChips {...field} words={words} chosen={typed.split('\n').filter((word) => word !== '')} onChange={(chosen) => onType(chosen.join('\n'))} />
      ) : kind === 'word' || kind === 'yes-no' ? (
        <SelectField
          {...field} value={typed} onChange={onType}
          options={[
            { value: '', text: 'Ikke givet' },
            ...(kind === 'yes-no' ? [{ value: 'yes', text: 'Ja' }, { value: 'no', text: 'Nej' }] : words.map((value) => ({ value, text: capital(ruleWords[value] ?? value) }))),
          ]}
        />
      ) : kind === 'texts' || kind === 'numbers' || typedOf(kind, leaf.value).length > 60 ? (
        <TextArea {...field} hint={field.hint ?? (kind === 'text' ? undefined : 'En på hver linje')} value={typed} onChange={(event) => onType(event.target.value)} />
      ) : (
        <TextField
          {...field} autoComplete="off" inputMode={kind === 'text' ? undefined : 'decimal'} value={typed} onChange={(event) => onType(event.target.value)}
          hint={field.hint ?? (kind === 'amount' ? 'I kroner' : undefined)}
        />
      )}
      {leaf.isEksempel && !isOwn && <ActRow aria-label={`Det er vores egen værdi: ${leaf.label}`} onClick={() => onType(typed)}>Det er vores egen</ActRow>}
    </div>
  )
}

/** Several of a few fixed words, on or off. */
function WordChips(props: {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  words: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const { name, hint, error, words, chosen } = props
  return (
    <fieldset id={name} tabIndex={-1} className={`form-group${error ? ' form-error' : ''}`} aria-describedby={describedBy(name, { hint, error })}>
      <legend className="form-label">{props.label}</legend>
      <FieldNotes id={name} hint={hint} error={error} />
      <ul className="filters">
        {words.map((word) => (
          <li key={word}>
            <Chip
              on={chosen.includes(word)}
              onToggle={() => props.onChange(words.filter((other) => (other === word ? !chosen.includes(word) : chosen.includes(other))))}
            >
              {capital(ruleWords[word] ?? word)}
            </Chip>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
