import type { SaveDraftInput, VersionView } from '@medspil/contracts/ordning'
import { DateFields, dayFromParts, partsFromDay, noDate, Sheet, TextArea, TextField } from '@medspil/ui'
import type { DateParts, FieldProblem } from '@medspil/ui'

/** What stands around the rules of a draft: its dates, its source and its words. */
export interface DraftHead {
  from: DateParts
  to: DateParts
  source: string
  forWhom: string
  gives: string
  aims: string
  results: string
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** The head to begin with. A new version must be given its own first day; a draft keeps the one it has. */
export function headOf({ state, validFrom, validTo, source, texts }: VersionView): DraftHead {
  const isDraft = state === 'draft'
  return {
    from: isDraft ? partsFromDay(validFrom) : noDate, to: isDraft ? partsFromDay(validTo) : noDate, source: isDraft ? source : '',
    forWhom: texts.forWhom, gives: texts.gives, aims: texts.aims.join('\n'), results: texts.results.join('\n'),
  }
}

const isEmpty = ({ day, month, year }: DateParts) => `${day}${month}${year}`.trim() === ''

/** What is missing in the head, each with its field. */
export function missingInHead(head: DraftHead): FieldProblem[] {
  const [from, to] = [dayFromParts(head.from), dayFromParts(head.to)]
  return [
    from === null && { id: 'gaelder-fra', text: 'Skriv den dag, reglerne skal gælde fra' },
    !isEmpty(head.to) && (to === null || (from !== null && to < from)) && { id: 'gaelder-til', text: 'Skriv en dag, der ligger efter den første' },
    head.source.trim() === '' && { id: 'kilde', text: 'Skriv, hvor reglerne er besluttet' },
  ].filter((problem) => problem !== false)
}

/** The head as it is sent; only for a head that lacks nothing. */
export function headInput(head: DraftHead): Pick<SaveDraftInput, 'validFrom' | 'validTo' | 'source' | 'texts'> {
  return {
    validFrom: dayFromParts(head.from) ?? '', validTo: isEmpty(head.to) ? null : dayFromParts(head.to), source: head.source.trim(),
    texts: { forWhom: head.forWhom.trim(), gives: head.gives.trim(), aims: lines(head.aims), results: lines(head.results) },
  }
}

const parts = { day: 'Dag', month: 'Måned', year: 'År' }

/** The fields of the head. */
export function HeadFields(props: { head: DraftHead; problems: readonly FieldProblem[]; onChange: (part: Partial<DraftHead>) => void }) {
  const { head, onChange } = props
  const errorOf = (id: string) => props.problems.find((problem) => problem.id === id)?.text
  const text = (name: keyof DraftHead & ('forWhom' | 'gives' | 'aims' | 'results'), label: string, hint?: string) => (
    <TextArea name={name} label={label} hint={hint} value={head[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
  )
  return (
    <Sheet title="Hvornår og hvorfra">
      <div className="rules">
        <div className="fields">
          <DateFields name="gaelder-fra" label="Gælder fra" texts={parts} error={errorOf('gaelder-fra')} value={head.from} onChange={(from) => onChange({ from })} />
          <DateFields
            name="gaelder-til" label="Gælder til, hvis den slutter" texts={parts} error={errorOf('gaelder-til')} value={head.to} onChange={(to) => onChange({ to })}
          />
          <TextField
            name="kilde" label="Hvor er det besluttet?" hint="Fx: Kultur- og Fritidsudvalget, 3. marts 2026" maxLength={300} error={errorOf('kilde')}
            value={head.source} onChange={(event) => onChange({ source: event.target.value })}
          />
          {text('forWhom', 'For hvem', 'Står på familiens side')}
          {text('gives', 'Det giver vi', 'Står på familiens side')}
          {text('aims', 'Det vil vi', 'En på hver linje')}
          {text('results', 'Det har det givet', 'En på hver linje, med kilde')}
        </div>
      </div>
    </Sheet>
  )
}
